import { CODE, isBlank, readNumber } from '../../text/index.ts';
import { severityOfWord } from '../severity.ts';

/** The program that speaks, and where its text starts. */
export interface Ident {
  readonly name: string;
  readonly process?: number;
  readonly to: number;
}

/** RFC 3164 allows 32 characters; launchd and systemd use more. */
const MAX_IDENT = 100;

/**
 * Reads `kubelet[812]: `, `kernel: `, `Setup Assistant[1173]: `, `launchd[1] (com.apple.x[50989]): `. In a line that is
 * not known to be syslog by its date (`strict`) the name is one word.
 */
export function readIdent(line: string, from: number, strict: boolean): Ident | undefined {
  const limit = Math.min(line.length, from + MAX_IDENT);
  for (let at = from; at < limit; at++) {
    const code = line.charCodeAt(at);
    if (code === CODE.colon) {
      const named = at > from && (at + 1 >= line.length || isBlank(line.charCodeAt(at + 1)));
      if (named) return identOf(line, from, at, undefined, at + 1, strict);
      if (strict) return undefined;
    } else if (code === CODE.openBracket) {
      const pid = readNumber(line, at + 1);
      if (at === from || !pid || line.charCodeAt(pid.to) !== CODE.closeBracket) return undefined;
      const colon = colonBehind(line, pid.to + 1, limit);
      return colon === undefined ? undefined : identOf(line, from, at, pid.value, colon + 1, strict);
    } else if (isBlank(code) && strict) return undefined;
  }
  return undefined;
}

function identOf(
  line: string,
  from: number,
  end: number,
  process: number | undefined,
  to: number,
  strict: boolean,
): Ident | undefined {
  const name = line.slice(from, end);
  if (strict && severityOfWord(name)) return undefined;
  const next = isBlank(line.charCodeAt(to)) ? to + 1 : to;
  return process === undefined ? { name, to: next } : { name, process, to: next };
}

/** The colon right behind the bracket, or behind ` (…)`. */
function colonBehind(line: string, from: number, limit: number): number | undefined {
  if (line.charCodeAt(from) === CODE.colon) return from;
  if (!line.startsWith(' (', from)) return undefined;
  const close = line.indexOf('):', from);
  return close >= 0 && close < limit + MAX_IDENT ? close + 1 : undefined;
}
