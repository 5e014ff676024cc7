import { SKEW_COMPONENTS } from '../../core/kube/index.ts';
import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import { tell } from '../../kit/page-events.ts';
import { type Widget, defineWidget } from '../../kit/widget.ts';
import {
  EMPTY,
  type SkewEvent,
  type SkewSettings,
  type SkewState,
  judge,
  readSettings,
  settingsQuery,
  update,
} from './model.ts';
import { view } from './view.ts';
import { say } from './words.ts';

const skew: Widget<SkewState, SkewEvent> = {
  start(host) {
    const settings = readSettings(location.search);
    if (settings.version !== '') writeForm(host, settings);
    return { language: pageLanguage(), settings: readForm(host) };
  },
  update,
  view,
  connect(host, send) {
    host
      .querySelector('[data-settings]')
      ?.addEventListener('input', () => send({ type: 'settings', settings: readForm(host) }));
    const link = host.querySelector<HTMLButtonElement>('[data-settings-link]');
    if (!link) return;
    link.hidden = false;
    link.addEventListener('click', () => {
      const address = `${location.origin}${location.pathname}?${settingsQuery(readForm(host))}`;
      void copyText(address).then((copied) =>
        announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())),
      );
    });
  },
  effect(_, { settings }) {
    const judged = judge(settings);
    const findings = judged.kind === 'result' ? [judged.skew.verdict] : [];
    tell('faultbook:findings', { widget: 'version-skew', findings });
  },
};

const field = (host: HTMLElement, name: string): HTMLInputElement | null =>
  host.querySelector<HTMLInputElement>(`[name="${name}"]`);

function readForm(host: HTMLElement): SkewSettings {
  const text = (name: string): string => field(host, name)?.value ?? '';
  return {
    component: SKEW_COMPONENTS.find((one) => one === text('component')) ?? EMPTY.component,
    version: text('version'),
    servers: text('servers'),
  };
}

function writeForm(host: HTMLElement, settings: SkewSettings): void {
  for (const name of ['component', 'version', 'servers'] as const) {
    const element = field(host, name);
    if (element) element.value = settings[name];
  }
}

defineWidget('fb-version-skew', skew);
