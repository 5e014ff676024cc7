import { type Line, type Span, readNumber } from '../../text/index.ts';
import type { CreatedBy, Frame, Goroutine, MemoryAccess, Stack, StackReason } from '../frame.ts';
import type { Fit, OpenStack } from '../reader.ts';
import { type OpenGoroutine, createGoroutine } from './goroutine.ts';
import { isBlankLine, quoteOf, spanOf, spanOver, withoutQuote } from './indentation.ts';
import type { Names } from './names.ts';
import type { GoOpener } from './opener.ts';

const RULE = '==================';
const TITLES = ['WARNING: DATA RACE', 'WARNING: DEADLOCK'];

/** A block of a report: what a goroutine did, or where it was created. */
type Block =
  | { readonly kind: 'access'; readonly id: number; readonly access: MemoryAccess }
  | { readonly kind: 'creation'; readonly id: number; readonly state: string };

interface Read {
  readonly block: Block;
  readonly goroutine: Goroutine;
}

/**
 * Reads a report of the race detector. What a goroutine did and where it was created are told in blocks of their own;
 * here the second becomes `createdBy` of the first.
 *
 *     ==================
 *     WARNING: DATA RACE
 *     Read at 0x00c00001c0a8 by main goroutine:
 *       main.main()
 *           /src/main.go:24 +0x307
 *
 *     Previous write at 0x00c00001c0a8 by goroutine 7:
 *       [failed to restore the stack]
 *
 *     Goroutine 7 (finished) created at:
 *     …
 *     ==================
 *
 * Source: compiler-rt `lib/tsan/rtl/tsan_report.cpp`, the part for Go; Go 1.19 `src/runtime/race/testdata`.
 */
export const openRace: GoOpener = (line, [previous], names) => {
  const quote = quoteOf(line.text);
  if (!TITLES.includes(line.text.slice(quote.length).trimEnd())) return undefined;
  const ruled = previous && withoutQuote(previous, quote).text.trimEnd() === RULE;
  return createRace(quote, ruled ? spanOf(previous) : undefined, names);
};

function createRace(quote: string, rule: Span | undefined, names: Names): OpenStack {
  let reason: StackReason | undefined;
  let open: { block: Block; goroutine: OpenGoroutine } | undefined;
  let inset = '';
  let closed = false;
  let to = 0;
  const blocks: Read[] = [];

  const close = (): void => {
    if (open) blocks.push({ block: open.block, goroutine: open.goroutine.end() });
    open = undefined;
  };

  const begin = (block: Block, line: Line): void => {
    close();
    inset = '';
    const heading = { id: block.id, state: 'running', lockedToThread: false };
    open = { block, goroutine: createGoroutine(heading, spanOf(line), names) };
  };

  /** Frames have blanks in front, if nobody stripped them; how many, the first one tells. */
  const readFrame = (line: Line): boolean => {
    if (!open) return false;
    if (inset === '' && !open.goroutine.hasFrames()) inset = quoteOf(line.text);
    return open.goroutine.push(withoutQuote(line, inset)) === 'part';
  };

  const read = (line: Line): Fit => {
    const text = line.text.trimEnd();
    if (closed) return isEnd(text) ? 'part' : 'over';
    if (!reason) {
      reason = { kind: text === TITLES[1] ? 'deadlock' : 'race', text, span: spanOf(line) };
      return 'part';
    }
    if (text === RULE) {
      close();
      closed = true;
      return 'part';
    }
    const block = readBlock(text);
    if (block) {
      begin(block, line);
      return 'part';
    }
    return isBlankLine(line) || readFrame(line) || isNote(text) ? 'part' : 'over';
  };

  return {
    push(quoted) {
      const line = withoutQuote(quoted, quote);
      const fit = read(line);
      if (fit === 'part' && !isBlankLine(line)) to = spanOf(line).to;
      return fit;
    },
    end() {
      close();
      const goroutines = join(blocks);
      if (!reason || goroutines.length === 0) return undefined;
      const from = rule ?? reason.span;
      return { language: 'go', reason, goroutines, span: spanOver(from, { from: to, to }) } satisfies Stack;
    },
  };
}

/** `Found 1 data race(s)`, `exit status 66`. */
const isEnd = (text: string): boolean =>
  (text.startsWith('Found ') && text.endsWith(' data race(s)')) || text.startsWith('exit status ');

/** Where a variable stands, or what could not be told. */
const isNote = (text: string): boolean =>
  text.trim() === '[failed to restore the stack]' || text.startsWith('Global var ');

const ACCESSES: readonly { start: string; kind: MemoryAccess['kind']; previous: boolean }[] = [
  { start: 'Read at ', kind: 'read', previous: false },
  { start: 'Write at ', kind: 'write', previous: false },
  { start: 'Previous read at ', kind: 'read', previous: true },
  { start: 'Previous write at ', kind: 'write', previous: true },
  { start: 'Heap block of size ', kind: 'allocation', previous: true },
];

/** `Previous write at 0x00c00001c0a8 by goroutine 7:`, `Goroutine 7 (running) created at:`. */
function readBlock(text: string): Block | undefined {
  if (!text.endsWith(':')) return undefined;
  if (text.startsWith('Goroutine ')) return readCreation(text);
  const found = ACCESSES.find(({ start }) => text.startsWith(start));
  if (!found) return undefined;
  const by = text.lastIndexOf(' by ');
  const words = text.slice(0, by).split(' ');
  const address = words.find((word) => word.startsWith('0x'));
  const id = by < 0 ? undefined : readWho(text.slice(by + ' by '.length, -1));
  if (address === undefined || id === undefined) return undefined;
  return { kind: 'access', id, access: { kind: found.kind, address, previous: found.previous } };
}

function readCreation(text: string): Block | undefined {
  const id = readNumber(text, 'Goroutine '.length);
  if (!id) return undefined;
  const rest = text.slice(id.to);
  const state = rest.slice(' ('.length, rest.indexOf(')'));
  return rest === ` (${state}) created at:` ? { kind: 'creation', id: id.value, state } : undefined;
}

function readWho(text: string): number | undefined {
  if (text === 'main goroutine') return 1;
  return text.startsWith('goroutine ') ? readNumber(text, 'goroutine '.length)?.value : undefined;
}

/** Gives each access the state of its goroutine and the place where that was created. */
function join(blocks: readonly Read[]): Goroutine[] {
  const created = new Map<number, { state: string; createdBy?: CreatedBy }>();
  for (const { block, goroutine } of blocks) {
    if (block.kind !== 'creation') continue;
    const createdBy = creator(goroutine.frames);
    created.set(block.id, { state: block.state, ...(createdBy ? { createdBy } : {}) });
  }
  return blocks.flatMap(({ block, goroutine }) =>
    block.kind === 'access' ? [{ ...goroutine, ...created.get(block.id), access: block.access }] : [],
  );
}

function creator([first, ...callers]: readonly Frame[]): CreatedBy | undefined {
  if (!first) return undefined;
  const { args: _, inlined: __, ...place } = first;
  return callers.length > 0 ? { ...place, callers } : place;
}
