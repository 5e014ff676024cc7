import type { Bilingual } from '../../text/index.ts';

/** How the aggregator's own request to a backend failed, told by the message of `FailedDiscoveryCheck`. */
export const DISCOVERY_FAILURES = [
  'bad-status',
  'certificate',
  'tls',
  'refused',
  'no-route',
  'unresolved',
  'timeout',
] as const;

export type DiscoveryFailure = (typeof DISCOVERY_FAILURES)[number];

/**
 * Pieces of the message, the more telling first. The first two words are the aggregator's
 * (kube-aggregator v0.34.0 `remote_available_controller.go:328, 339`), the others those of Go's `net`, `net/http`,
 * `crypto/tls` and `crypto/x509`.
 */
const PIECES: readonly (readonly [string, DiscoveryFailure])[] = [
  ['bad status from ', 'bad-status'],
  ['x509: ', 'certificate'],
  ['tls: ', 'tls'],
  ['server gave HTTP response to HTTPS client', 'tls'],
  ['connection refused', 'refused'],
  ['no route to host', 'no-route'],
  ['network is unreachable', 'no-route'],
  ['no such host', 'unresolved'],
  ['i/o timeout', 'timeout'],
  ['timed out waiting for ', 'timeout'],
  ['context deadline exceeded', 'timeout'],
  ['Client.Timeout exceeded', 'timeout'],
];

/** Longer messages are cut: the telling piece is at the end of the first sentence. */
const MAX_MESSAGE = 4_000;

/** `undefined` if the message has none of the pieces: then it is only shown. */
export function discoveryFailure(message: string): DiscoveryFailure | undefined {
  const text = message.slice(0, MAX_MESSAGE);
  return PIECES.find(([piece]) => text.includes(piece))?.[1];
}

export const DISCOVERY_FAILURE_WORDS: Readonly<Record<DiscoveryFailure, Bilingual>> = {
  'bad-status': {
    en: 'The backend answers, with a status that is none of 200 to 299: it does not serve this group and version, or does not trust the apiserver.',
    zh: '后端有应答，但状态码不在 200–299 之内：它不提供这个组和版本，或者不信任 apiserver。',
  },
  certificate: {
    en: 'The backend’s certificate does not fit the caBundle. The check looks at it since Kubernetes 1.36; before, only the requests do.',
    zh: '后端证书与 caBundle 不符。检查从 Kubernetes 1.36 起才验证证书；之前只有真正的请求才验证。',
  },
  tls: {
    en: 'The backend does not take the apiserver’s TLS: it refuses its client certificate, or speaks plain HTTP.',
    zh: '后端不接受 apiserver 的 TLS：它拒绝客户端证书，或者只说明文 HTTP。',
  },
  refused: {
    en: 'Something has the address, but nothing listens on the port.',
    zh: '地址有人占用，但端口上没有程序监听。',
  },
  'no-route': {
    en: 'The master has no route to the backend’s address.',
    zh: 'master 到后端地址没有路由。',
  },
  unresolved: { en: 'The backend’s name does not resolve.', zh: '后端的名字无法解析。' },
  timeout: {
    en: 'Nothing answers at that address within five seconds: the master’s way to the Service or pod network is cut.',
    zh: '那个地址五秒内没有应答：master 到 Service 或 Pod 网络的路不通。',
  },
};
