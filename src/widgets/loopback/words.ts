import type { LoopbackPick } from '../../core/resolve/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Loopback picker', zh: '环回地址选择' },
  purpose: {
    en: 'At which host kube-apiserver reaches itself. Paste the addresses of the node: ip addr, ip -o addr, ip -brief addr, ifconfig, or the list that Go prints.',
    zh: 'kube-apiserver 用哪个主机访问自己。粘贴节点的地址：ip addr、ip -o addr、ip -brief addr、ifconfig，或 Go 打印的列表。',
  },
  label: { en: 'Addresses of the node', zh: '节点的地址' },
  bind: { en: '--bind-address', zh: '--bind-address' },
  sockets: {
    en: 'The kernel makes IPv6 sockets (not started with ipv6.disable=1)',
    zh: '内核支持 IPv6 套接字（启动参数没有 ipv6.disable=1）',
  },
  failed: { en: 'The reader stopped', zh: '读取中断' },
  noAddress: {
    en: 'No address found: expected lines such as `inet 127.0.0.1/8`, or `[127.0.0.1/8 ::1/128]`.',
    zh: '没有找到地址：需要 `inet 127.0.0.1/8` 这样的行，或 `[127.0.0.1/8 ::1/128]`。',
  },
  noBind: { en: 'expected an IP address to bind', zh: '监听地址应为 IP 地址' },
  example: { en: 'Worked example', zh: '示例' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

/** The verdict: the host, and whether it has to be looked up. */
export function verdictWords({ url, host, isName, wants }: LoopbackPick, language: Language): string {
  const en = language === 'en';
  if (isName)
    return en
      ? `The API server calls itself as ${url}: lo has no ${wants === 'ipv6' ? '::1' : '127.0.0.1'}, so the word localhost is left, and the resolver must find it.`
      : `API server 用 ${url} 访问自己：lo 上没有 ${wants === 'ipv6' ? '::1' : '127.0.0.1'}，只剩 localhost 这个名字，要靠解析。`;
  if (wants === undefined)
    return en
      ? `The API server calls itself as ${url}, the address that it is bound to. No lookup.`
      : `API server 用 ${url} 访问自己，即它监听的地址。不需要解析。`;
  return en
    ? `The API server calls itself as ${url}: ${host} is there. No lookup.`
    : `API server 用 ${url} 访问自己：本机有 ${host}。不需要解析。`;
}

/** How it came to that. */
export function reasonWords(
  { wants, total, linkLocal, loopbacks }: LoopbackPick,
  language: Language,
): string {
  const en = language === 'en';
  const list = loopbacks.join(', ');
  const counted = en
    ? `${total} addresses read, ${linkLocal} of them link-local; loopback: ${list || 'none'}.`
    : `读到 ${total} 个地址，其中 ${linkLocal} 个是链路本地地址；环回地址：${list || '无'}。`;
  if (wants === undefined) return counted;
  if (wants === 'ipv4')
    return en
      ? `${counted} Without IPv6 sockets the listener reports 0.0.0.0, so an IPv4 loopback address is wanted.`
      : `${counted}没有 IPv6 套接字时监听报告为 0.0.0.0，因此要找 IPv4 环回地址。`;
  return en
    ? `${counted} A listener on 0.0.0.0 reports [::], so an IPv6 loopback address is wanted, and 127.0.0.1 does not count.`
    : `${counted}监听 0.0.0.0 会报告为 [::]，因此要找 IPv6 环回地址，127.0.0.1 不算。`;
}

export function unreadWords(lines: readonly number[], language: Language): string {
  const shown = lines.slice(0, 10).join(', ') + (lines.length > 10 ? ' …' : '');
  return language === 'en' ? `Lines without an address: ${shown}.` : `没有地址的行：${shown}。`;
}
