import {
  BALANCER_CHECKS,
  type BalancerCheck,
  type Board,
  type BoardNode,
  type Inventory,
  REACHABILITIES,
  type Reachability,
  hostOf,
  readInventory,
} from '../../core/kube/index.ts';
import { SHELLS, type Shell } from '../../core/shell/index.ts';
import type { Language } from '../../core/text/index.ts';

export interface BoardState {
  readonly language: Language;
  readonly text: string;
  /** Of the text; absent if there is none. */
  readonly inventory: Inventory | undefined;
  readonly nodes: readonly BoardNode[];
  readonly balancer: {
    readonly address: string;
    readonly state: Reachability;
    readonly check: BalancerCheck;
  };
  readonly server: string;
  readonly shell: Shell;
  readonly offered: string;
}

export type BoardEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'node'; readonly index: number; readonly change: Partial<BoardNode> }
  | { readonly type: 'add' }
  | { readonly type: 'remove'; readonly index: number }
  | { readonly type: 'balancer'; readonly change: Partial<BoardState['balancer']> }
  | { readonly type: 'server'; readonly server: string }
  | { readonly type: 'shell'; readonly shell: Shell };

/** A control plane has no more apiservers than can be drawn. */
export const MAX_NODES = 9;

const UNKNOWN: BoardNode = { name: '', address: '', state: 'unknown' };

/** The settings of a link: states, and what the balancer does. No address, no name. */
export interface BoardSettings {
  readonly states: readonly Reachability[];
  readonly balancer: Reachability;
  readonly check: BalancerCheck;
  readonly shell: Shell;
}

export const DEFAULT_SETTINGS: BoardSettings = {
  states: ['unknown', 'unknown', 'unknown'],
  balancer: 'unknown',
  check: 'unknown',
  shell: 'bash',
};

export const emptyState = (language: Language, settings: BoardSettings): BoardState => ({
  language,
  text: '',
  inventory: undefined,
  nodes: settings.states.map((state) => ({ ...UNKNOWN, state })),
  balancer: { address: '', state: settings.balancer, check: settings.check },
  server: '',
  shell: settings.shell,
  offered: '',
});

export function update(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case 'text':
      return withInventory({ ...state, text: event.text, offered: '' });
    case 'offer':
      return event.text === state.text ? state : { ...state, offered: event.text };
    case 'node': {
      const { index, change } = event;
      return {
        ...state,
        nodes: state.nodes.map((node, at) => (at === index ? { ...node, ...change } : node)),
      };
    }
    case 'add':
      return state.nodes.length >= MAX_NODES ? state : { ...state, nodes: [...state.nodes, UNKNOWN] };
    case 'remove':
      return { ...state, nodes: state.nodes.filter((_, at) => at !== event.index) };
    case 'balancer':
      return { ...state, balancer: { ...state.balancer, ...event.change } };
    case 'server':
      return { ...state, server: event.server.trim() };
    case 'shell':
      return { ...state, shell: event.shell };
  }
}

/**
 * Puts the machines of the text on the board: those that look like control plane, or else all that do not look like
 * something other. What is known of an address, or of a place on an empty board, stays.
 */
function withInventory(state: BoardState): BoardState {
  if (state.text.trim() === '') return { ...state, text: '', inventory: undefined };
  const inventory = readInventory(state.text);
  const of = (role: string): Inventory['machines'] => inventory.machines.filter((one) => one.role === role);
  const planes = of('control-plane').length > 0 ? of('control-plane') : of('unknown');
  const isNew = state.nodes.every(({ address }) => address === '');
  const nodes = planes.slice(0, MAX_NODES).map(({ name, address }, index): BoardNode => ({
    name,
    address,
    state:
      (isNew ? state.nodes[index] : state.nodes.find((one) => one.address === address))?.state ?? 'unknown',
  }));
  const server = inventory.server ?? state.server;
  const host = hostOf(server);
  const isNode = (nodes.length > 0 ? nodes : state.nodes).some(({ address }) => address === host);
  // An address that is no node's is the balancer's, unless the inventory names one.
  const named = of('balancer')[0]?.address;
  const address =
    named ?? (isNode || host === 'localhost' ? state.balancer.address : host || state.balancer.address);
  return {
    ...state,
    inventory,
    nodes: nodes.length > 0 ? nodes : state.nodes,
    server,
    balancer: { ...state.balancer, address },
  };
}

/** A board without an address of a balancer has none, unless its state or check was set. */
export function toBoard({ nodes, balancer, server }: BoardState): Board {
  const isSet = balancer.address !== '' || balancer.state !== 'unknown' || balancer.check !== 'unknown';
  const isNode = nodes.some(({ address }) => address !== '' && address === hostOf(server));
  return { nodes, balancer: isSet || !isNode ? balancer : undefined, server };
}

/** Whether anything has been said that a verdict can be about. */
export const isTouched = ({ nodes, inventory, balancer, server }: BoardState): boolean =>
  inventory !== undefined ||
  server !== '' ||
  balancer.state !== 'unknown' ||
  nodes.some(({ state, address }) => state !== 'unknown' || address !== '');

export function settingsQuery({ nodes, balancer, shell }: BoardState): string {
  const query = new URLSearchParams({ nodes: nodes.map(({ state }) => state).join(',') });
  if (balancer.state !== 'unknown') query.set('balancer', balancer.state);
  if (balancer.check !== 'unknown') query.set('check', balancer.check);
  if (shell !== 'bash') query.set('shell', shell);
  return query.toString().replaceAll('%2C', ',');
}

/** The settings of a link; what does not read as one is left at its default. */
export function readSettings(query: string): BoardSettings {
  const given = new URLSearchParams(query);
  const states = (given.get('nodes') ?? '')
    .split(',')
    .flatMap((word) => REACHABILITIES.find((state) => state === word) ?? [])
    .slice(0, MAX_NODES);
  return {
    states: states.length > 0 ? states : DEFAULT_SETTINGS.states,
    balancer: REACHABILITIES.find((state) => state === given.get('balancer')) ?? 'unknown',
    check: BALANCER_CHECKS.find((check) => check === given.get('check')) ?? 'unknown',
    shell: SHELLS.find((shell) => shell === given.get('shell')) ?? 'bash',
  };
}
