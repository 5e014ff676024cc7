import { variablesOf } from '../../core/runbook/index.ts';
import { LANGUAGES } from '../../core/text/index.ts';
import type { Finding } from '../finding.ts';
import { perRunbook } from './rule.ts';

/** Every `{{name}}` of a command is declared, every declared variable is used, and each has a label to ask for it. */
export const variablesRule = perRunbook((runbook) => {
  const declared = runbook.data.vars.map(({ name }) => name);
  const findings: Finding[] = [];
  const used = new Set<string>();
  for (const language of LANGUAGES) {
    const { file, head, structure } = runbook.pages[language];
    for (const { code, line } of structure.commands) {
      for (const name of variablesOf(code)) {
        used.add(name);
        if (declared.includes(name)) continue;
        findings.push({
          file,
          line,
          rule: 'variables',
          message: `\`{{${name}}}\` is not declared`,
          remedy: `add it to \`vars\` in ${runbook.file}`,
        });
      }
    }
    for (const name of declared) {
      if (head.vars[name]) continue;
      findings.push({
        file,
        line: 1,
        rule: 'variables',
        message: `the variable \`${name}\` has no label`,
        remedy: `add \`vars: { ${name}: … }\` to the head: the words that ask for it`,
      });
    }
  }
  for (const name of declared) {
    if (used.has(name)) continue;
    findings.push({
      file: runbook.file,
      line: runbook.lineOf(['vars']),
      rule: 'variables',
      message: `no command uses \`{{${name}}}\``,
      remedy: 'use it, or take it out',
    });
  }
  return findings;
});
