import type { Bilingual } from '../../text/index.ts';
import type { ErrorKind } from './link.ts';

/** What a link of a chain was made by, as shown beside it. */
export const ERROR_KIND_WORDS: Readonly<Record<ErrorKind, Bilingual>> = {
  message: { en: 'message', zh: '消息' },
  request: { en: 'HTTP request', zh: 'HTTP 请求' },
  network: { en: 'network operation', zh: '网络操作' },
  syscall: { en: 'system call', zh: '系统调用' },
  errno: { en: 'error of the system', zh: '系统错误' },
  rpc: { en: 'gRPC status', zh: 'gRPC 状态' },
  server: { en: 'API server status', zh: 'API 服务器状态' },
  exception: { en: 'exception', zh: '异常' },
  aggregate: { en: 'several errors', zh: '多个错误' },
};
