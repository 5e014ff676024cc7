import { PAGE, type WithMemory, instantiate, putNarrow } from '../../../text/index.ts';
import { ARGUMENT_KINDS } from '../../call-arguments.ts';
import { createFingerprint } from '../../fingerprint.ts';
import type { CallText } from './call-text.ts';
import { KERNEL } from './kernel.ts';
import type { KnownCall } from './known-calls.ts';

interface Kernel extends WithMemory {
  readonly call: (at: number, known: number, to: number) => number;
}

/** So much of the text is in memory at a time. */
const PART = 1 << 18;
/** The kernel looks a few bytes behind the text. */
const SLACK = 64;
const TEXT = 1_024;
const KNOWN = TEXT + PART + SLACK;
/** Room for some five thousand calls; when it is used up it starts over. */
const END = KNOWN + (1 << 20);
const PAGES = Math.ceil(END / PAGE);

/** No call is longer, arguments, place and all; what is longer is no plain one. */
const LONGEST = 1 << 14;

/** Numbers of four bytes: the fingerprints, and how many addresses there are. */
const PRINTS = 64;
const COUNT = PRINTS + 4;
/** A number of eight bytes. */
const ADDRESSES = 36;

/**
 * The same as `createCallText`, in WebAssembly: names and places are compared sixteen bytes at a time, and numbers of 64
 * bits are read in one piece. It takes a quarter of the time. `undefined` where it is not to be had.
 */
export function createCallKernel(): CallText | undefined {
  const kernel = instantiate<Kernel>(KERNEL, PAGES);
  if (!kernel) return undefined;
  const { buffer } = kernel.memory;
  const memory = new Uint8Array(buffer);
  const numbers = new Int32Array(buffer);
  const addresses = new Float64Array(buffer);
  memory.set(ARGUMENT_KINDS);

  let text = '';
  let source: string | Uint8Array = '';
  /** The part of the text that stands in memory, and what is added to its places there. */
  let from = 0;
  let to = 0;
  let shift = TEXT;
  /** The calls that are kept, and where there is room for the next. */
  let kept: KnownCall[] = [];
  let free = KNOWN;

  const load = (start: number): void => {
    from = start;
    to = Math.min(start + PART, text.length);
    shift = TEXT - start;
    putNarrow(source, from, to, memory, TEXT);
  };

  const keep = (call: KnownCall): void => {
    const { head, tail } = call;
    const length = 8 + head.length + tail.length;
    if (free + length > END) {
      for (const one of kept) one.kept = 0;
      kept = [];
      free = KNOWN;
    }
    call.kept = free;
    kept.push(call);
    numbers[free >> 2] = head.length;
    numbers[(free >> 2) + 1] = tail.length;
    putNarrow(head + tail, 0, head.length + tail.length, memory, free + 8);
    free = (free + length + 3) & ~3;
  };

  return {
    begin(next, bytes) {
      if (next !== text) {
        text = next;
        source = bytes ?? next;
        from = 0;
        to = 0;
      }
      const { left, right } = createFingerprint();
      numbers[PRINTS] = left;
      numbers[PRINTS + 1] = right;
      numbers[PRINTS + 2] = left;
      numbers[PRINTS + 3] = right;
      numbers[COUNT] = 0;
    },
    end(call, at) {
      if (at < from || (at + LONGEST > to && (to < text.length || to === 0))) load(at);
      if (call.kept === 0) {
        if (call.head.length + call.tail.length > LONGEST) return 0;
        keep(call);
      }
      const end = kernel.call(at + shift, call.kept, to + shift);
      return end > 0 ? end - shift : end;
    },
    prints() {
      const own: number[] = [];
      for (let index = 0; index < (numbers[COUNT] ?? 0); index++) own.push(addresses[ADDRESSES + index] ?? 0);
      return {
        constants: { left: numbers[PRINTS] ?? 0, right: numbers[PRINTS + 1] ?? 0 },
        pointers: { left: numbers[PRINTS + 2] ?? 0, right: numbers[PRINTS + 3] ?? 0 },
        addresses: own,
      };
    },
  };
}
