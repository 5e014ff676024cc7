import { type Bilingual, type Language, drawable } from '../../text/index.ts';
import type { DialFailure, DialFailureKind } from './dial-failure.ts';

/** What a failure proves, in a sentence or two. */
export function dialFailureWords(failure: DialFailure, language: Language): string {
  const shown = (text: string | undefined): string => `\`${drawable(text ?? '').slice(0, 80)}\``;
  const { kind, name, host, server, address } = failure;
  return PROOFS[kind]({
    name: shown(name ?? host),
    host: shown(host),
    server: shown(server),
    address: shown(address),
    wording: name === undefined ? 'old' : 'new',
  })[language];
}

interface Facts extends Readonly<Record<'name' | 'host' | 'server' | 'address', string>> {
  /** A lookup that timed out is named in the error since Go 1.16. */
  readonly wording: 'old' | 'new';
}

const PROOFS: Readonly<Record<DialFailureKind, (facts: Facts) => Bilingual>> = {
  'lookup-timeout': ({ name, wording }) => ({
    en: `No address stands behind \`dial tcp\`: the name ${name} was never resolved before the limit ran out. Nothing was connected to; look at the resolver, not at the port. ${wording === 'old' ? 'Go up to 1.15 words it so.' : 'Newer Go than 1.15 words it so.'}`,
    zh: `\`dial tcp\` 后面没有地址：时限用完时，名字 ${name} 还没有解析出来。根本没有建立连接；要查解析，不是查端口。${wording === 'old' ? '这是 Go 1.15 及以前的写法。' : '这是比 1.15 新的 Go 的写法。'}`,
  }),
  'lookup-server-timeout': ({ name, server }) => ({
    en: `The resolver gave up by itself: ${server} did not answer for ${name}, and /etc/hosts does not have the name either, or was not asked.`,
    zh: `解析器自己放弃了：${server} 没有应答 ${name}，/etc/hosts 里也没有这个名字，或者没有查它。`,
  }),
  'lookup-refused': ({ name, server }) => ({
    en: `The nameserver ${server} cannot be reached for ${name}: nothing listens there, or there is no route. /etc/hosts does not have the name, or was not asked.`,
    zh: `查询 ${name} 时连不上 nameserver ${server}：那里没有监听，或没有路由。/etc/hosts 里没有这个名字，或者没有查它。`,
  }),
  'lookup-misbehaving': ({ name, server }) => ({
    en: `The nameserver ${server} answered that it cannot or will not resolve ${name} (SERVFAIL, REFUSED).`,
    zh: `nameserver ${server} 应答说无法或不愿解析 ${name}（SERVFAIL、REFUSED）。`,
  }),
  'no-such-host': ({ name }) => ({
    en: `Whoever was asked knows no ${name}: neither DNS, nor /etc/hosts as far as it was asked.`,
    zh: `被问到的都不知道 ${name}：DNS 没有，/etc/hosts（如果查了）也没有。`,
  }),
  'own-address-missing': ({ address }) => ({
    en: `The name was resolved, or an address chosen: ${address}. This machine has no such address, so nothing was sent. With \`::1\`, IPv6 is off on \`lo\`.`,
    zh: `名字已解析，或已选定地址：${address}。本机没有这个地址，所以什么也没发出。若是 \`::1\`，说明 \`lo\` 上关闭了 IPv6。`,
  }),
  'network-unreachable': ({ address }) => ({
    en: `The address is known, ${address}, and this machine has no route to it. With \`::1\`, IPv6 was switched off.`,
    zh: `地址已知：${address}，但本机没有到它的路由。若是 \`::1\`，说明 IPv6 被关闭了。`,
  }),
  'no-route-to-host': ({ address }) => ({
    en: `The address is known, ${address}, and the network says that it cannot be reached: the machine is off, or a firewall rejects.`,
    zh: `地址已知：${address}，网络回答说无法到达：机器已关，或被防火墙拒绝。`,
  }),
  'connection-refused': ({ address }) => ({
    en: `Resolved and reached: ${address} answers, and nothing listens on the port. Not DNS.`,
    zh: `已解析、可到达：${address} 有回应，但端口上没有监听。与 DNS 无关。`,
  }),
  'connect-timeout': ({ address }) => ({
    en: `Resolved to ${address}; the connection got no answer within the limit. Not DNS: the packets are dropped on the way, or the machine is off.`,
    zh: `已解析为 ${address}；连接在时限内没有回应。与 DNS 无关：报文在途中被丢弃，或机器已关。`,
  }),
  'connection-reset': () => ({
    en: 'The connection stood, and the other end broke it off.',
    zh: '连接已建立，被对方中断。',
  }),
  'tls-timeout': () => ({
    en: 'The connection stood, and the TLS handshake took longer than its 10 s: an overloaded machine, packets that are too large for the way, or something else on the port. Not DNS.',
    zh: '连接已建立，TLS 握手超过 10 秒：机器过载、报文超过路径 MTU，或端口上是别的程序。与 DNS 无关。',
  }),
  certificate: () => ({
    en: 'The connection stood; the certificate of the other end was not accepted.',
    zh: '连接已建立；对方的证书未被接受。',
  }),
  'closed-early': () => ({
    en: 'The connection stood, and the other end closed it without an answer.',
    zh: '连接已建立，对方未作回答就关闭了。',
  }),
  'request-deadline': ({ host }) => ({
    en: `The whole request to ${host} ran out of time. The words do not say where: lookup, connection or answer.`,
    zh: `对 ${host} 的整个请求超时。文字没有说明在哪一步：解析、连接还是应答。`,
  }),
  etcd: () => ({
    en: 'The error comes from etcd. The API server was asked and could not read or write.',
    zh: '错误来自 etcd：API server 收到了请求，但无法读写。',
  }),
  'other-address': ({ address }) => ({
    en: `\`localhost\` was resolved to ${address}, which is another machine: DNS, mostly a search domain with a wildcard, answered for it.`,
    zh: `\`localhost\` 被解析为 ${address}，那是另一台机器：由 DNS 回答，多半是搜索域里的通配记录。`,
  }),
};
