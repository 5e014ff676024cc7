import { readIpAddress } from '../../core/resolve/index.ts';
import {
  DEFAULT_SETTINGS,
  type FileTexts,
  MINORS,
  type ResolverSettings,
  readLimit,
  readSettings,
} from './model.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const field = (host: HTMLElement, name: string): Field | null =>
  host.querySelector<Field>(`[name="${name}"]`);

const text = (host: HTMLElement, name: string): string => field(host, name)?.value ?? '';

export const readFiles = (host: HTMLElement): FileTexts => ({
  hosts: text(host, 'hosts'),
  resolvConf: text(host, 'resolvConf'),
  nsswitch: text(host, 'nsswitch'),
});

export function writeFiles(host: HTMLElement, files: FileTexts): void {
  for (const [name, value] of Object.entries(files)) {
    const area = field(host, name);
    if (area && area.value !== value) area.value = value;
  }
}

/** The settings as the form has them. A field that reads as none keeps the default, and says that it does not fit. */
export function readForm(host: HTMLElement): ResolverSettings {
  const limit = readLimit(text(host, 'limit'));
  const answer = readIpAddress(text(host, 'answer').trim())?.text;
  field(host, 'limit')?.setAttribute('aria-invalid', String(limit === undefined));
  field(host, 'answer')?.setAttribute('aria-invalid', String(answer === undefined));
  const servers = [1, 2, 3].map((place) => text(host, `server${place}`)).join('.');
  const environment = field(host, 'environment');
  const chosen = readSettings(new URLSearchParams({ servers, netdns: text(host, 'netdns') }).toString());
  return {
    ...DEFAULT_SETTINGS,
    ...chosen,
    minor: MINORS.find((minor) => String(minor) === text(host, 'go')) ?? DEFAULT_SETTINGS.minor,
    build: text(host, 'build') === 'cgo' ? 'cgo' : 'static',
    environment: environment instanceof HTMLInputElement && environment.checked,
    limit: limit ?? DEFAULT_SETTINGS.limit,
    name: text(host, 'name').trim() || DEFAULT_SETTINGS.name,
    hostname: text(host, 'hostname').trim(),
    answer: answer ?? DEFAULT_SETTINGS.answer,
  };
}

/** Puts settings, those of a link for one, into the form. */
export function writeForm(host: HTMLElement, settings: ResolverSettings): void {
  const set = (name: string, value: string): void => {
    const element = field(host, name);
    if (element) element.value = value;
  };
  set('go', String(settings.minor));
  set('build', settings.build);
  set('netdns', settings.netdns);
  set('limit', String(settings.limit));
  settings.servers.forEach((behaviour, index) => set(`server${index + 1}`, behaviour));
  const environment = field(host, 'environment');
  if (environment instanceof HTMLInputElement) environment.checked = settings.environment;
}
