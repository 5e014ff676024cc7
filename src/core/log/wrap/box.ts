import { isBar, isBlank, plainText } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Wrapper } from './layer.ts';

/**
 * A bar in front and another one behind: a row of a table of one column, or of a box that a program has drawn around a text.
 *
 *     > | E1121 08:18:33.966321   32681 controller.go:116] loading failed |
 *     > │ E1121 08:18:33.966321   32681 controller.go:116] loading failed      │
 *
 * With a bar in between it is a row of several cells, of which nobody knows which one holds the line.
 */
export const BOX: Wrapper = {
  id: 'box',
  name: 'rows of a table or a box',
  peel(line) {
    const bar = line.charCodeAt(0);
    if (!isBar(bar)) return undefined;
    const end = line.trimEnd().length - 1;
    if (end < 1 || line.charCodeAt(end) !== bar || line.indexOf(line.charAt(0), 1) < end) return undefined;
    const from = isBlank(line.charCodeAt(1)) ? 2 : 1;
    const text = line.slice(Math.min(from, end), end).trimEnd();
    return { layer: { kind: 'box' }, content: plainText(text, from), doubtful: !beginsRecord(text) };
  },
};
