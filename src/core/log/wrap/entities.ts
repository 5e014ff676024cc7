import type { Piece } from '../../text/index.ts';
import type { Wrapper } from './layer.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&#160;': ' ',
  '&nbsp;': ' ',
};

const LONGEST = 6;

/** Whether what stands at an `&` may be an entity: a link has an `&` at every parameter, too. */
export function isEntity(text: string, at: number): boolean {
  const end = text.slice(at, at + LONGEST + 1).indexOf(';');
  return end >= 0 && ENTITIES[text.slice(at, at + end + 1)] !== undefined;
}

/**
 * Text that was taken out of HTML source: `err=&quot;dial tcp&quot;`. Text of HTML has no `<`, `>` or `&` as such, so a line
 * that has one, or `&quot;` beside a plain `"`, was not escaped as a whole and stays. `&amp;` alone may be a link's.
 */
export const HTML_ENTITIES: Wrapper = {
  id: 'entities',
  name: 'HTML entities',
  holds: '&',
  peel(line) {
    if (line.includes('<') || line.includes('>')) return undefined;
    const pieces: Piece[] = [];
    let text = '';
    let plain = 0;
    let doubtful = true;
    for (let at = line.indexOf('&'); at >= 0; at = line.indexOf('&', at + 1)) {
      const end = line.slice(at, at + LONGEST + 1).indexOf(';');
      const entity = line.slice(at, at + end + 1);
      const value = ENTITIES[entity];
      if (end < 0 || value === undefined) return undefined;
      if (value === '"' && line.includes('"')) return undefined;
      doubtful &&= value === '&';
      if (at > plain) pieces.push({ at: text.length, from: plain, to: at });
      text += line.slice(plain, at);
      pieces.push({ at: text.length, from: at, to: at + entity.length });
      text += value;
      plain = at + entity.length;
    }
    if (plain === 0) return undefined;
    if (plain < line.length) pieces.push({ at: text.length, from: plain, to: line.length });
    text += line.slice(plain);
    return { layer: { kind: 'entities' }, content: { text, pieces }, doubtful };
  },
};
