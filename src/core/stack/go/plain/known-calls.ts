import { printOfText } from '../../fingerprint.ts';
import type { Frame, Symbol } from '../../frame.ts';
import { type FramePrint, framePrint } from '../../frame-print.ts';
import type { Location } from '../../location.ts';
import { hashOf } from './known-texts.ts';
import type { Placed } from '../names.ts';

/** A call and its place as they were printed before: only the arguments between the two halves differ. */
export interface KnownCall {
  /** `main.(*server).handle(` */
  readonly head: string;
  /** All that stands behind the arguments, of both lines: `)\n\t/src/server.go:120 +0x86\n`. */
  readonly tail: string;
  readonly symbol: Symbol;
  readonly placed: Placed;
  readonly location: Location | undefined;
  readonly print: FramePrint;
  /** Where the kernel keeps it, see `createCallKernel`; 0 if it does not. */
  kept: number;
}

/** The calls of a dump, of which most stand in it thousands of times, below the same ones. */
export interface KnownCalls {
  /** The call whose name ends at `open`, and whose arguments end at `close`; its place ends at `to`. */
  find(text: string, from: number, open: number, close: number, to: number): KnownCall | undefined;
  learn(call: Pick<KnownCall, 'head' | 'tail' | 'symbol' | 'placed'>): KnownCall;
}

/** So many are remembered at most, then it starts over: a dump may be made so that none comes again. */
const MAX_KNOWN = 20_000;

export function createKnownCalls(): KnownCalls {
  const byHash = new Map<number, KnownCall>();

  return {
    find(text, from, open, close, to) {
      const known = byHash.get(hashOf(text, close, to, hashOf(text, from, open)));
      return known && text.slice(from, open) === known.head && text.slice(close, to) === known.tail
        ? known
        : undefined;
    },
    learn(call) {
      const { head, tail } = call;
      const hash = hashOf(tail, 0, tail.length, hashOf(head, 0, head.length));
      if (byHash.size >= MAX_KNOWN) byHash.clear();
      const print = framePrint({ symbol: call.symbol, ...call.placed }, printOfText);
      const known = { ...call, location: call.placed.location, print, kept: 0 };
      byHash.set(hash, known);
      return known;
    },
  };
}

/** What stands between the parentheses of calls that stand one directly behind the other, the first one at `from`. */
export function argumentTexts(calls: readonly KnownCall[], text: string, from: number): string[] {
  let at = from;
  return calls.map(({ head, tail }) => {
    const open = at + head.length;
    const close = text.indexOf('\n', open) - 1;
    at = close + tail.length;
    return text.slice(open, close);
  });
}

/** Frames of one shape, so that whoever reads them finds what they look for at one place. */
export function frameOf({ symbol, placed }: KnownCall, args: string, span: Frame['span']): Frame {
  const inlined = args === '...';
  const { file, line, location, offset, address } = placed;
  if (address !== undefined || file === undefined || line === undefined || !location)
    return { symbol, args, inlined, ...placed, span };
  return offset === undefined
    ? { symbol, args, inlined, file, line, location, span }
    : { symbol, args, inlined, file, line, location, offset, span };
}
