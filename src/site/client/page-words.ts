/** What the scripts of a runbook's page say, in its language: once a page, not once a command. */
interface PageWords {
  readonly copied: string;
  readonly failed: string;
  readonly hold: string;
  readonly fill: string;
}

const NONE: PageWords = { copied: '', failed: '', hold: '', fill: '' };

let words: PageWords | undefined;

export function pageWords(): PageWords {
  const json = document.querySelector<HTMLElement>('[data-words]')?.dataset['words'];
  return (words ??= json ? (JSON.parse(json) as PageWords) : NONE);
}
