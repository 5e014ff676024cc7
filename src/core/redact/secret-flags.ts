/** Words in a flag's name that mark its value as a secret. Names of files that hold secrets are none. */
const SECRET_WORDS = ['token', 'password', 'passwd', 'secret', 'apikey', 'api-key', 'credential'];

/** Endings that say that the value is where the secret is, or how it is handled. */
const HARMLESS_ENDINGS = ['-file', '-dir', '-path', '-ttl', '-url', '-name', '-config', '-auth'];

/** Where the value of a flag such as `--token=abc` starts if it is a secret; `undefined` otherwise. */
export function secretValueStart(argument: string): number | undefined {
  const sign = argument.indexOf('=');
  if (!argument.startsWith('-') || sign < 0 || sign === argument.length - 1) return undefined;
  const name = argument.slice(0, sign).toLowerCase();
  const secret = SECRET_WORDS.some((word) => name.includes(word));
  if (!secret || HARMLESS_ENDINGS.some((ending) => name.endsWith(ending))) return undefined;
  const value = argument.slice(sign + 1);
  return ['true', 'false'].includes(value) ? undefined : sign + 1;
}

/** The argument as it may be shown to somebody who looks over the shoulder. */
export function maskArgument(argument: string): string {
  const start = secretValueStart(argument);
  return start === undefined ? argument : `${argument.slice(0, start)}••••••`;
}
