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
  if (!argument.startsWith('-')) return isSecretFlag(before) && isSecret(argument) ? 0 : undefined;
  const sign = argument.indexOf('=');
  const secret = sign > 0 && isSecretFlag(argument.slice(0, sign)) && isSecret(argument.slice(sign + 1));
  return secret ? sign + 1 : undefined;
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
  if (!name.startsWith('-') || name.includes('=')) return false;
  return (
    SECRET_WORDS.some((word) => name.includes(word)) &&
    !HARMLESS_ENDINGS.some((ending) => name.endsWith(ending))
  );
}

/** A switch's value is none. */
const isSecret = (value: string): boolean => !['', 'true', 'false'].includes(value);
