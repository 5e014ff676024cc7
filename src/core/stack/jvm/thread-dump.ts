import { type Line, type Span, isBlank, runEnd } from '../../text/index.ts';
import { toStack } from '../exceptions.ts';
import type { Frame, Goroutine, LockUse, StackReason } from '../frame.ts';
import type { OpenStack, Opener } from '../reader.ts';
import { readJvmFrame } from './frame-line.ts';

/** The header of a thread in a dump, up to its quote at the end of the name. */
interface ThreadHeader {
  readonly name: string;
  /** `waiting on condition`, `runnable`: what the operating system's thread does. */
  readonly state: string;
}

interface OpenThread extends ThreadHeader {
  javaState?: string;
  readonly frames: Frame[];
  readonly locks: LockUse[];
  readonly from: number;
  to: number;
}

/**
 * Opens a dump as `jstack` and SIGQUIT print it, at its title, at any thread, or at its list of deadlocks:
 *
 *     Full thread dump OpenJDK 64-Bit Server VM (17.0.15+6 mixed mode, sharing):      ◄ here
 *     "main" #1 prio=5 os_prio=0 tid=0x… nid=0x5099 waiting on condition  [0x…]       ◄ or here
 *        java.lang.Thread.State: TIMED_WAITING (sleeping)
 *     ⇥at java.lang.Thread.sleep(java.base@17.0.15/Native Method)
 *     ⇥- locked <0x000000069ec02f40> (a java.lang.ref.ReferenceQueue$Lock)
 *
 *     Found one Java-level deadlock:                                                  ◄ or here
 *
 * Source: OpenJDK 17 `thread.cpp` (JavaThread::print_on), `vframe.cpp` (print_lock_info_on),
 * `threadService.cpp` (DeadlockCycle::print_on).
 */
export const openThreadDump: Opener = ({ text, from, to }) => {
  if (text.startsWith('"')) return readThreadHeader(text) ? createThreadDump(undefined) : undefined;
  const kind = TITLES.find(([words]) => text.startsWith(words))?.[1];
  return kind && createThreadDump({ kind, text: text.trimEnd(), span: { from, to } });
};

const TITLES: readonly (readonly [words: string, kind: StackReason['kind']])[] = [
  ['Full thread dump ', 'dump'],
  ['Found one Java-level deadlock', 'deadlock'],
];

function createThreadDump(reason: StackReason | undefined): OpenStack {
  const threads: OpenThread[] = [];
  let started = false;
  const isDeadlock = reason?.kind === 'deadlock';
  /** The deadlock is told twice: who waits for whom, then with the stacks. Only the latter has frames. */
  let told = !isDeadlock;

  const readInside = (thread: OpenThread, line: Line): boolean => {
    const { text } = line;
    const frame = readJvmFrame(text);
    if (frame) {
      thread.frames.push({ ...frame, span: { from: line.from, to: line.to } });
      return true;
    }
    const at = runEnd(text, 0, text.length, isBlank);
    if (at === 0) return false;
    const lock = readLock(text.slice(at));
    if (lock) thread.locks.push(lock);
    else if (text.startsWith(STATE, at)) thread.javaState = text.slice(at + STATE.length).trimEnd();
    return true;
  };

  return {
    push(line) {
      const { text } = line;
      if (!started) {
        started = true;
        if (reason) return 'part';
      }
      if (text.trim() === '') return 'maybe';
      const header = readThreadHeader(text) ?? (isDeadlock ? readDeadlocked(text) : undefined);
      if (header) {
        if (told) threads.push({ ...header, frames: [], locks: [], from: line.from, to: line.to });
        return 'part';
      }
      const thread = threads.at(-1);
      if (thread && readInside(thread, line)) {
        thread.to = line.to;
        return 'part';
      }
      if (isDeadlock && text.startsWith('Java stack information for the threads')) told = true;
      else if (isDeadlock && (isRule(text) || (!thread && isBlank(text.charCodeAt(0))))) return 'part';
      else if (thread || !isPreface(text)) return 'over';
      return 'part';
    },
    end: () => toStack('java', threads.map(toThread), threads.length > 0 ? reason : undefined),
  };
}

const STATE = 'java.lang.Thread.State: ';

function toThread({ name, state, javaState, frames, locks, from, to }: OpenThread): Goroutine {
  const span: Span = { from, to };
  const used = locks.length > 0 ? { locks } : {};
  return { name, state: javaState ?? state, lockedToThread: false, ...used, frames, span };
}

/** What follows a thread's name. */
const AFTER_NAME = ['#', 'daemon ', 'virtual ', 'prio=', 'os_prio=', 'cpu=', 'tid=', 'nid='];

/** `"Finalizer" #3 daemon prio=8 … tid=0x… nid=0x50a1 in Object.wait()  [0x00007f5d6481f000]`. */
function readThreadHeader(text: string): ThreadHeader | undefined {
  if (!text.startsWith('"')) return undefined;
  const tid = text.indexOf(' tid=');
  const prio = text.indexOf('prio=');
  if (tid < 0 && prio < 0) return undefined;
  for (let quote = text.indexOf('" ', 1); quote >= 0; quote = text.indexOf('" ', quote + 1)) {
    if (!AFTER_NAME.some((words) => text.startsWith(words, quote + 2))) continue;
    return { name: text.slice(1, quote), state: nativeState(text) };
  }
  return undefined;
}

/** Behind `nid=0x50a1`, or behind the last word with an equals sign; the stack's address is left out. */
function nativeState(text: string): string {
  const equals = text.lastIndexOf('=');
  const blank = text.indexOf(' ', equals);
  const address = text.lastIndexOf('[0x');
  return blank < 0 ? '' : text.slice(blank, address > blank ? address : undefined).trim();
}

/** `"A":` in the list of a deadlock. */
function readDeadlocked(text: string): ThreadHeader | undefined {
  const name = text.trimEnd();
  const quoted = name.startsWith('"') && name.endsWith('":') && name.length > 2;
  return quoted ? { name: name.slice(1, -2), state: '' } : undefined;
}

/** `- waiting to lock <0x000000069ec1bda0> (a java.lang.Object)`. Only `- <0x…>` stands under "Locked ownable synchronizers". */
function readLock(text: string): LockUse | undefined {
  const open = text.indexOf('<0x');
  const close = text.indexOf('>', open);
  if (!text.startsWith('- ') || open < 0 || close < 0) return undefined;
  const type = text.slice(close + 1).trim();
  const inner = type.startsWith('(a ') && type.endsWith(')') ? type.slice(3, -1) : type;
  return {
    action: text.slice(2, open).trim() || 'owned',
    address: text.slice(open + 1, close),
    type: inner,
  };
}

const isRule = (text: string): boolean => text.startsWith('====');

/** Between the title and the first thread Java 11 and up list the addresses of all threads. */
const isPreface = (text: string): boolean =>
  text.startsWith('Threads class SMR info') ||
  text.startsWith('_java_thread_list') ||
  text.startsWith('0x') ||
  text.startsWith('}');
