import { CODE, isDigit, plainText, readNumber } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Peeled, Wrapper } from './layer.ts';
import { readLogPath } from './log-path.ts';
import { wordEnd } from './word.ts';

const HEADING = '==> ';
const HEADING_END = ' <==';

/**
 * What grep and ripgrep put in front of a line (`kubelet.log:`, `kubelet.log:12:`, of context `kubelet.log-12-`, and without
 * a name `12:`), and the headings of `tail -f` over several files (`==> kubelet.log <==`), which are no lines of a program.
 *
 * A name in front of a colon is prose, a key or a source line until something known follows it.
 */
export const GREP: Wrapper = {
  id: 'grep',
  name: 'grep or tail',
  starts: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_=',
  behindWord: ':- \t',
  peel(line) {
    if (line.charCodeAt(0) === CODE.equals) return heading(line);
    const end = wordEnd(line);
    if (line.charCodeAt(end) === CODE.colon) return match(line, end);
    return context(line, end);
  },
};

/** `==> kubelet.log <==`. */
export const isHeading = (line: string): boolean =>
  line.startsWith(HEADING) && line.endsWith(HEADING_END) && line.length > HEADING.length + HEADING_END.length;

function heading(line: string): Peeled | undefined {
  if (!isHeading(line)) return undefined;
  return layerOf(line.slice(HEADING.length, -HEADING_END.length), '', line.length, false);
}

/** `kubelet.log:text`, `kubelet.log:12:text`, `12:text`. */
function match(line: string, end: number): Peeled | undefined {
  const number = readNumber(line, end + 1);
  const withNumber = number && line.charCodeAt(number.to) === CODE.colon ? number.to + 1 : end + 1;
  const isNumber = readNumber(line, 0)?.to === end;
  const from = beginsRecord(line, end + 1) ? end + 1 : withNumber;
  const known = beginsRecord(line, from);
  if (!known && !isNumber && !isFileName(line, end)) return undefined;
  return layerOf(isNumber ? '' : line.slice(0, end), line.slice(from), from, !known);
}

/** `kubelet.log-12-text`, `kubelet.log-text`, `12-text`; the text is part of the word or starts behind it. */
function context(line: string, end: number): Peeled | undefined {
  for (let dash = 1; dash < end; dash++) {
    if (line.charCodeAt(dash) !== CODE.minus || !beginsRecord(line, dash + 1)) continue;
    const file = withoutNumber(line, dash);
    const isNumber = readNumber(line, 0)?.to === dash;
    if (!isNumber && !isFileName(line, file)) return undefined;
    return layerOf(isNumber ? '' : line.slice(0, file), line.slice(dash + 1), dash + 1, false);
  }
  return undefined;
}

/** Where the name ends in front of `-12`. */
function withoutNumber(line: string, dash: number): number {
  let at = dash;
  while (at > 0 && isDigit(line.charCodeAt(at - 1))) at--;
  return at < dash && line.charCodeAt(at - 1) === CODE.minus ? at - 1 : dash;
}

/** A name with a point or a slash in it. */
function isFileName(line: string, end: number): boolean {
  const point = line.indexOf('.');
  const slash = line.indexOf('/');
  return (point >= 0 && point < end - 1) || (slash >= 0 && slash < end - 1);
}

function layerOf(file: string, text: string, from: number, doubtful: boolean): Peeled {
  const named = file === '' ? {} : { file, ...readLogPath(file) };
  return { layer: { kind: 'grep', ...named }, content: plainText(text, from), doubtful };
}

/**
 * A line behind a match of the same file, whatever is on it: `kubelet.log-\t/usr/local/go/src/…`, `kubelet.log:13:main()`.
 */
export function peelSameFile(line: string, layer: Peeled['layer']): Peeled | undefined {
  const end = layer.file?.length ?? 0;
  if (end === 0 || !line.startsWith(layer.file ?? '')) return undefined;
  const mark = line.charCodeAt(end);
  if (mark !== CODE.colon && mark !== CODE.minus) return undefined;
  const number = readNumber(line, end + 1);
  const from = number && line.charCodeAt(number.to) === mark ? number.to + 1 : end + 1;
  return { layer, content: plainText(line.slice(from), from) };
}
