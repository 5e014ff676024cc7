import { type Shell, quote } from '../../shell/index.ts';
import { hostOf } from './inventory.ts';

/** Whether something answers: asked on its own address, `/readyz` says ok. */
export const REACHABILITIES = ['up', 'down', 'unknown'] as const;

export type Reachability = (typeof REACHABILITIES)[number];

/** What a load balancer does before it passes a connection on. */
export const BALANCER_CHECKS = ['unknown', 'readyz', 'none'] as const;

export type BalancerCheck = (typeof BALANCER_CHECKS)[number];

export interface BoardNode {
  readonly name: string;
  /** Without port. */
  readonly address: string;
  readonly state: Reachability;
}

export interface Board {
  /** The control plane, one apiserver a node. */
  readonly nodes: readonly BoardNode[];
  /** Its state is that of the balancer itself, not of what is behind it. */
  readonly balancer:
    { readonly address: string; readonly state: Reachability; readonly check: BalancerCheck } | undefined;
  /** What the kubeconfig names: an address, with or without port. */
  readonly server: string;
}

/** What `kubectl` sees with the server of the kubeconfig. */
export type Sight =
  /** Each request is answered. */
  | 'works'
  /** The balancer passes some connections to apiservers that do not answer. */
  | 'may-fail'
  /** No request is answered. */
  | 'fails'
  /** It hangs on something that is not known. */
  | 'unknown'
  /** The server is none of the board. */
  | 'elsewhere'
  /** `localhost:8080`: kubectl found no kubeconfig. */
  | 'no-kubeconfig';

export interface BoardVerdict {
  readonly sight: Sight;
  /** Whose address the server of the kubeconfig is. */
  readonly target: 'balancer' | 'node' | 'elsewhere';
  /** How many of the nodes behind the balancer answer, do not, and are not known. */
  readonly up: number;
  readonly down: number;
  readonly unknown: number;
  /** Which server to use: the one that the kubeconfig has, or a node that answers. Absent if none is known to answer. */
  readonly use: { readonly kind: 'keep' } | { readonly kind: 'node'; readonly node: BoardNode } | undefined;
  /** Nodes to ask next: those not known. */
  readonly ask: readonly BoardNode[];
}

/** Draws the conclusions of a board. A node without an address can be counted, but not used or asked. */
export function judgeBoard(board: Board): BoardVerdict {
  const { nodes, balancer } = board;
  const count = (state: Reachability): number => nodes.filter((node) => node.state === state).length;
  const host = hostOf(board.server);
  const node = nodes.find(({ address }) => address !== '' && address === host);
  const target =
    balancer && (host === '' || host === balancer.address) ? 'balancer' : node ? 'node' : 'elsewhere';
  const sight = sightOf(board, target, node);
  const alive = nodes.find(({ state, address }) => state === 'up' && address !== '');
  const use: BoardVerdict['use'] =
    sight === 'works' ? { kind: 'keep' } : alive ? { kind: 'node', node: alive } : undefined;
  return {
    sight,
    target,
    up: count('up'),
    down: count('down'),
    unknown: count('unknown'),
    use,
    ask: nodes.filter(({ state, address }) => state === 'unknown' && address !== ''),
  };
}

function sightOf(
  { nodes, balancer, server }: Board,
  target: BoardVerdict['target'],
  node: BoardNode | undefined,
): Sight {
  if (['localhost:8080', '127.0.0.1:8080', '[::1]:8080'].includes(server)) return 'no-kubeconfig';
  if (target === 'elsewhere') return 'elsewhere';
  if (target === 'node') return node?.state === 'up' ? 'works' : node?.state === 'down' ? 'fails' : 'unknown';
  if (balancer?.state === 'down') return 'fails';
  const has = (state: Reachability): boolean => nodes.some((one) => one.state === state);
  if (nodes.length > 0 && nodes.every(({ state }) => state === 'down')) return 'fails';
  if (has('down') && has('up')) {
    // Only a check of what the apiserver itself says keeps connections from those that do not answer.
    if (balancer?.check === 'readyz') return balancer.state === 'up' ? 'works' : 'unknown';
    return 'may-fail';
  }
  if (has('unknown') || !has('up'))
    return has('down') && balancer?.check !== 'readyz' ? 'may-fail' : 'unknown';
  return balancer?.state === 'up' ? 'works' : 'unknown';
}

/** What a board means for what to do next. */
export const BOARD_FINDINGS = [
  'all-up',
  'some-down',
  'all-down',
  /** At least one node has not been asked. */
  'not-asked',
  'server-fails',
  'server-may-fail',
  'server-works',
  'no-kubeconfig',
  /** One address stands at several names. */
  'shared-address',
] as const;

export type BoardFinding = (typeof BOARD_FINDINGS)[number];

export function boardFindings(
  { sight, up, down, unknown }: BoardVerdict,
  shared: readonly unknown[],
): BoardFinding[] {
  const all = up + down + unknown;
  const found: readonly (readonly [BoardFinding, boolean])[] = [
    ['all-up', up > 0 && up === all],
    ['some-down', down > 0 && down < all],
    ['all-down', down > 0 && down === all],
    ['not-asked', unknown > 0],
    ['server-fails', sight === 'fails'],
    ['server-may-fail', sight === 'may-fail'],
    ['server-works', sight === 'works'],
    ['no-kubeconfig', sight === 'no-kubeconfig'],
    ['shared-address', shared.length > 0],
  ];
  return found.flatMap(([finding, is]) => (is ? [finding] : []));
}

/** Where kube-apiserver listens if nobody says otherwise. */
const PORT = 6443;

/** The address of a node's apiserver, with the port that the kubeconfig's server has. */
export function serverAddress(address: string, server: string): string {
  const host = hostOf(server);
  const rest = server.startsWith('[') ? server.slice(host.length + 2) : server.slice(host.length);
  const port = rest.startsWith(':') && rest.length > 1 ? rest.slice(1) : String(PORT);
  return `https://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

export interface BoardCommands {
  /** Asks one apiserver on its own address. */
  readonly ask: string;
  /** The same where its certificate does not name the address (kubectl 1.18 and up). */
  readonly askByName: string;
  /** Any command through this apiserver, without touching the kubeconfig. */
  readonly use: string;
}

/** The commands for one node, filled and quoted. */
export function boardCommands(node: BoardNode, server: string, context: string, shell: Shell): BoardCommands {
  const kubectl = context === '' ? 'kubectl' : `kubectl --context ${quote(context, shell)}`;
  const through = `${kubectl} --server ${quote(serverAddress(node.address, server), shell)}`;
  return {
    ask: `${through} --request-timeout 5s get --raw /readyz`,
    askByName: `${through} --tls-server-name kubernetes --request-timeout 5s get --raw /readyz`,
    use: `${through} get nodes`,
  };
}
