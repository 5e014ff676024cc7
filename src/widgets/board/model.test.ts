import { describe, expect, it } from 'vitest';
import { judgeBoard } from '../../core/kube/index.ts';
import {
  type BoardEvent,
  type BoardState,
  DEFAULT_SETTINGS,
  MAX_NODES,
  emptyState,
  isTouched,
  readSettings,
  settingsQuery,
  toBoard,
  update,
} from './model.ts';

const STORY = `master-0: 172.22.248.225
master-1: 172.22.248.226
master-2: 172.22.248.227
worker-0: 172.22.248.227
The connection to the server 172.22.248.239:6443 was refused - did you specify the right
`;

const after = (...events: BoardEvent[]): BoardState =>
  events.reduce(update, emptyState('en', DEFAULT_SETTINGS));
const text = (value: string): BoardEvent => ({ type: 'text', text: value });
const node = (index: number, state: 'up' | 'down'): BoardEvent => ({
  type: 'node',
  index,
  change: { state },
});
const summary = (state: BoardState): string[] =>
  state.nodes.map(({ name, address, state: is }) => `${name} ${address} ${is}`);

describe('the board', () => {
  it('is filled by an inventory: the masters, the server, and the balancer that is no node', () => {
    const state = after(text(STORY));
    expect(summary(state)).toEqual([
      'master-0 172.22.248.225 unknown',
      'master-1 172.22.248.226 unknown',
      'master-2 172.22.248.227 unknown',
    ]);
    expect(state.server).toBe('172.22.248.239:6443');
    expect(state.balancer.address).toBe('172.22.248.239');
    expect(state.inventory?.shared).toHaveLength(1);
  });

  it('tells for the write-up what to use', () => {
    const state = after(text(STORY), node(0, 'down'), node(1, 'down'), node(2, 'up'));
    expect(judgeBoard(toBoard(state))).toMatchObject({
      sight: 'may-fail',
      use: { node: { name: 'master-2' } },
    });
  });

  it('keeps what was marked when the inventory changes', () => {
    expect(summary(after(text(STORY), node(2, 'up'), text(STORY.replace('master-0', 'm-0'))))).toContain(
      'master-2 172.22.248.227 up',
    );
    expect(summary(after(node(0, 'down'), text(STORY)))[0]).toBe('master-0 172.22.248.225 down');
  });

  it('keeps its nodes when the text is cleared or has no machines', () => {
    expect(summary(after(text(STORY), text('')))).toHaveLength(3);
    expect(after(text(STORY), text('')).inventory).toBeUndefined();
    expect(after(text('hello')).nodes).toHaveLength(3);
  });

  it('has no more nodes than can be drawn', () => {
    const many = Array.from({ length: 20 }, (): BoardEvent => ({ type: 'add' }));
    expect(after(...many).nodes).toHaveLength(MAX_NODES);
    expect(after({ type: 'remove', index: 0 }).nodes).toHaveLength(2);
  });

  it('has no balancer where the server is a node and nothing is said of one', () => {
    const state = after(text('m1 10.0.0.1\n'), { type: 'server', server: '10.0.0.1:6443 ' }, node(0, 'up'));
    expect(toBoard(state).balancer).toBeUndefined();
    expect(judgeBoard(toBoard(state)).sight).toBe('works');
  });

  it('says nothing while nothing is said', () => {
    expect(isTouched(after())).toBe(false);
    expect(isTouched(after(node(0, 'up')))).toBe(true);
  });

  it('has a link with states, and no address or name', () => {
    const query = settingsQuery(
      after(
        text(STORY),
        node(0, 'down'),
        { type: 'balancer', change: { check: 'readyz' } },
        { type: 'shell', shell: 'fish' },
      ),
    );
    expect(query).toBe('nodes=down,unknown,unknown&check=readyz&shell=fish');
    expect(readSettings(`?${query}`)).toEqual({
      states: ['down', 'unknown', 'unknown'],
      balancer: 'unknown',
      check: 'readyz',
      shell: 'fish',
    });
    expect(readSettings('?nodes=x&shell=cmd')).toEqual(DEFAULT_SETTINGS);
  });
});
