import { connectFile } from '../../kit/connect-file.ts';
import { pageLanguage } from '../../kit/language.ts';
import { type Send, type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import { connectTranscript } from './connect-transcript.ts';
import { type Recordings, connectRecordings } from './connect-recordings.ts';
import { type TerminalEvent, type TerminalState, emptyState, update } from './model.ts';
import { type Player, createPlayer } from './player.ts';
import { view } from './view.ts';

/** Often enough for a clock that shows tenths. */
const TICK_MS = 50;

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** What belongs to one element of the page and is no state: a page may hold several. */
interface Parts {
  readonly recordings: Recordings;
  player?: Player;
  /** The recording that the player has. */
  of?: TerminalState['recording'];
  timer?: ReturnType<typeof setTimeout>;
}

const parts = new WeakMap<HTMLElement, Parts>();

const terminal: Widget<TerminalState, TerminalEvent> = {
  start: () => emptyState(pageLanguage(), stillness.matches),
  update,
  view,
  connect(host, send) {
    parts.set(host, { recordings: connectRecordings(host, send) });
    stillness.addEventListener('change', () => send({ type: 'still', still: stillness.matches }));
    connectTextArea(host, (text) => send({ type: 'source', source: text }));
    connectFile(host, (file) => send({ type: 'source', source: file }));
    connectTranscript(host, send);
    // Nothing plays where nobody looks.
    new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === false) send({ type: 'pause' });
    }).observe(host);
  },
  effect(event, state, send, host) {
    const own = parts.get(host);
    if (!own) return;
    if (event.type === 'source') own.recordings.readOwn(event.source);
    if (state.phase === 'loading') own.recordings.loadPages();
    if (own.of !== state.recording) {
      own.of = state.recording;
      if (state.recording) own.player = createPlayer(state.recording);
      else delete own.player;
    }
    // A recording that was only brought is not played yet, and the terminal's code not wanted.
    if (event.type !== 'frame' && (event.type !== 'read' || !state.own)) void draw(own, state, send);
    run(own, state, send);
  },
};

async function draw(
  { player }: Parts,
  { position }: TerminalState,
  send: Send<TerminalEvent>,
): Promise<void> {
  try {
    const frame = await player?.show(position);
    if (frame) send({ type: 'frame', frame });
  } catch (error) {
    send({ type: 'failed', message: String(error) });
  }
}

function run(own: Parts, { phase }: TerminalState, send: Send<TerminalEvent>): void {
  if (phase !== 'playing' || own.timer !== undefined) return;
  const from = performance.now();
  own.timer = setTimeout(() => {
    delete own.timer;
    send({ type: 'tick', elapsed: (performance.now() - from) * 1000 });
  }, TICK_MS);
}

defineWidget('fb-terminal', terminal);
