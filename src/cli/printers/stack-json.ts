import type { StackPart } from '../../core/match/index.ts';
import { createVersionsSeen, tellGoroutine } from '../../core/stack/index.ts';
import type { Span } from '../../core/text/index.ts';
import type { Io } from '../command.ts';

export interface StackPrinter {
  readonly part: (part: StackPart) => void;
  /** A line that is no part of a stack. */
  readonly unread: (line: Span & { readonly end: number; readonly text: string }) => void;
  readonly end: () => void;
}

/**
 * One JSON object, written while the text is read: `{"stacks":[{"language","reason"?,"kind"?,"goroutines":[…]}],"unparsed":[…]}`.
 * `reason` is what the program said, `kind` what sort of end it is; `unparsed` are spans. Stacks whose lines come in turns are written one after the other; only what has to wait for another is held.
 */
export function jsonPrinter(out: Io['out']): StackPrinter {
  const versions = createVersionsSeen();
  /** Stacks in the order of their first part; the first is being written. */
  const open = new Map<number, { text: string[]; goroutines: number; done: boolean }>();
  const unparsed: Span[] = [];
  let written = 0;

  const flush = (): void => {
    for (const [number, { text, done }] of open) {
      if (text.length > 0) out(text.join(''));
      text.length = 0;
      if (!done) return;
      open.delete(number);
    }
  };

  return {
    part({ stack, language, reason, goroutines, last }) {
      let held = open.get(stack);
      if (!held) {
        const why = reason && { reason: reason.text, kind: reason.kind };
        const head = JSON.stringify({ language, ...why }).slice(0, -1);
        held = {
          text: [`${written++ > 0 ? ',' : '{"stacks":['}${head},"goroutines":[`],
          goroutines: 0,
          done: false,
        };
        open.set(stack, held);
      }
      for (const goroutine of goroutines) {
        versions.push(goroutine);
        const comma = held.goroutines++ > 0 ? ',' : '';
        held.text.push(comma + JSON.stringify(tellGoroutine(goroutine, versions.known())));
      }
      if (last) held.text.push(']}');
      held.done = last;
      flush();
    },
    unread({ from, end }) {
      const before = unparsed.at(-1);
      if (before?.to === from) unparsed[unparsed.length - 1] = { from: before.from, to: end };
      else unparsed.push({ from, to: end });
    },
    end() {
      const spans = unparsed.toSorted((a, b) => a.from - b.from);
      out(`${written > 0 ? '' : '{"stacks":['}],"unparsed":${JSON.stringify(spans)}}\n`);
    },
  };
}
