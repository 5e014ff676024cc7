import { componentFlag, componentFlagNames } from '../../kube/index.ts';
import { type FlagChange, changeBy, flagChanges } from '../changes.ts';
import type { Audited, FlagFinding, FlagFix, FlagRule } from '../finding.ts';
import { nearestName } from '../nearest.ts';
import type { FlagToken } from '../tokens.ts';

/** The flag that took over from another, with the same kind of value. */
const SUCCESSORS: Readonly<Record<string, string | undefined>> = {
  'experimental-bootstrap-kubeconfig': 'bootstrap-kubeconfig',
  'experimental-bootstrap-token-auth': 'enable-bootstrap-token-auth',
  'experimental-cluster-signing-duration': 'cluster-signing-duration',
  'experimental-encryption-provider-config': 'encryption-provider-config',
  'experimental-fail-swap-on': 'fail-swap-on',
  'service-account-api-audiences': 'api-audiences',
};

/** The release whose flags are all known. */
const KNOWN_MINOR = 20;

/** A line of more words is no typed one, and looking for near names costs. */
const MOST_SUGGESTED = 500;

/** From this release on the kubelet prints that flags of its config file are deprecated (PR 60148). */
const CONFIG_FILE = { minor: 10, source: '1.10#60148' };
const CONFIG_TEXT = 'This parameter should be set via the config file';

/** What became of each flag up to the release: gone, not yet there, without effect, deprecated, never heard of. */
export const changesRule: FlagRule = (audited) => {
  const { tokens, component, release } = audited;
  const flags = tokens.filter(({ kind }) => kind === 'flag');
  const forConfig = flags.filter(
    ({ name }) =>
      (release?.minor ?? KNOWN_MINOR) >= CONFIG_FILE.minor &&
      componentFlag(component, name)?.deprecated?.startsWith(CONFIG_TEXT) &&
      flagChanges(component, name).length === 0,
  );
  return [...flags.flatMap((token) => judge(audited, token) ?? []), ...configFile(forConfig)];
};

function judge(audited: Audited, token: FlagToken): FlagFinding | undefined {
  const { component, release } = audited;
  const changes = flagChanges(component, token.name);
  const known = componentFlag(component, token.name);
  const removed = changeBy(changes, 'removed', release);
  if (removed) return removedFlag(audited, token, removed);
  const added = changes.find(({ kind }) => kind === 'added');
  if (added && release && added.minor > release.minor) {
    return finding('not-yet-flag', 'error', token, added, [{ kind: 'drop', token }]);
  }
  const inert = changeBy(changes, 'inert', release);
  if (inert) return finding('inert-flag', 'note', token, inert, []);
  const deprecated = changeBy(changes, 'deprecated', release);
  if (deprecated) return finding('deprecated-flag', 'note', token, deprecated, successor(token));
  if (known?.deprecated && !known.deprecated.startsWith(CONFIG_TEXT)) {
    return (release?.minor ?? KNOWN_MINOR) < KNOWN_MINOR ? undefined : oldText(token, known.deprecated);
  }
  return known || changes.length > 0 || token.name === 'h' ? undefined : unknownFlag(audited, token);
}

function removedFlag({ release }: Audited, token: FlagToken, change: FlagChange): FlagFinding {
  if (!release) return finding('removed-flag', 'note', token, change, []);
  const fixes = successor(token);
  return finding(
    'removed-flag',
    'error',
    token,
    change,
    fixes.length > 0 ? fixes : [{ kind: 'drop', token }],
  );
}

function successor(token: FlagToken): FlagFix[] {
  const name = Object.hasOwn(SUCCESSORS, token.name) ? SUCCESSORS[token.name] : undefined;
  if (!name) return [];
  const words = [token.value === undefined ? `--${name}` : `--${name}=${token.value}`];
  return [{ kind: 'replace', token, words }];
}

function finding(
  kind: FlagFinding['kind'],
  severity: FlagFinding['severity'],
  token: FlagToken,
  change: FlagChange,
  fixes: readonly FlagFix[],
): FlagFinding {
  const use = Object.hasOwn(SUCCESSORS, token.name) ? `--${SUCCESSORS[token.name] ?? ''}` : '';
  return {
    kind,
    severity,
    span: token.span,
    token,
    facts: { flag: `--${token.written}`, name: token.name, since: `1.${change.minor}`, use },
    sources: [change.source],
    fixes,
  };
}

const oldText = (token: FlagToken, text: string): FlagFinding => ({
  kind: 'deprecated-flag',
  severity: 'note',
  span: token.span,
  token,
  facts: { flag: `--${token.written}`, name: token.name, since: '', use: '', text },
  sources: ['kubernetes@v1.20.2 cmd'],
  fixes: [],
});

function unknownFlag({ component, release, tokens }: Audited, token: FlagToken): FlagFinding {
  const nearest =
    tokens.length > MOST_SUGGESTED ? undefined : nearestName(token.name, componentFlagNames(component));
  return {
    kind: 'unknown-flag',
    severity: release?.minor === KNOWN_MINOR ? 'error' : nearest ? 'warning' : 'note',
    span: token.span,
    token,
    facts: {
      flag: `--${token.written}`,
      name: token.name,
      nearest: nearest ? `--${nearest}` : '',
      component,
    },
    sources: [],
    fixes: [],
  };
}

function configFile(tokens: readonly FlagToken[]): FlagFinding[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return [];
  const flags = [...new Set(tokens.map(({ written }) => `--${written}`))];
  return [
    {
      kind: 'config-file-flags',
      severity: 'note',
      span: { from: first.span.from, to: last.span.to },
      facts: { flags: flags.join(' '), count: String(flags.length), since: `1.${CONFIG_FILE.minor}` },
      sources: [CONFIG_FILE.source],
      fixes: [],
    },
  ];
}
