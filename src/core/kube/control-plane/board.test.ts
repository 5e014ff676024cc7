import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BALANCER_CHECKS,
  BOARD_FINDINGS,
  type BalancerCheck,
  type Board,
  REACHABILITIES,
  type Reachability,
  boardCommands,
  boardFindings,
  judgeBoard,
  serverAddress,
} from './board.ts';
import { boardWords, sightWords } from './board-words.ts';

const LETTERS: Readonly<Record<string, Reachability>> = { u: 'up', d: 'down', '?': 'unknown' };

/** A board whose nodes are 225, 226 …, with the states `u`, `d` and `?`. */
const board = (
  states: string,
  balancer = '?',
  check: BalancerCheck = 'unknown',
  server = '172.22.248.239:6443',
): Board => ({
  nodes: [...states].map((letter, index) => ({
    name: `master-${index}`,
    address: `172.22.248.${225 + index}`,
    state: LETTERS[letter] ?? 'unknown',
  })),
  balancer: { address: '172.22.248.239', state: LETTERS[balancer] ?? 'unknown', check },
  server,
});

const say = (one: Board): string => boardWords(one, judgeBoard(one), 'en');

describe('the board of the write-up: 225 down, 226 down, 227 up, server=239', () => {
  const story = board('ddu');

  it('says that the VIP may fail, and to use 227', () => {
    expect(judgeBoard(story)).toMatchObject({
      sight: 'may-fail',
      use: { node: { address: '172.22.248.227' } },
    });
    expect(say(story)).toBe('VIP 172.22.248.239 may fail; use 172.22.248.227 (master-2).');
    expect(boardWords(story, judgeBoard(story), 'zh')).toBe(
      'VIP 172.22.248.239 可能失败；请用 172.22.248.227（master-2）。',
    );
  });

  it('says why', () => {
    expect(sightWords(story, judgeBoard(story), 'en')).toMatch(/^2 of 3 apiservers do not answer\./);
  });

  it('works with a kubeconfig that names 227, and fails with 225', () => {
    expect(say({ ...story, server: 'https://172.22.248.227:6443'.slice(8) })).toBe(
      '172.22.248.227 works; keep it.',
    );
    expect(say({ ...story, server: '172.22.248.225:6443' })).toBe(
      '172.22.248.225 fails; use 172.22.248.227 (master-2).',
    );
  });
});

describe('what kubectl sees', () => {
  it.each<[string, Board, string]>([
    ['all up, balancer up', board('uuu', 'u'), 'works'],
    ['all up, balancer not known', board('uuu'), 'unknown'],
    ['all up, balancer down', board('uuu', 'd'), 'fails'],
    ['all down', board('ddd', 'u'), 'fails'],
    ['all down, not even a check helps', board('ddd', 'u', 'readyz'), 'fails'],
    ['some down, the balancer checks /readyz', board('ddu', 'u', 'readyz'), 'works'],
    ['some down, the balancer checks, and is not known itself', board('ddu', '?', 'readyz'), 'unknown'],
    ['some down, the balancer checks nothing', board('ddu', 'u', 'none'), 'may-fail'],
    ['one down, others not asked', board('d??'), 'may-fail'],
    ['one down, others not asked, the balancer checks', board('d??', 'u', 'readyz'), 'unknown'],
    ['nobody asked', board('???'), 'unknown'],
    ['no nodes', board(''), 'unknown'],
    ['a node that is not known', board('?u', 'u', 'none', '172.22.248.225'), 'unknown'],
    ['an address that is nobody’s', board('uu', 'u', 'none', '10.9.9.9:6443'), 'elsewhere'],
    ['no kubeconfig', board('uu', 'u', 'none', 'localhost:8080'), 'no-kubeconfig'],
    ['no server told: the balancer', board('ddd', 'u', 'none', ''), 'fails'],
    [
      'no balancer, one node',
      { nodes: board('u').nodes, balancer: undefined, server: '172.22.248.225:6443' },
      'works',
    ],
  ])('%s', (_, one, sight) => {
    expect(judgeBoard(one).sight).toBe(sight);
  });

  it('asks next those that were not asked, where none is known to answer', () => {
    expect(say(board('d?d'))).toBe('VIP 172.22.248.239 may fail; ask 172.22.248.226 next.');
    expect(say(board('ddd'))).toBe('VIP 172.22.248.239 fails; no apiserver answers: read their last lines.');
  });

  it('uses no node without an address', () => {
    const nameless: Board = { ...board('du'), nodes: [{ name: 'a', address: '', state: 'up' }] };
    expect(judgeBoard(nameless).use).toBeUndefined();
    expect(say(nameless)).toContain('give the nodes an address');
  });
});

describe('the findings of a board', () => {
  it.each([
    ['ddu', ['some-down', 'server-may-fail']],
    ['d?u', ['some-down', 'not-asked', 'server-may-fail']],
    ['ddd', ['all-down', 'server-fails']],
    ['uuu', ['all-up']],
    ['???', ['not-asked']],
  ])('%s', (states, findings) => {
    expect(boardFindings(judgeBoard(board(states)), [])).toEqual(findings);
    expect(boardFindings(judgeBoard(board(states)), [1])).toEqual([...findings, 'shared-address']);
  });
});

describe('the commands for a node', () => {
  const [node] = board('u').nodes;
  if (!node) throw new Error('no node');

  it('go to its own address, with the port of the kubeconfig', () => {
    expect(boardCommands(node, '172.22.248.239:8443', 'prod', 'bash')).toEqual({
      ask: 'kubectl --context prod --server https://172.22.248.225:8443 --request-timeout 5s get --raw /readyz',
      askByName:
        'kubectl --context prod --server https://172.22.248.225:8443 --tls-server-name kubernetes --request-timeout 5s get --raw /readyz',
      use: 'kubectl --context prod --server https://172.22.248.225:8443 get nodes',
    });
  });

  it('are quoted', () => {
    const { use } = boardCommands({ ...node, address: '$(id)' }, '', '; id', 'bash');
    expect(use).toBe("kubectl --context '; id' --server 'https://$(id):6443' get nodes");
  });

  it.each([
    ['fd00::1', '[fd00::9]:6443', 'https://[fd00::1]:6443'],
    ['10.0.0.1', '', 'https://10.0.0.1:6443'],
    ['10.0.0.1', 'lb.example.com', 'https://10.0.0.1:6443'],
    ['10.0.0.1', 'lb.example.com:443', 'https://10.0.0.1:443'],
  ])('%s behind %s is at %s', (address, server, expected) => {
    expect(serverAddress(address, server)).toBe(expected);
  });
});

it('a board of any states has a verdict in both languages, and uses only what answers', () => {
  const state = fc.constantFrom(...REACHABILITIES);
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.string(), address: fc.string(), state }), { maxLength: 6 }),
      fc.option(fc.record({ address: fc.string(), state, check: fc.constantFrom(...BALANCER_CHECKS) }), {
        nil: undefined,
      }),
      fc.string(),
      (nodes, balancer, server) => {
        const one: Board = { nodes, balancer, server };
        const verdict = judgeBoard(one);
        if (verdict.use?.kind === 'node') expect(verdict.use.node.state).toBe('up');
        if (verdict.sight === 'works') expect(verdict.use).toEqual({ kind: 'keep' });
        for (const language of ['en', 'zh'] as const) {
          expect(boardWords(one, verdict, language)).not.toContain('undefined');
          expect(sightWords(one, verdict, language)).not.toContain('undefined');
        }
        for (const finding of boardFindings(verdict, [])) expect(BOARD_FINDINGS).toContain(finding);
      },
    ),
  );
});
