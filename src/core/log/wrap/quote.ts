import { CODE, plainText } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Wrapper } from './layer.ts';

/**
 * Quoting of mail and Markdown, all levels at once: `> > E1121 …`, `>> E1121 …`. One blank behind each `>` is part of it.
 * The end of a klog value (` >`) that lost its blank looks the same, so the first quoted line needs something known.
 */
export const QUOTE: Wrapper = {
  id: 'quote',
  name: 'quoted lines',
  starts: '>',
  peel(line) {
    if (line.charCodeAt(0) !== CODE.greater) return undefined;
    let at = 0;
    while (line.charCodeAt(at) === CODE.greater) {
      at++;
      if (line.charCodeAt(at) === CODE.space) at++;
    }
    const doubtful = !beginsRecord(line, at);
    return { layer: { kind: 'quote' }, content: plainText(line.slice(at), at), doubtful };
  },
};
