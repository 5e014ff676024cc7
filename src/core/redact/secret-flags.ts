/** Words in a flag's name that mark its value as a secret. Names of files that hold secrets are none. */
const SECRET_WORDS = ['token', 'password', 'passwd', 'secret', 'apikey', 'api-key', 'credential'];

/** Endings that say that the value is where the secret is, or how it is handled. */
const HARMLESS_ENDINGS = [
  '-file',
  '-dir',
  '-path',
  '-url',
  '-name',
  '-config',
  '-ttl',
  '-expiration',
  '-version',
  '-syncs',
  '-auth',
];

/**
 * Where the value of a flag such as `--token=abc` starts if it is a secret; `undefined` otherwise. A value that stands
 * behind its flag, as in `--token abc`, is told by the argument `before` it.
 */
export function secretValueStart(argument: string, before = ''): number | undefined {
  if (!isFlag(argument)) return isSecretFlag(before) && isSecret(argument) ? 0 : undefined;
  const sign = argument.indexOf('=');
  const password = passwordStart(argument);
  if (password !== undefined) return password;
  const secret = sign > 0 && isSecretFlag(argument.slice(0, sign)) && isSecret(argument.slice(sign + 1));
  return secret ? sign + 1 : undefined;
}

/** Behind `://` of an address with a password in it: `--etcd-servers=https://root:abc@10.0.0.1:2379`. */
function passwordStart(argument: string): number | undefined {
  const scheme = argument.indexOf('://');
  if (scheme < 0) return undefined;
  const from = scheme + 3;
  const at = argument.indexOf('@', from);
  const colon = argument.indexOf(':', from);
  const slash = argument.indexOf('/', from);
  const isUser = at > 0 && colon > 0 && colon < at && (slash < 0 || slash > at);
  return isUser ? from : undefined;
}

/** Arguments as they may be shown to somebody who looks over the shoulder. */
export const maskArguments = (argv: readonly string[]): string[] =>
  argv.map((argument, index) => {
    const start = secretValueStart(argument, argv[index - 1]);
    return start === undefined ? argument : `${argument.slice(0, start)}••••••`;
  });

/** `--token`, `-storage-driver-password`; not with its value. */
function isSecretFlag(flag: string): boolean {
  const name = flag.toLowerCase();
  if (!isFlag(name) || name.includes('=')) return false;
  return (
    SECRET_WORDS.some((word) => name.includes(word)) &&
    !HARMLESS_ENDINGS.some((ending) => name.endsWith(ending))
  );
}

/** Chat tools make one long dash of two short ones. */
const isFlag = (argument: string): boolean => ['-', '–', '—'].includes(argument.charAt(0));

/** A switch's value is none. */
const isSecret = (value: string): boolean => !['', 'true', 'false'].includes(value);
