import { type TemplateResult, html, nothing } from 'lit-html';
import type { Bilingual, Language } from '../core/text/index.ts';

const USE_PASTE: Bilingual = { en: 'Use your paste', zh: '使用你的粘贴内容' };

/** A button that takes what came along to the page: its paste, or what of it the widget can read. Nothing where none did. */
export function offerView<Offer extends string | object>(
  language: Language,
  offered: Offer | undefined,
  use: (offer: Offer) => void,
  words = USE_PASTE,
): TemplateResult | typeof nothing {
  if (!offered) return nothing;
  return html`<p>
    <button type="button" @click=${() => use(offered)}>${words[language]}</button>
  </p>`;
}
