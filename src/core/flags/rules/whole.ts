import { requiredFlags } from '../changes.ts';
import { type Audited, type FlagFinding, type FlagRule, shownValue, tokensOf } from '../finding.ts';
import { releasesTaking } from '../infer.ts';
import { type ConfigValue, type KubeletConfig } from '../kubelet-config.ts';

/** Flags that are demanded in words, and have a default all the same: never missing by themselves. */
const WITH_DEFAULT: ReadonlySet<string> = new Set(['service-account-key-file']);

/** What only the whole command line tells: flags that are missing, that exclude one another, that a file repeats. */
export const wholeRule: FlagRule = (audited) => [
  ...missing(audited),
  ...noCommonRelease(audited),
  ...pluginsOnAndOff(audited),
  ...overConfig(audited),
];

function missing(audited: Audited): FlagFinding[] {
  const { release, component, command, complete, tokens } = audited;
  const asks = tokensOf(audited, 'help').length + tokensOf(audited, 'version').length > 0;
  if (!release || !complete || asks || tokens.length === 0) return [];
  const absent = requiredFlags(component).filter(
    ({ name, change }) => change.minor <= release.minor && tokensOf(audited, name).length === 0,
  );
  if (absent.every(({ name }) => WITH_DEFAULT.has(name))) return [];
  return absent.map(({ name, change }) => ({
    kind: 'missing-flag',
    severity: WITH_DEFAULT.has(name) ? 'note' : 'error',
    span: command.span,
    facts: { flag: `--${name}`, since: `1.${change.minor}`, component },
    sources: [change.source],
    fixes: [],
  }));
}

/** One flag that is gone before another came: told where the release is not known, since no answer would fit. */
function noCommonRelease({ release, component, tokens, command }: Audited): FlagFinding[] {
  const range = release ? undefined : releasesTaking(component, tokens);
  if (range?.from === undefined || range.to === undefined || range.from <= range.to) return [];
  return [
    {
      kind: 'no-common-release',
      severity: 'error',
      span: command.span,
      facts: {
        flags: range.because.map((name) => `--${name}`).join(' '),
        from: `1.${range.from}`,
        to: `1.${range.to}`,
      },
      sources: [],
      fixes: [],
    },
  ];
}

function pluginsOnAndOff(audited: Audited): FlagFinding[] {
  const listOf = (name: string): string[] =>
    tokensOf(audited, name).flatMap(({ value }) => (value ?? '').split(',').filter(Boolean));
  const off = new Set(listOf('disable-admission-plugins'));
  const both = [...new Set(listOf('enable-admission-plugins'))].filter((plugin) => off.has(plugin));
  const token = tokensOf(audited, 'disable-admission-plugins').at(-1);
  if (both.length === 0 || !token) return [];
  return [
    {
      kind: 'plugin-on-and-off',
      severity: 'error',
      span: token.span,
      token,
      facts: { plugins: both.join(' ') },
      sources: ['apiserver@v0.20.2 pkg/server/options/admission.go:184'],
      fixes: [],
    },
  ];
}

/** Flags of the kubelet count more than its file: a field that a flag sets as well is not the one that works. */
function overConfig(audited: Audited): FlagFinding[] {
  const { config, component } = audited;
  if (!config || component !== 'kubelet') return [];
  const fields = fieldsByFlag(config);
  return audited.tokens.flatMap((token) => {
    const field = token.kind === 'flag' ? fields.get(token.name.replaceAll('-', '')) : undefined;
    if (!field) return [];
    const differs = field.value !== (token.value ?? 'true');
    return [
      {
        kind: 'flag-over-config',
        severity: differs ? 'warning' : 'note',
        span: token.span,
        token,
        facts: {
          flag: `--${token.written}`,
          field: field.path,
          value: field.value,
          own: shownValue(token),
        },
        sources: ['1.10#60148'],
        fixes: [],
      } satisfies FlagFinding,
    ];
  });
}

/** `clusterDomain` is `--cluster-domain`: the same letters, without dashes. Nested fields have flags of other names. */
const fieldsByFlag = ({ values }: KubeletConfig): Map<string, ConfigValue> =>
  new Map(values.filter(({ path }) => !path.includes('.')).map((one) => [one.path.toLowerCase(), one]));
