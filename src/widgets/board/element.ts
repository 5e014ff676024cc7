import { boardFindings, judgeBoard } from '../../core/kube/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import { listen, tell } from '../../kit/page-events.ts';
import { type Widget, connectTextArea, defineWidget } from '../../kit/widget.ts';
import {
  type BoardEvent,
  type BoardState,
  emptyState,
  isTouched,
  readSettings,
  settingsQuery,
  toBoard,
  update,
} from './model.ts';
import { view } from './view.ts';
import { say } from './words.ts';

let latest: BoardState | undefined;

/** What it computes is a handful of comparisons: there is no worker. */
const board: Widget<BoardState, BoardEvent> = {
  start: () => emptyState(pageLanguage(), readSettings(location.search)),
  update,
  view,
  connect(host, send) {
    connectTextArea(host, (text) => send({ type: 'text', text }));
    listen('faultbook:paste', ({ text }) => {
      if (text.includes('The connection to the server ') || text.includes('INTERNAL-IP'))
        send({ type: 'offer', text });
    });
    const link = host.querySelector<HTMLButtonElement>('[data-settings-link]');
    if (!link) return;
    link.hidden = false;
    link.addEventListener('click', () => {
      const query = latest ? settingsQuery(latest) : '';
      void copyText(`${location.origin}${location.pathname}?${query}`).then((copied) =>
        announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())),
      );
    });
  },
  effect(event, state, _send, host) {
    latest = state;
    const area = host.querySelector('textarea');
    if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
    if (event.type === 'offer') return;
    const verdict = judgeBoard(toBoard(state));
    const findings = isTouched(state) ? boardFindings(verdict, state.inventory?.shared ?? []) : [];
    tell('faultbook:findings', { widget: 'board', findings });
    const address = verdict.use?.kind === 'node' ? verdict.use.node.address : undefined;
    const machine = state.inventory?.machines.find((one) => one.address === address);
    if (machine) tell('faultbook:values', [{ name: 'master', value: machine.address, line: machine.line }]);
  },
};

defineWidget('fb-board', board);
