import { type Component, componentFlag } from '../../kube/index.ts';
import { changeBy, flagChanges, removedGate } from '../changes.ts';
import { type Audited, type FlagFinding, type FlagRule, parseBool, shownValue } from '../finding.ts';
import type { FlagToken } from '../tokens.ts';

/** Values that a release refuses though it knows the flag. */
const REFUSED: readonly {
  readonly component: Component;
  readonly names: readonly string[];
  readonly takes: string;
  readonly from: number;
  readonly to: number;
  readonly source: string;
}[] = [
  {
    component: 'kube-apiserver',
    names: ['insecure-port', 'port'],
    takes: '0',
    from: 20,
    to: 23,
    source: '1.20#95856',
  },
  {
    component: 'kube-apiserver',
    names: ['audit-log-version', 'audit-webhook-version'],
    takes: 'audit.k8s.io/v1',
    from: 24,
    to: Infinity,
    source: '1.24#108092',
  },
  { component: 'kubelet', names: ['container-runtime'], takes: 'remote', from: 24, to: 26, source: '1.26' },
];

/** Values that cannot be read, that the release refuses, and feature gates that are gone. */
export const valuesRule: FlagRule = (audited) =>
  audited.tokens
    .filter(({ kind }) => kind === 'flag')
    .flatMap((token) => [
      ...badValue(audited, token),
      ...removedValue(audited, token),
      ...refusedValue(audited, token),
      ...(token.name === 'feature-gates' ? removedGates(audited, token) : []),
    ]);

function badValue({ component, complete, tokens }: Audited, token: FlagToken): FlagFinding[] {
  const known = componentFlag(component, token.name);
  if (!known) return [];
  const cutHere = !complete && token === tokens.at(-1);
  const missing = token.value === undefined && !known.boolean;
  const bad = missing || !fits(known.type, token.value ?? 'true');
  const swallowed = token.words.length === 2 && token.value?.startsWith('--');
  if ((!bad && !swallowed) || cutHere || token.value?.includes('$')) return [];
  return [
    {
      kind: bad ? 'bad-value' : 'swallowed-flag',
      severity: 'error',
      span: token.span,
      token,
      facts: {
        flag: `--${token.written}`,
        value: token.value === undefined ? '' : shownValue(token),
        type: known.type,
        missing: missing ? 'missing' : '',
      },
      sources: ['kubernetes@v1.20.2 vendor/github.com/spf13/pflag'],
      fixes: [],
    },
  ];
}

/** Go's strconv.ParseInt with base 0: `10`, `0x1f`, `0o17`, `017`, `1_000`. */
const RE_INTEGER = /^[+-]?(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][\d_]*)$/;
/** Of `-v`, which the logging library reads in base 10. */
const RE_LEVEL = /^[+-]?\d+$/;
const RE_FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
/** `1h30m`, `0.5s`, `0`: Go's time.ParseDuration. */
const RE_DURATION = /^[+-]?(0|((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;

/** Whether pflag can read the value; types whose rules are their own (addresses, taints) are not judged. */
function fits(type: string, value: string): boolean {
  if (value.length > 64 && type !== 'mapStringBool') return true;
  switch (type) {
    case 'bool':
      return parseBool(value) !== undefined;
    case 'version':
      return value === 'raw' || parseBool(value) !== undefined;
    case 'int':
    case 'int32':
    case 'int64':
    case 'uint':
    case 'uint64':
      return RE_INTEGER.test(value);
    case 'Level':
      return RE_LEVEL.test(value);
    case 'float32':
    case 'float64':
      return RE_FLOAT.test(value);
    case 'duration':
      return RE_DURATION.test(value);
    case 'mapStringBool':
      return gatesOf(value).every(({ on }) => on !== undefined);
    default:
      return true;
  }
}

/** `A=true,B=false`; a piece without a name or with another value has `on: undefined`. Empty pieces are skipped. */
export const gatesOf = (value: string): { text: string; name: string; on: boolean | undefined }[] =>
  value
    .split(',')
    .filter((text) => text !== '')
    .map((text) => {
      const sign = text.indexOf('=');
      const name = text.slice(0, sign < 0 ? undefined : sign).trim();
      return { text, name, on: sign < 0 ? undefined : parseBool(text.slice(sign + 1).trim()) };
    });

function removedValue({ component, release }: Audited, token: FlagToken): FlagFinding[] {
  if (!token.value) return [];
  const changes = flagChanges(component, `${token.name}=${token.value}`);
  const removed = changeBy(changes, 'removed', release);
  if (removed) {
    return [refused(token, `1.${removed.minor}`, '', removed.source, release ? 'error' : 'note')];
  }
  const deprecated = changeBy(changes, 'deprecated', release);
  if (!deprecated) return [];
  const flag = `--${token.written}=${token.value}`;
  return [
    {
      kind: 'deprecated-flag',
      severity: 'note',
      span: token.span,
      token,
      facts: { flag, name: token.name, since: `1.${deprecated.minor}`, use: '' },
      sources: [deprecated.source],
      fixes: [],
    },
  ];
}

function refusedValue({ component, release }: Audited, token: FlagToken): FlagFinding[] {
  const row = REFUSED.find((one) => one.component === component && one.names.includes(token.name));
  const minor = release?.minor ?? -1;
  if (!row || minor < row.from || minor > row.to || token.value === undefined || token.value === row.takes) {
    return [];
  }
  return [refused(token, `1.${row.from}`, row.takes, row.source, 'error')];
}

const refused = (
  token: FlagToken,
  since: string,
  takes: string,
  source: string,
  severity: 'error' | 'note',
): FlagFinding => ({
  kind: 'refused-value',
  severity,
  span: token.span,
  token,
  facts: { flag: `--${token.written}`, value: token.value ?? '', since, takes },
  sources: [source],
  fixes:
    severity === 'note'
      ? []
      : takes === ''
        ? [{ kind: 'drop', token }]
        : [{ kind: 'replace', token, words: [`--${token.written}=${takes}`] }],
});

function removedGates({ release }: Audited, token: FlagToken): FlagFinding[] {
  const gates = gatesOf(token.value ?? '');
  const gone = gates.flatMap((gate) => {
    const change = removedGate(gate.name);
    return change && change.minor <= (release?.minor ?? Infinity) ? [{ gate, change }] : [];
  });
  if (gone.length === 0) return [];
  const left = gates.filter((gate) => !gone.some((one) => one.gate === gate)).map(({ text }) => text);
  return gone.map(({ gate, change }, index) => ({
    kind: 'removed-gate',
    severity: release ? 'error' : 'note',
    span: token.span,
    token,
    facts: { flag: `--${token.written}`, gate: gate.name, since: `1.${change.minor}` },
    sources: [change.source],
    fixes:
      index > 0 || !release
        ? []
        : [
            left.length === 0
              ? { kind: 'drop', token }
              : { kind: 'replace', token, words: [`--${token.written}=${left.join(',')}`] },
          ],
  }));
}
