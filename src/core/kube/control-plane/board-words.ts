import { type Language, drawable } from '../../text/index.ts';
import type { Board, BoardVerdict } from './board.ts';
import { type SharedAddress, hostOf } from './inventory.ts';

/** The verdict in a sentence: what kubectl sees, and which server to use. */
export function boardWords(board: Board, verdict: BoardVerdict, language: Language): string {
  const en = language === 'en';
  const server =
    drawable(hostOf(board.server) || board.balancer?.address || '') || (en ? 'the server' : '这个 server');
  const who = verdict.target === 'balancer' ? (en ? `VIP ${server}` : `VIP ${server}`) : server;
  const sight = SIGHT[verdict.sight](who)[language];
  return `${sight}${en ? '; ' : '；'}${useWords(verdict, en)}`;
}

const SIGHT: Readonly<Record<BoardVerdict['sight'], (who: string) => Record<Language, string>>> = {
  works: (who) => ({ en: `${who} works`, zh: `${who} 可用` }),
  'may-fail': (who) => ({ en: `${who} may fail`, zh: `${who} 可能失败` }),
  fails: (who) => ({ en: `${who} fails`, zh: `${who} 不可用` }),
  unknown: (who) => ({ en: `${who} is not known to work`, zh: `${who} 是否可用未知` }),
  elsewhere: (who) => ({ en: `${who} is neither the VIP nor a node`, zh: `${who} 既不是 VIP 也不是节点` }),
  'no-kubeconfig': (who) => ({
    en: `kubectl found no kubeconfig and asks ${who}: point KUBECONFIG to the right file`,
    zh: `kubectl 没有找到 kubeconfig，因此去问 ${who}：请把 KUBECONFIG 指向正确的文件`,
  }),
};

function useWords({ use, ask, down, up }: BoardVerdict, en: boolean): string {
  if (use?.kind === 'keep') return en ? 'keep it.' : '继续用它。';
  if (use) {
    const { address, name } = use.node;
    const named =
      name === '' || name === address ? '' : en ? ` (${drawable(name)})` : `（${drawable(name)}）`;
    return en ? `use ${drawable(address)}${named}.` : `请用 ${drawable(address)}${named}。`;
  }
  const [next] = ask;
  if (next) return en ? `ask ${drawable(next.address)} next.` : `接着问 ${drawable(next.address)}。`;
  if (down > 0 && up === 0)
    return en
      ? 'no apiserver answers: read their last lines.'
      : '没有 apiserver 应答：去看它们日志的最后几行。';
  return en ? 'give the nodes an address.' : '请填上节点的地址。';
}

/** Why that is so, in a sentence for those who want to know; empty where the verdict says it all. */
export function sightWords(
  { balancer }: Board,
  { sight, target, up, down, unknown }: BoardVerdict,
  language: Language,
): string {
  const en = language === 'en';
  const all = up + down + unknown;
  if (target === 'balancer' && balancer?.state === 'down') {
    return en
      ? 'The balancer itself does not answer, whatever is behind it.'
      : '负载均衡自己就没有应答，与后端无关。';
  }
  if (sight === 'may-fail') {
    return en
      ? `${down} of ${all} apiservers do not answer. A balancer that does not check /readyz passes about ${down} of ${all} connections to them, and kubectl says that the balancer’s address refused.`
      : `${all} 个 apiserver 里有 ${down} 个没有应答。不检查 /readyz 的负载均衡会把约 ${down}/${all} 的连接交给它们，而 kubectl 会说是负载均衡的地址拒绝了连接。`;
  }
  if (sight === 'fails' && target === 'balancer') {
    return en
      ? 'Nothing behind the balancer answers: it is not to blame, and no APIService does that either.'
      : '负载均衡后面没有一个应答：问题不在它，也不是某个 APIService 造成的。';
  }
  if (sight === 'works' && down > 0) {
    return en
      ? `${down} of ${all} apiservers do not answer, and the balancer’s check keeps connections away from them.`
      : `${all} 个 apiserver 里有 ${down} 个没有应答，负载均衡的健康检查让连接避开了它们。`;
  }
  if (unknown > 0) {
    return en
      ? `${unknown} of ${all} apiservers have not been asked.`
      : `${all} 个 apiserver 里有 ${unknown} 个还没有问过。`;
  }
  return '';
}

/** One address at several names, said with the lines that say it. */
export function sharedWords({ address, machines }: SharedAddress, language: Language): string {
  const en = language === 'en';
  const at = machines.map(({ name, line }) =>
    en ? `${drawable(name)} (line ${line})` : `${drawable(name)}（第 ${line} 行）`,
  );
  const last = at.at(-1) ?? '';
  const names = en ? `${at.slice(0, -1).join(', ')} and ${last}` : at.join('、');
  return en
    ? `${names} share ${drawable(address)}: one of them is wrong, and a command for the one reaches the other.`
    : `${names}用了同一个地址 ${drawable(address)}：其中一个写错了，发给一台的命令会到另一台。`;
}
