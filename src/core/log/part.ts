import { type MappedText, plainText, readMappedGoString, readMappedJsonString } from '../text/index.ts';
import type { Part } from './header.ts';

/** The text that a part of a line means, escapes decoded, with the way back to the line. */
export function decodePart(line: string, { span, encoding }: Part): MappedText {
  const raw = line.slice(span.from, span.to);
  if (encoding === 'plain' || !raw.includes('\\')) return plainText(raw, span.from);
  const read = encoding === 'json' ? readMappedJsonString : readMappedGoString;
  return read(line, span);
}
