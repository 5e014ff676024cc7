import { type TemplateResult, html, nothing } from 'lit-html';
import type { ToldFrame } from '../../core/stack/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import { say } from './words.ts';

/** A call and its place; the first of the program's own is marked. */
export function frameView(frame: ToldFrame, isFirstOwn: boolean, language: Language): TemplateResult {
  return html`<li class=${isFirstOwn ? 'own' : ''}>
    <code>${drawable(frame.name)}</code> ${placeView(frame)}
    ${frame.inlined ? html`<span class="badge">${say('inlined', language)}</span>` : nothing}
    ${isFirstOwn ? html`<span class="badge">${say('own', language)}</span>` : nothing}
  </li>`;
}

export function placeView({ file, line, link }: ToldFrame): TemplateResult | typeof nothing {
  if (file === null) return nothing;
  const place = `${drawable(shortPath(file))}:${line ?? ''}`;
  return link
    ? html`<a href=${link} rel="noreferrer" target="_blank">${place}</a>`
    : html`<span>${place}</span>`;
}

/** The last three elements of a path: the machine's folders say nothing. */
const shortPath = (file: string): string => file.split('/').slice(-3).join('/');
