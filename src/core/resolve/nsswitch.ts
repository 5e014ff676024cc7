import type { Span } from '../text/index.ts';
import {
  type ConfigProblem,
  type ConfigProblems,
  lineSpans,
  lowerAscii,
  withoutComment,
  wordsIn,
} from './config-lines.ts';

/** A source of the `hosts:` line: `files`, `dns`, `mdns4_minimal`. */
export interface NssSource {
  readonly name: string;
  readonly span: Span;
  /** It has criteria in brackets that say something else than what happens without them. */
  readonly unusual: boolean;
}

/** /etc/nsswitch.conf, as far as it tells about hosts. */
export interface Nsswitch {
  /** `broken`: Go gives the whole file up at its first bad line. */
  readonly state: 'missing' | 'broken' | 'read';
  readonly hosts: readonly NssSource[];
  readonly problems: ConfigProblems;
}

/** Sources that Go's resolver knows what to do with, and those it leaves to libc. */
const KNOWN = new Set(['files', 'dns', 'myhostname']);

/**
 * Reads `hosts: files mdns4_minimal [NOTFOUND=return] dns`. No file: `undefined`. Format: nsswitch.conf(5); reader:
 * [src/net/nss.go](https://github.com/golang/go/blob/go1.19.8/src/net/nss.go#L72), which splits sources at blanks only.
 */
export function readNsswitch(file: string | undefined): Nsswitch {
  if (file === undefined) return { state: 'missing', hosts: [], problems: [] };
  const hosts: NssSource[] = [];
  const problems: ConfigProblems = [];
  for (const whole of lineSpans(file)) {
    const line = trimmed(file, withoutComment(file, whole));
    if (line.from === line.to) continue;
    const colon = file.indexOf(':', line.from);
    if (colon < 0 || colon >= line.to) return broken(problems, 'no-colon', line, file);
    const database = trimmed(file, { from: line.from, to: colon });
    const { sources, fault } = readSources(file, { from: colon + 1, to: line.to });
    if (fault) return broken(problems, fault.code, fault.span, file);
    if (file.slice(database.from, database.to) !== 'hosts') continue;
    for (const source of sources) {
      hosts.push(source);
      if (!KNOWN.has(source.name) && !source.name.startsWith('mdns'))
        problems.push({ code: 'unknown-source', span: source.span, facts: { found: source.name } });
    }
  }
  return { state: 'read', hosts, problems };
}

interface Sources {
  readonly sources: readonly NssSource[];
  /** Makes Go give the whole file up. */
  readonly fault?: { readonly code: ConfigProblem; readonly span: Span };
}

function broken(problems: ConfigProblems, code: ConfigProblem, span: Span, file: string): Nsswitch {
  problems.push({ code, span, facts: { found: file.slice(span.from, span.to) } });
  return { state: 'broken', hosts: [], problems };
}

/** The sources behind the colon. */
function readSources(file: string, span: Span): Sources {
  const sources: NssSource[] = [];
  let { from } = trimmed(file, span);
  const { to } = span;
  while (from < to) {
    const blank = file.slice(from, to).indexOf(' ');
    const end = blank < 0 ? trimmed(file, { from, to }).to : from + blank;
    const source = { from, to: end };
    from = blank < 0 ? to : trimmed(file, { from: end + 1, to }).from;
    let unusual = false;
    if (from < to && file.charAt(from) === '[') {
      const close = file.slice(from, to).indexOf(']');
      if (close < 0) return { sources, fault: { code: 'open-bracket', span: { from, to } } };
      const inside = { from: from + 1, to: from + close };
      const criteria = wordsIn(file, inside).map(({ text }) => readCriterion(text));
      if (criteria.includes(undefined)) return { sources, fault: { code: 'bad-criterion', span: inside } };
      unusual = criteria.some((one, index) => !isUsual(one, index === criteria.length - 1));
      from = trimmed(file, { from: from + close + 1, to }).from;
    }
    sources.push({ name: file.slice(source.from, source.to), span: source, unusual });
  }
  return { sources };
}

interface Criterion {
  readonly negated: boolean;
  readonly status: string;
  readonly action: string;
}

/** `NOTFOUND=return`, `!UNAVAIL=return` */
function readCriterion(text: string): Criterion | undefined {
  const negated = text.startsWith('!');
  const body = lowerAscii(negated ? text.slice(1) : text);
  const equals = body.indexOf('=');
  if (body.length < 3 || equals < 0) return undefined;
  return { negated, status: body.slice(0, equals), action: body.slice(equals + 1) };
}

/** Whether a criterion says just what happens without it. */
function isUsual(criterion: Criterion | undefined, isLast: boolean): boolean {
  if (!criterion || criterion.negated) return false;
  const { status, action } = criterion;
  if (!['success', 'notfound', 'unavail', 'tryagain'].includes(status)) return false;
  return (isLast && action === 'return') || action === (status === 'success' ? 'return' : 'continue');
}

function trimmed(text: string, span: Span): Span {
  let { from, to } = span;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return { from, to };
}
