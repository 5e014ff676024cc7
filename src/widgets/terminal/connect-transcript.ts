import { announce, copyText } from '../../kit/clipboard.ts';
import { pageLanguage } from '../../kit/language.ts';
import type { Send } from '../../kit/widget.ts';
import type { TerminalEvent } from './model.ts';
import { say } from './words.ts';

/** The buttons of the transcript that stands in the page: play from a step, copy the lines. */
export function connectTranscript(host: HTMLElement, send: Send<TerminalEvent>): void {
  for (const button of host.querySelectorAll<HTMLButtonElement>('button[data-at]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      send({ type: 'seek', position: Number(button.dataset['at']) });
      host.querySelector('[data-result]')?.scrollIntoView({ block: 'nearest' });
    });
  }
  const copy = host.querySelector<HTMLButtonElement>('button[data-copy-transcript]');
  if (!copy) return;
  copy.hidden = false;
  copy.addEventListener('click', () => {
    const lines = [...host.querySelectorAll('.example .line')].map((line) => line.textContent ?? '');
    void copyText(`${lines.join('\n')}\n`).then((copied) =>
      announce(say(copied ? 'copied' : 'copyFailed', pageLanguage())),
    );
  });
}
