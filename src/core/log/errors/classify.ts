import { isDigit, isLetter, isLower, isUpper } from '../../text/index.ts';
import type { ErrorKind } from './link.ts';

export interface Classified {
  readonly kind: ErrorKind;
  readonly code?: string;
}

/** What the C library says for an error number, as Go, glibc and Python print it. */
const ERRNO: Readonly<Record<string, string>> = {
  'address already in use': 'EADDRINUSE',
  'argument list too long': 'E2BIG',
  'bad file descriptor': 'EBADF',
  'broken pipe': 'EPIPE',
  'cannot allocate memory': 'ENOMEM',
  'cannot assign requested address': 'EADDRNOTAVAIL',
  'connection refused': 'ECONNREFUSED',
  'connection reset by peer': 'ECONNRESET',
  'connection timed out': 'ETIMEDOUT',
  'device or resource busy': 'EBUSY',
  'directory not empty': 'ENOTEMPTY',
  'exec format error': 'ENOEXEC',
  'file exists': 'EEXIST',
  'input/output error': 'EIO',
  'interrupted system call': 'EINTR',
  'invalid argument': 'EINVAL',
  'is a directory': 'EISDIR',
  'network is unreachable': 'ENETUNREACH',
  'no route to host': 'EHOSTUNREACH',
  'no space left on device': 'ENOSPC',
  'no such device': 'ENODEV',
  'no such file or directory': 'ENOENT',
  'no such process': 'ESRCH',
  'not a directory': 'ENOTDIR',
  'operation not permitted': 'EPERM',
  'operation not supported': 'ENOTSUP',
  'permission denied': 'EACCES',
  'read-only file system': 'EROFS',
  'resource temporarily unavailable': 'EAGAIN',
  'stale file handle': 'ESTALE',
  'text file busy': 'ETXTBSY',
  'too many open files': 'EMFILE',
  'transport endpoint is not connected': 'ENOTCONN',
};

/** Errors of Go's standard library that end most chains. */
const ENDS: Readonly<Record<string, string>> = {
  'i/o timeout': 'timeout',
  'context deadline exceeded': 'deadline-exceeded',
  'context canceled': 'canceled',
  'net/http: TLS handshake timeout': 'timeout',
  'no such host': 'no-such-host',
  'server misbehaving': 'server-misbehaving',
  EOF: 'eof',
  'unexpected EOF': 'eof',
};

const SYSCALLS = new Set(
  'connect accept bind listen read write sendto recvfrom getsockopt socket open fork/exec'.split(' '),
);
const METHODS = new Set('Get Post Put Patch Delete Head Options'.split(' '));
const NETWORK = new Set('dial read write listen accept lookup set'.split(' '));
const NETWORKS = new Set('tcp tcp4 tcp6 udp udp4 udp6 unix unixgram ip'.split(' '));

/** No words of the tables are longer: longer ones are not looked up. */
const MAX_WORDS = 40;

/** What one error of a chain is, by its own words. */
export function classify(text: string): Classified {
  const errno = errnoOf(text);
  if (errno) return { kind: 'errno', code: errno };
  if (text.length <= MAX_WORDS) {
    const end = lookUp(ENDS, text);
    if (end) return { kind: 'message', code: end };
    if (SYSCALLS.has(text)) return { kind: 'syscall', code: text };
  }
  const first = wordAt(text, 0);
  if (METHODS.has(first) && isAddress(text.slice(first.length + 1))) return { kind: 'request', code: first };
  if (first === 'lookup' && text.length > 7) return { kind: 'network', code: first };
  if (NETWORK.has(first) && NETWORKS.has(wordAt(text, first.length + 1)))
    return { kind: 'network', code: first };
  const status = serverStatus(text);
  if (status) return { kind: 'server', code: status };
  return isException(text) ? { kind: 'exception', code: text } : { kind: 'message' };
}

const wordAt = (text: string, from: number): string => {
  const end = text.indexOf(' ', from);
  return text.slice(from, end < 0 ? undefined : end);
};

const isAddress = (text: string): boolean =>
  text.startsWith('"') || text.startsWith('http://') || text.startsWith('https://');

/** `connection refused`, Python's `[Errno 111] Connection refused`. */
function errnoOf(text: string): string | undefined {
  const close = text.startsWith('[Errno ') ? text.indexOf('] ') : -2;
  const words = text.slice(close + 2);
  return words.length > MAX_WORDS ? undefined : lookUp(ERRNO, words.charAt(0).toLowerCase() + words.slice(1));
}

const lookUp = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** `Error from server (NotFound)` */
function serverStatus(text: string): string | undefined {
  const prefix = 'Error from server (';
  return text.startsWith(prefix) && text.endsWith(')') ? text.slice(prefix.length, -1) : undefined;
}

const ENDINGS = ['Exception', 'Error', 'Disconnected', 'Timeout', 'Warning', 'Refused'];

/** `java.net.ConnectException`, `requests.exceptions.ConnectTimeout`, `OSError`: dotted names, the last one a class. */
export function isException(text: string): boolean {
  if (text.length > 200 || !ENDINGS.some((ending) => text.endsWith(ending))) return false;
  const className = text.lastIndexOf('.') + 1;
  if (!isUpper(text.charCodeAt(className))) return false;
  let hasLower = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLower(code)) hasLower = true;
    if (!isLetter(code) && !isDigit(code) && code !== 46 && code !== 95 && code !== 36) return false;
  }
  return hasLower;
}
