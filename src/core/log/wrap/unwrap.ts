import {
  type Line,
  type MappedText,
  type Span,
  originOf,
  plainText,
  sliceMapped,
  throughMapped,
} from '../../text/index.ts';
import type { LogHeader } from '../header.ts';
import { type Layer, type Peeled, type ProgramLine, speakerOf } from './layer.ts';
import { peelCutHead } from './docker-json.ts';
import { createMemory } from './memory.ts';
import { type WorkLine, createPartials } from './partials.ts';
import { isEntity } from './entities.ts';
import { peelNext } from './peel-next.ts';
import { type WholeLine, createWidthJoiner } from './terminal-width.ts';

export interface Unwrapper {
  /**
   * The lines of programs that this physical line completes. A caller that has read a header at the line's start gives
   * it: nothing stands in front of it then, and only what can be anywhere on a line is looked for.
   */
  push(line: Line, header?: LogHeader): ProgramLine[];
  /** Whether it would give a line as it is that begins with a header and is bare, and remember nothing but its length. */
  isIdle(): boolean;
  /** Such lines were not given to it; the longest of them has this length. */
  pass(longest: number): void;
  /** What is still open. */
  end(): ProgramLine[];
}

/** Deeper nesting is no log; each level of escapes halves the text at most. */
const MAX_DEPTH = 8;

/** Longer lines are given as they are: no runtime writes such, and a map of their escapes would be larger than they are. */
const MAX_LENGTH = 1024 * 1024;

const NO_LAYERS: readonly Layer[] = [];

/** Begins every sequence of a terminal. */
const ESCAPE = '\x1b';

/**
 * Takes off what stands around log lines, outermost first, line by line: what the programs printed, each character with
 * its way back to the paste. Lines that a runtime cut in parts are joined, escaped text with newlines is several lines.
 * A line without any wrapper is given as it is. It holds the lines that are cut in parts (of 64 sources, 256 Ki characters
 * each) and the rows of one terminal line, no more.
 */
export function createUnwrapper(): Unwrapper {
  const rows = createWidthJoiner();
  const partials = createPartials();
  const memory = createMemory();

  const peel = (line: WorkLine, peeled = peelOne(line.rest.text, line.layers.length)): ProgramLine[] => {
    if (!peeled) return [toProgramLine(line)];
    memory.learn(line.rest.text, peeled);
    const inner = withoutLayer(line, peeled);
    const whole = peeled.partial === undefined ? inner : partials.push(inner, peeled.partial);
    return whole ? splitRest(whole).flatMap((one) => peel(one)) : [];
  };

  const peelOne = (text: string, depth: number): Peeled | undefined =>
    depth < MAX_DEPTH ? (memory.peel(text) ?? peelNext(text, memory.isKnown)) : undefined;

  const peelFirst = ({ text, number }: WholeLine): Peeled | undefined =>
    peelOne(text, 0) ?? (number === 1 ? peelCutHead(text) : undefined);

  const unwrap = (line: WholeLine | HeadedLine): ProgramLine[] => {
    const late = partials.late(line.number);
    if ('header' in line && isBare(line.text)) {
      const heading = memory.heading(line.text);
      const done = [heading === '' ? line : { ...line, source: heading }];
      memory.lineEnds(line.text, done);
      return late.length > 0 ? [...late.flatMap((one) => peel(one)), ...done] : done;
    }
    const peeled = line.text.length > MAX_LENGTH ? undefined : peelFirst(line);
    const isPlain = !peeled && !line.parts;
    const done = isPlain
      ? [plainLine(line, memory.heading(line.text))]
      : peel(toWorkLine(line, memory.heading(line.text)), peeled);
    memory.lineEnds(line.text, done);
    return late.length > 0 ? [...late.flatMap((one) => peel(one)), ...done] : done;
  };

  return {
    push(line, header) {
      const whole = rows.push(header ? headedLine(line, header) : line);
      const [only] = whole;
      return only && whole.length === 1 ? unwrap(only) : whole.flatMap(unwrap);
    },
    isIdle: () => rows.isIdle() && partials.isIdle() && memory.isIdle(),
    pass: rows.pass,
    end() {
      const lines = rows.end().flatMap(unwrap);
      // What was in parts may turn out to be a part of something inside.
      for (let open = partials.end(); open.length > 0; open = partials.end()) {
        for (const one of open) lines.push(...peel(one));
      }
      return lines;
    },
  };
}

type HeadedLine = ProgramLine & { readonly header: LogHeader };

const headedLine = ({ number, from, to, end, text }: Line, header: LogHeader): HeadedLine => ({
  number,
  from,
  to,
  end,
  text,
  layers: NO_LAYERS,
  source: '',
  physical: 1,
  header,
});

/** Neither coloured nor HTML. */
function isBare(text: string): boolean {
  if (text.includes(ESCAPE)) return false;
  const at = text.indexOf('&');
  return at < 0 || !isEntity(text, at);
}

const plainLine = ({ number, from, to, end, text }: Line, source: string): ProgramLine => ({
  number,
  from,
  to,
  end,
  text,
  layers: NO_LAYERS,
  source,
  physical: 1,
});

function toWorkLine({ number, from, to, end, text, origin, parts }: WholeLine, source: string): WorkLine {
  const joined: Layer = { kind: 'terminal-width', span: { from, to: end } };
  return {
    number,
    from,
    to,
    end,
    rest: origin ? { text, pieces: origin } : plainText(text, from),
    layers: parts ? [joined] : NO_LAYERS,
    source,
    physical: parts?.length ?? 1,
    parts: parts ?? [{ from, to: end }],
  };
}

function toProgramLine({
  number,
  from,
  to,
  end,
  rest,
  layers,
  source,
  physical,
  parts,
}: WorkLine): ProgramLine {
  const [only] = parts;
  const isWhole = parts.length === 1 && only?.from === from && only.to === end;
  const line = { number, from, to, end, text: rest.text, origin: rest.pieces, layers, source, physical };
  return physical === 0 || isWhole ? line : { ...line, parts };
}

function withoutLayer(line: WorkLine, { layer, content }: Peeled): WorkLine {
  const speaker = speakerOf(layer);
  const source = line.source === '' || speaker === '' ? line.source + speaker : `${line.source}/${speaker}`;
  const taken = originOf(line.rest, takenSpan(line.rest.text, content));
  return {
    ...line,
    rest: throughMapped(content, line.rest),
    layers: [...line.layers, { ...layer, span: taken }],
    source,
  };
}

/** A prefix, if the content is the rest of the text as it is; else all of it. */
function takenSpan({ length }: string, { text, pieces }: MappedText): Span {
  const start = pieces[0]?.from ?? 0;
  return pieces.length === 1 && start + text.length === length
    ? { from: 0, to: start }
    : { from: 0, to: length };
}

/** An escaped text with newlines as lines: the first is the physical line, the others are further ones. */
function splitRest(line: WorkLine): WorkLine[] {
  const { text } = line.rest;
  if (!text.includes('\n')) return [line];
  const lines: WorkLine[] = [];
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const next = newline < 0 ? text.length : newline;
    const to = next > from && text.endsWith('\r', next) ? next - 1 : next;
    const rest = sliceMapped(line.rest, from, to);
    if (lines.length === 0) lines.push({ ...line, rest });
    else {
      const origin = originOf(line.rest, { from, to });
      lines.push({ ...line, from: origin.from, to: origin.to, end: origin.to, rest, physical: 0, parts: [] });
    }
    from = next + 1;
  }
  return lines;
}
