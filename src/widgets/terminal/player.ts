import type { Terminal } from '@xterm/headless';
import { eventsUntil } from './clock.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Recording } from './job.ts';

/** Draws a recording at any time of it. */
export interface Player {
  /** The frame at a time, as soon as the terminal has drawn it; `undefined` if another was asked for meanwhile, or nothing changed. */
  readonly show: (position: number) => Promise<Frame | undefined>;
}

/**
 * A terminal without a face (xterm.js, the build that draws nothing): it takes what a recording has, and is asked what it shows. It is
 * never given anything to answer with: no keyboard, mouse, clipboard or link exists for it. Its code is loaded with the first frame.
 */
export function createPlayer({ columns, rows, events }: Recording): Player {
  let terminal: Promise<Terminal> | undefined;
  let written = 0;
  let asked = 0;
  let drawing = Promise.resolve<unknown>(undefined);

  const start = async (): Promise<Terminal> => {
    const { Terminal } = await import('@xterm/headless/lib-headless/xterm-headless.mjs');
    return new Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true, logLevel: 'off' });
  };

  const draw = async (until: number, isOver: () => boolean): Promise<Frame | undefined> => {
    if (until < written) {
      // A terminal cannot go back: it begins again.
      (await terminal)?.dispose();
      terminal = undefined;
      written = 0;
    }
    terminal ??= start();
    const target = await terminal;
    for (let text = ''; written < until; written++) {
      // Another time is wanted meanwhile: it goes on from here, or begins again.
      if (text === '' && isOver()) return undefined;
      const event = events[written];
      if (!event) break;
      if ('text' in event) text += event.text;
      const following = events[written + 1];
      const isLast = written + 1 >= until || (following !== undefined && !('text' in following));
      if (text !== '' && (isLast || text.length > BATCH)) {
        const batch = text;
        text = '';
        await new Promise<void>((resolve) => target.write(batch, resolve));
      }
      if (!('text' in event)) target.resize(event.columns, event.rows);
    }
    return frameOf(target);
  };

  let shown: number | undefined;

  return {
    show(position) {
      const until = eventsUntil(events, position);
      if (until === shown) return Promise.resolve(undefined);
      shown = until;
      const mine = ++asked;
      const frame = drawing.then(() => (mine === asked ? draw(until, () => mine !== asked) : undefined));
      drawing = frame.catch(() => undefined);
      return frame;
    },
  };
}

/** So much is given to the terminal at once, so that the page stays alive while a long recording is sought through. */
const BATCH = 1 << 15;
