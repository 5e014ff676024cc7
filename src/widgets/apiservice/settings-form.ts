import type { KubectlTarget } from '../../core/kube/index.ts';
import { SHELLS } from '../../core/shell/index.ts';
import { DEFAULT_TARGET } from './model.ts';

const field = (host: HTMLElement, name: string): HTMLInputElement | HTMLSelectElement | null =>
  host.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-settings] [name="${name}"]`);

/** The settings as the form has them. */
export function readForm(host: HTMLElement): KubectlTarget {
  const text = (name: string): string => field(host, name)?.value.trim() ?? '';
  return {
    context: text('context'),
    server: text('server'),
    shell: SHELLS.find((name) => name === text('shell')) ?? DEFAULT_TARGET.shell,
  };
}

/** Puts settings, those of a link for one, into the form. */
export function writeForm(host: HTMLElement, target: KubectlTarget): void {
  for (const name of ['context', 'server', 'shell'] as const) {
    const element = field(host, name);
    if (element) element.value = target[name];
  }
}
