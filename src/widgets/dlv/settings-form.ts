import { DELVE_MODES, KEEPERS } from '../../core/delve/index.ts';
import { SHELLS } from '../../core/shell/index.ts';
import type { DelveSettings } from './job.ts';
import { DEFAULT_SETTINGS, readPort } from './model.ts';

const field = <Element extends HTMLInputElement | HTMLSelectElement>(
  host: HTMLElement,
  name: string,
): Element | null => host.querySelector<Element>(`[name="${name}"]`);

/** The settings as the form has them; a port that is none keeps the default, and the field says so. */
export function readForm(host: HTMLElement): Omit<DelveSettings, 'index'> {
  const text = (name: string): string => field<HTMLInputElement>(host, name)?.value.trim() ?? '';
  const checked = (name: string): boolean => field<HTMLInputElement>(host, name)?.checked ?? false;
  const port = readPort(text('port'));
  field<HTMLInputElement>(host, 'port')?.setAttribute('aria-invalid', String(port === undefined));
  return {
    shell: SHELLS.find((name) => name === text('shell')) ?? DEFAULT_SETTINGS.shell,
    mode: DELVE_MODES.find((name) => name === text('mode')) ?? DEFAULT_SETTINGS.mode,
    pid: Number(/^\d{1,10}$/.exec(text('pid'))?.[0] ?? 0),
    delve: text('delve'),
    binary: text('binary'),
    node: text('node'),
    port: port ?? DEFAULT_SETTINGS.port,
    remotePath: text('remotePath') || DEFAULT_SETTINGS.remotePath,
    runOn: checked('runOn'),
    everyInterface: checked('everyInterface'),
    keeper: KEEPERS.find((name) => name === text('keeper')),
  };
}

/** Puts settings, those of a link for one, into the form. */
export function writeForm(host: HTMLElement, settings: DelveSettings): void {
  const set = (name: string, value: string): void => {
    const element = field(host, name);
    if (element) element.value = value;
  };
  const check = (name: string, value: boolean): void => {
    const element = field<HTMLInputElement>(host, name);
    if (element) element.checked = value;
  };
  set('mode', settings.mode);
  set('delve', settings.delve);
  set('shell', settings.shell);
  set('port', String(settings.port));
  set('remotePath', settings.remotePath);
  set('keeper', settings.keeper ?? '');
  check('runOn', settings.runOn);
  check('everyInterface', settings.everyInterface);
}
