import { type Audited, type FlagFinding, type FlagFix, type FlagRule, tokensOf } from '../finding.ts';
import type { FlagToken } from '../tokens.ts';
import { logVisibility } from '../visibility.ts';

const SOURCE = 'klog@v2.4.0 klog.go:907';

/** Lines that the logging flags keep from the terminal, and logging flags that change nothing. */
export const loggingRule: FlagRule = (audited) => {
  const { component, release, tokens, command } = audited;
  const { verdict, hidden, ignored, directory, outputs } = logVisibility(component, release, tokens);
  if (verdict === 'refused') return [];
  const found: FlagFinding[] = [];
  if (verdict === 'hidden') {
    const stderr = outputs.find(({ kind }) => kind === 'stderr');
    const file = outputs.find(({ kind }) => kind === 'file');
    const token = tokensOf(audited, 'logtostderr').at(-1);
    found.push({
      kind: 'hidden-severities',
      severity: 'warning',
      span: token?.span ?? command.span,
      ...(token ? { token } : {}),
      facts: {
        hidden: hidden.map((severity) => severity.toUpperCase()).join(' '),
        shown: (stderr?.takes ?? []).map((severity) => severity.toUpperCase()).join(' '),
        file: file ? (directory ? `${directory}/${file.name}` : file.name) : '',
      },
      sources: [SOURCE],
      fixes: cures(audited),
    });
  }
  for (const name of ignored) {
    const token = tokensOf(audited, name).at(-1);
    if (token) found.push(ignoredFlag(name, token));
  }
  return found;
};

/** Everything to stderr: what a service manager or a container expects. */
function cures(audited: Audited): FlagFix[] {
  const token = tokensOf(audited, 'logtostderr').at(-1);
  return token ? [{ kind: 'replace', token, words: [`--${token.written}=true`] }] : [];
}

const ignoredFlag = (name: string, token: FlagToken): FlagFinding => ({
  kind: 'ignored-log-flags',
  severity: 'note',
  span: token.span,
  token,
  facts: { flag: `--${name}` },
  sources: [SOURCE],
  fixes: [],
});
