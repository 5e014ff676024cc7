import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, adviseContent, checkContent, printFindings, readContent } from '../../gate/index.ts';
import { type Command, EXIT, WrongUse } from '../command.ts';
import { ROOT } from '../pack.ts';

/** `kb lint [DIR]`: the rules of the build, from the terminal. */
export const lint: Command = {
  name: 'lint',
  summary: 'the mistakes of runbooks: file, line, rule, and how to mend it',
  usage: 'kb lint [--advice] [--json] [DIR]',
  details: [
    '  DIR          a folder with `content/` in it, a `content` folder, or the folder of one runbook; else that of kb itself',
    '  --advice     also what could be better and stops no build: wordings that no sample shows, captures that fill nothing',
    '  --json       one object: {"findings":[{file, line, rule, message, remedy}], "advice":[…]}',
    '',
    '  exit status: 0 no mistake, 1 mistakes, 2 wrong use',
  ].join('\n'),
  async run(args, { out }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, advice: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new WrongUse('expected one folder');
    const { root, below } = contentOf(positionals[0]);
    const content = readContent(root);
    const own = (found: readonly Finding[]): Finding[] => found.filter(({ file }) => file.startsWith(below));
    const findings = own(checkContent(content));
    const advice = values.advice && findings.length === 0 ? own(adviseContent(content)) : [];
    if (values.json) out(`${JSON.stringify({ findings, advice })}\n`);
    else {
      if (findings.length > 0) out(printFindings(findings));
      else out(`no mistake in ${content.runbooks.length} runbooks\n`);
      if (advice.length > 0) out(`\n${printFindings(advice, 'hint')}`);
    }
    return findings.length > 0 ? EXIT.none : EXIT.match;
  },
};

/** Where the content is, and which part of it was asked for. All of it is read: runbooks may take each other's samples. */
function contentOf(folder: string | undefined): { root: string; below: string } {
  const path = resolve(folder ?? (existsSync('content/runbooks') ? '.' : ROOT));
  if (existsSync(join(path, 'content', 'runbooks'))) return { root: path, below: '' };
  if (existsSync(join(path, 'runbooks'))) return { root: resolve(path, '..'), below: '' };
  if (existsSync(join(path, 'runbook.yaml'))) {
    const root = resolve(path, '..', '..', '..');
    return { root, below: `${relative(root, path)}/` };
  }
  throw new WrongUse(
    `expected a folder with content/runbooks, or that of a runbook, found \`${folder ?? path}\``,
  );
}
