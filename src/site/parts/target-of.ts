import type { Language } from '../../core/text/index.ts';
import { word } from '../i18n.ts';
import { page, runbookPath } from '../paths.ts';
import { runbookById } from '../library.ts';

/** Where a branch leads: a step of the page, another runbook, or out. */
export interface Target {
  readonly href?: string;
  readonly label: string;
}

/** `s-dns`, `AGG-STEADY-001#s-backup`, `escalate`, `done`; the gate has checked that it exists. */
export function targetOf(to: string, language: Language): Target {
  if (to === 'escalate' || to === 'done') return { label: word(to, language) };
  const [id = '', anchor] = to.split('#');
  const other = runbookById(id);
  if (!other) return { href: `#${to}`, label: to };
  const fragment = anchor ? `#${anchor}` : '';
  return { href: `${page(language, runbookPath(other.slug))}${fragment}`, label: to };
}
