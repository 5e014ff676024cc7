import { toStack } from '../exceptions.ts';
import type { Frame, Goroutine, StackReason } from '../frame.ts';
import type { OpenStack, Opener } from '../reader.ts';
import { classifyPythonPath, pythonSymbol, readPythonFrame } from './frame-line.ts';

interface OpenThread {
  readonly name: string;
  readonly current: boolean;
  readonly frames: Frame[];
  readonly from: number;
  to: number;
}

/**
 * Opens what faulthandler prints of all threads, the innermost call first:
 *
 *     Fatal Python error: Segmentation fault                             ◄ here
 *
 *     Current thread 0x00007fe317690b80 (most recent call first):        ◄ or here
 *       File "/srv/app.py", line 40 in <module>
 *
 * Source: CPython 3.13 `Python/traceback.c` (write_thread_id), `Modules/faulthandler.c`.
 */
export const openFaultDump: Opener = ({ text, from, to }) => {
  const kind = REASONS.find(([words]) => text.startsWith(words))?.[1];
  const reason = kind && { kind, text: text.trimEnd(), span: { from, to } };
  return reason || readThread(text) ? createFaultDump(reason) : undefined;
};

const REASONS: readonly (readonly [words: string, kind: StackReason['kind']])[] = [
  ['Fatal Python error: ', 'fatal'],
  // Of `faulthandler.dump_traceback_later`.
  ['Timeout (0:', 'dump'],
];

/** Between the reason and the first thread stand a blank line and what the interpreter is doing. */
const MAX_PREFACE = 4;

function createFaultDump(reason: StackReason | undefined): OpenStack {
  const threads: OpenThread[] = [];
  let preface = 0;
  return {
    push(line) {
      const { text, from, to } = line;
      const header = readThread(text);
      if (header) {
        threads.push({ ...header, frames: [], from, to });
        return 'part';
      }
      const thread = threads.at(-1);
      if (!thread) {
        preface++;
        if (preface === 1) return 'part';
        return preface <= MAX_PREFACE ? 'maybe' : 'over';
      }
      if (text.trim() === '') return 'maybe';
      if (!text.startsWith('  ')) return 'over';
      const read = readPythonFrame(text.slice(2));
      if (read) {
        const symbol = pythonSymbol(read.function ?? '');
        const place = { file: read.file, line: read.line, location: classifyPythonPath(read.file) };
        thread.frames.push({ symbol, args: '', inlined: false, ...place, span: { from, to } });
      }
      thread.to = to;
      return 'part';
    },
    end: () => toStack('python', threads.map(toThread), threads.length > 0 ? reason : undefined),
  };
}

const toThread = ({ name, current, frames, from, to }: OpenThread): Goroutine => ({
  name,
  state: current ? 'running' : '',
  lockedToThread: false,
  frames,
  span: { from, to },
});

const FIRST = ' (most recent call first):';

/** `Thread 0x00007f247404fb80 (most recent call first):`; since 3.14 with the thread's name in brackets. */
function readThread(text: string): Pick<OpenThread, 'name' | 'current'> | undefined {
  const line = text.trimEnd();
  const current = line.startsWith('Current thread 0x');
  if (!line.endsWith(FIRST) || (!current && !line.startsWith('Thread 0x'))) return undefined;
  const words = line.slice(line.indexOf('0x'), -FIRST.length);
  const open = words.indexOf(' [');
  return { name: open > 0 && words.endsWith(']') ? words.slice(open + 2, -1) : words, current };
}
