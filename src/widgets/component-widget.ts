import type { Language } from '../core/text/index.ts';
import { announce, copyText } from '../kit/clipboard.ts';
import { pageLanguage } from '../kit/language.ts';
import { listen } from '../kit/page-events.ts';
import { type Send, type Widget, connectTextArea } from '../kit/widget.ts';
import type { Outcome } from '../kit/worker-wire.ts';
import {
  type ComponentEvent,
  type ComponentInput,
  type ComponentSettings,
  type ComponentState,
  emptyState,
  readSettings,
  settingsQuery,
  toSettings,
  update,
} from './component-model.ts';
import { say } from './component-words.ts';

/** What such a widget is made of, beside the paste area and the settings that they share. */
export interface ComponentWidget<Report> {
  readonly ask: (input: ComponentInput) => Promise<Outcome<Report | undefined>>;
  readonly view: Widget<ComponentState<Report>, ComponentEvent<Report>>['view'];
  /** Hears each answer, to tell the page of it; nothing when the field is cleared. */
  readonly told: (report: Report | undefined) => void;
}

/** A widget that reads the flags of a component out of a paste, with a chosen component and release. */
export function componentWidget<Report>({
  ask,
  view,
  told,
}: ComponentWidget<Report>): Widget<ComponentState<Report>, ComponentEvent<Report>> {
  return {
    start(host) {
      const settings = readSettings(location.search);
      writeForm(host, settings);
      return emptyState(pageLanguage(), settings);
    },
    update,
    view,
    connect(host, send) {
      connectTextArea(host, (text) => send({ type: 'text', text }));
      host
        .querySelector('[data-settings]')
        ?.addEventListener('change', () => send({ type: 'settings', settings: readForm(host) }));
      connectLink(host, pageLanguage());
      listen('faultbook:paste', ({ text }) => {
        if (text.includes(' --')) send({ type: 'offer', text });
      });
    },
    effect(event, state, send, host) {
      const area = host.querySelector('textarea');
      if (event.type === 'text' && area && area.value !== event.text) area.value = event.text;
      if (event.type === 'answered') told(event.report);
      if (event.type === 'text' && state.text === '') told(undefined);
      const asks = event.type === 'text' || event.type === 'settings' || event.type === 'choose';
      if (!asks || state.text === '') return;
      const { text, settings, index, language } = state;
      void ask({ paste: text, settings, index, language }).then((outcome) => {
        if (outcome.kind === 'output') send({ type: 'answered', report: outcome.output });
        else send({ type: 'failed', message: outcome.message });
      });
    },
  };
}

const field = (host: HTMLElement, name: string): HTMLSelectElement | null =>
  host.querySelector<HTMLSelectElement>(`select[name="${name}"]`);

const readForm = (host: HTMLElement): ComponentSettings =>
  toSettings(field(host, 'component')?.value ?? '', field(host, 'version')?.value ?? '');

function writeForm(host: HTMLElement, { component, minor }: ComponentSettings): void {
  const [components, versions] = [field(host, 'component'), field(host, 'version')];
  if (components) components.value = component ?? '';
  if (versions) versions.value = minor === undefined ? '' : `1.${minor}`;
}

function connectLink(host: HTMLElement, language: Language): void {
  const link = host.querySelector<HTMLButtonElement>('[data-settings-link]');
  if (!link) return;
  link.hidden = false;
  link.addEventListener('click', () => {
    const address = `${location.origin}${location.pathname}?${settingsQuery(readForm(host))}`;
    void copyText(address).then((copied) => announce(say(copied ? 'copied' : 'copyFailed', language)));
  });
}

/** Shows a choice among several command lines. */
export const chooseFrom =
  <Report>(send: Send<ComponentEvent<Report>>) =>
  (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) {
      send({ type: 'choose', index: event.target.selectedIndex });
    }
  };
