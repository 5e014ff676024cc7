import {
  type Audited,
  type FlagFinding,
  type FlagFix,
  type FlagRule,
  isOn,
  parseBool,
  tokensOf,
  valueOf,
} from '../finding.ts';
import { releasesTaking } from '../infer.ts';
import { configValue } from '../kubelet-config.ts';

/** How a kubelet takes its flags: alone, with an API server, or not at all. */
export type KubeletMode = 'standalone' | 'registers' | 'exits';

/** Releases between which the test for standalone mode changed. */
interface Era {
  /** `≤1.7`, for people. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Whether the flags give it an API server. */
  readonly hasServer: (flags: Flags) => boolean;
  readonly source: string;
}

type Flags = Pick<Audited, 'tokens'>;

const hasValue = (flags: Flags, name: string): boolean => (valueOf(flags, name) ?? '') !== '';

/**
 * The test for standalone mode by release. Up to 1.7 `--kubeconfig` alone only lends its credentials: no `--api-servers`
 * and no `--require-kubeconfig` means alone. 1.8 made `--kubeconfig` the test; from 1.10 it is the only one.
 */
const ERAS: readonly Era[] = [
  {
    name: '≤1.7',
    from: 0,
    to: 7,
    hasServer: (flags) => isOn(flags, 'require-kubeconfig') || hasValue(flags, 'api-servers'),
    source: 'kubernetes/kubernetes#40049',
  },
  {
    name: '1.8–1.9',
    from: 8,
    to: 9,
    hasServer: (flags) => hasValue(flags, 'kubeconfig') || isOn(flags, 'require-kubeconfig'),
    source: 'kubernetes/kubernetes#40050',
  },
  {
    name: '≥1.10',
    from: 10,
    to: Infinity,
    hasServer: (flags) => hasValue(flags, 'kubeconfig'),
    source: 'kubernetes@v1.20.2 cmd/kubelet/app/server.go:558',
  },
];

/** What a kubelet of a release does with its flags, by the rules of `ERAS` and by which of the flags it knows. */
export function kubeletMode(minor: number, flags: Flags): KubeletMode {
  const exits =
    (minor >= 8 && tokensOf(flags, 'api-servers').length > 0) ||
    (minor >= 10 && tokensOf(flags, 'require-kubeconfig').length > 0);
  if (exits) return 'exits';
  const era = ERAS.find(({ to }) => minor <= to);
  return era?.hasServer(flags) ? 'registers' : 'standalone';
}

/** Where a kubeadm node has its kubeconfig; there is no default from 1.10 on. */
const KUBECONFIG = '--kubeconfig=/etc/kubernetes/kubelet.conf';

export const registrationRule: FlagRule = (audited) => {
  if (audited.component !== 'kubelet') return [];
  return [...standalone(audited), ...registerNodeOff(audited), ...ignoredServers(audited)];
};

function standalone(audited: Audited): FlagFinding[] {
  const { release, tokens, command, complete, component } = audited;
  const range = release ? undefined : releasesTaking(component, tokens);
  const from = release?.minor ?? range?.from ?? 0;
  const to = release?.minor ?? range?.to ?? Infinity;
  const possible = ERAS.filter((era) => era.from <= to && era.to >= from);
  const alone = possible.filter((era) => !era.hasServer(audited));
  const [first] = alone;
  if (!first) return [];
  const sure = alone.length === possible.length && complete;
  const fixes = alone.length === possible.length ? fixesOf(audited, first) : [];
  const about = tokensOf(audited, 'kubeconfig').at(-1);
  const finding: FlagFinding = {
    kind: 'standalone',
    severity: sure ? 'error' : 'warning',
    span: about?.span ?? command.span,
    ...(about ? { token: about } : {}),
    facts: {
      releases: alone.map(({ name }) => name).join(', '),
      era: alone.length === 1 ? first.name : '',
      given: hasValue(audited, 'kubeconfig')
        ? 'kubeconfig'
        : hasValue(audited, 'bootstrap-kubeconfig')
          ? 'bootstrap'
          : '',
      fix: fixes.flatMap((fix) => (fix.kind === 'drop' ? [] : fix.words)).join(' '),
      complete: String(complete),
    },
    sources: alone.map(({ source }) => source),
    fixes,
  };
  const client = alone.includes(ERAS[2] as Era) ? noClient(audited) : [];
  return [finding, ...client];
}

function fixesOf(audited: Audited, { to }: Era): FlagFix[] {
  const name = to <= 7 ? 'require-kubeconfig' : 'kubeconfig';
  const words = [to <= 7 ? '--require-kubeconfig' : KUBECONFIG];
  const given = tokensOf(audited, name).at(-1);
  return [given ? { kind: 'replace', token: given, words } : { kind: 'add', words }];
}

/**
 * A kubelet that is told to let the API server check tokens or rights, and has none, exits (cmd/kubelet/app/auth.go). Its
 * config file asks for both unless it says otherwise (pkg/kubelet/apis/config/v1beta1/defaults.go); flags do not.
 */
function noClient(audited: Audited): FlagFinding[] {
  const { config, command } = audited;
  const byFlag = ['authentication-token-webhook', 'authorization-mode'].flatMap((name) =>
    tokensOf(audited, name).filter(({ value }) => isAsking(name, value)),
  );
  const byFile =
    config &&
    (configValue(config, 'authentication.webhook.enabled') !== 'false' ||
      (configValue(config, 'authorization.mode') ?? 'Webhook') === 'Webhook');
  const [token] = byFlag;
  if (!token && !byFile) return [];
  return [
    {
      kind: 'no-client',
      severity: 'error',
      span: token?.span ?? config?.span ?? command.span,
      ...(token ? { token } : {}),
      facts: { flag: token ? `--${token.written}` : 'KubeletConfiguration' },
      sources: ['kubernetes@v1.20.2 cmd/kubelet/app/auth.go'],
      fixes: [],
    },
  ];
}

const isAsking = (name: string, value: string | undefined): boolean =>
  name === 'authorization-mode' ? value === 'Webhook' : parseBool(value ?? 'true') === true;

function registerNodeOff(audited: Audited): FlagFinding[] {
  const token = tokensOf(audited, 'register-node').at(-1);
  if (!token || isOn(audited, 'register-node')) return [];
  return [
    {
      kind: 'register-node-off',
      severity: 'warning',
      span: token.span,
      token,
      facts: { flag: '--register-node' },
      sources: ['kubernetes@v1.20.2 pkg/kubelet/kubelet_node_status.go:55'],
      fixes: [],
    },
  ];
}

/** The help text of `--require-kubeconfig` up to 1.7: the server of the kubeconfig counts, the list does not. */
function ignoredServers(audited: Audited): FlagFinding[] {
  const token = tokensOf(audited, 'api-servers').at(-1);
  const counts = audited.release === undefined || audited.release.minor <= 7;
  if (!token || !counts || !isOn(audited, 'require-kubeconfig')) return [];
  return [
    {
      kind: 'ignored-beside',
      severity: 'warning',
      span: token.span,
      token,
      facts: { flag: '--api-servers', beside: '--require-kubeconfig' },
      sources: ['kubernetes/kubernetes#30798'],
      fixes: [{ kind: 'drop', token }],
    },
  ];
}
