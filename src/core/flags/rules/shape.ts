import { componentFlag } from '../../kube/index.ts';
import { type Audited, type FlagFinding, type FlagRule, parseBool, shownValue } from '../finding.ts';
import type { FlagToken } from '../tokens.ts';
import { gatesOf } from './values.ts';

/** Types that take a flag more than once and add up. */
const ADDING: ReadonlySet<string> = new Set([
  'stringSlice',
  'stringArray',
  'mapStringBool',
  'mapStringString',
  'colonSeparatedMultimapStringString',
  'namedCertKey',
  '[]api.Taint',
  'moduleSpec',
]);

/** From this release on, as run, only the kubelet reads `_` in a flag as `-`. */
const DASHES_ONLY = 20;

/** Words that pflag, or the component behind it, takes otherwise than they look. */
export const shapeRule: FlagRule = (audited) => [
  ...audited.tokens.flatMap((token, index) => judge(audited, token, audited.tokens[index - 1])),
  ...duplicates(audited),
];

function judge(audited: Audited, token: FlagToken, before: FlagToken | undefined): FlagFinding[] {
  const { component, release } = audited;
  const isKubelet = component === 'kubelet';
  switch (token.kind) {
    case 'empty':
      return [
        make('empty-argument', isKubelet ? 'error' : 'note', token, { component }, [
          isKubelet
            ? 'kubernetes@v1.20.2 cmd/kubelet/app/server.go:163'
            : 'kubernetes@v1.20.2 cmd/kube-apiserver/app/server.go',
        ]),
      ];
    case 'end':
      return [];
    case 'word':
      // A variable without its value may be flags, or nothing.
      return token.words[0]?.includes('$') ? [] : [strayWord(audited, token, before)];
    case 'single-dash': {
      const words = token.words.map((word, index) => (index === 0 ? `-${word}` : word));
      const facts = { flag: token.words[0] ?? '', letter: token.written.charAt(0), use: `--${token.name}` };
      const sources = ['kubernetes@v1.20.2 vendor/github.com/spf13/pflag'];
      return [
        {
          ...make('single-dash', 'error', token, facts, sources),
          fixes: [{ kind: 'replace', token, words }],
        },
      ];
    }
    case 'flag': {
      if (isKubelet || !token.written.includes('_')) return [];
      const severity = release && release.minor >= DASHES_ONLY ? 'error' : 'warning';
      const facts = { flag: `--${token.written}`, use: `--${token.name}`, since: `1.${DASHES_ONLY}` };
      const [first = '', ...rest] = token.words;
      const words = [first.replace(token.written, token.name), ...rest];
      const sources = ['kubernetes@v1.20.2 cmd'];
      return [
        {
          ...make('underscore', severity, token, facts, sources),
          fixes: [{ kind: 'replace', token, words }],
        },
      ];
    }
  }
}

/** A word that is no flag and no value: every component exits with it. */
function strayWord({ component }: Audited, token: FlagToken, before: FlagToken | undefined): FlagFinding {
  const word = token.words[0] ?? '';
  const isSwitch =
    before?.kind === 'flag' && before.value === undefined && componentFlag(component, before.name)?.boolean;
  const joins = isSwitch && parseBool(word) !== undefined;
  const facts = { word, flag: isSwitch ? `--${before.written}` : '', component };
  return {
    ...make('stray-word', 'error', token, facts, ['kubernetes@v1.20.2 cmd']),
    fixes:
      joins && before
        ? [
            { kind: 'replace', token: before, words: [`--${before.written}=${word}`] },
            { kind: 'drop', token },
          ]
        : [],
  };
}

const make = (
  kind: FlagFinding['kind'],
  severity: FlagFinding['severity'],
  token: FlagToken,
  facts: FlagFinding['facts'],
  sources: readonly string[],
): FlagFinding => ({
  kind,
  severity,
  span: token.span,
  token,
  facts,
  sources,
  fixes: [{ kind: 'drop', token }],
});

/** Scalars that are given more than once, of which the last counts; gates that are set both ways. */
function duplicates({ component, tokens }: Audited): FlagFinding[] {
  const byName = new Map<string, FlagToken[]>();
  for (const token of tokens) {
    if (token.kind !== 'flag') continue;
    const own = byName.get(token.name);
    if (own) own.push(token);
    else byName.set(token.name, [token]);
  }
  return [...byName.values()]
    .filter((own) => own.length > 1)
    .flatMap((own) => {
      const type = componentFlag(component, own[0]?.name ?? '')?.type ?? '';
      return ADDING.has(type) ? twistedGates(own) : [duplicate(own)];
    });
}

function duplicate(own: readonly FlagToken[]): FlagFinding {
  const last = own.at(-1) as FlagToken;
  const differ = own.some(({ value }) => (value ?? 'true') !== (last.value ?? 'true'));
  return {
    kind: differ ? 'differing-duplicate' : 'same-duplicate',
    severity: differ ? 'warning' : 'note',
    span: last.span,
    token: last,
    facts: { flag: `--${last.written}`, value: shownValue(last), count: String(own.length) },
    sources: ['kubernetes@v1.20.2 vendor/github.com/spf13/pflag'],
    fixes: own.slice(0, -1).map((token) => ({ kind: 'drop', token })),
  };
}

function twistedGates(own: readonly FlagToken[]): FlagFinding[] {
  const last = new Map<string, boolean>();
  const found: FlagFinding[] = [];
  for (const token of own) {
    for (const { name, on } of gatesOf(token.value ?? '')) {
      const before = last.get(name);
      if (on !== undefined && before !== undefined && before !== on) {
        found.push({
          kind: 'differing-duplicate',
          severity: 'warning',
          span: token.span,
          token,
          facts: { flag: `--${token.written} ${name}`, value: String(on), count: '2' },
          sources: ['kubernetes@v1.20.2 vendor/github.com/spf13/pflag'],
          fixes: [],
        });
      }
      if (on !== undefined) last.set(name, on);
    }
  }
  return found;
}
