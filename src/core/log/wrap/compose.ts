import { CODE, isBlank, isDigit, plainText, runEnd } from '../../text/index.ts';
import { beginsRecord } from './begins-record.ts';
import type { Wrapper } from './layer.ts';
import { isWord, wordEnd } from './word.ts';

const BAR = 124;

/**
 * `docker compose up` and `docker compose logs`, the name padded to the longest:
 *
 *     > apiserver-1  | I1121 08:18:33.966321       1 main.go:23] info msg
 *       ^^^^^^^^^^^  service and number; v1 printed `apiserver_1`, `container_name:` prints any name
 *
 * A name without number may as well be the cell of a table: something known has to follow.
 */
export const COMPOSE: Wrapper = {
  id: 'compose',
  name: 'docker compose',
  behindWord: ' |',
  peel(line) {
    const name = wordEnd(line);
    const bar = runEnd(line, name, Math.min(line.length, name + 200), isBlank);
    if (bar === name || line.charCodeAt(bar) !== BAR || !isWord(line.charCodeAt(0))) return undefined;
    const from = line.charCodeAt(bar + 1) === CODE.space ? bar + 2 : bar + 1;
    if (from === bar + 1 && from < line.length) return undefined;
    const service = line.slice(0, name);
    return {
      layer: { kind: 'compose', service },
      content: plainText(line.slice(from), from),
      doubtful: !isNumbered(service) && !beginsRecord(line, from),
    };
  },
};

/** `api-1`, `api_1`. */
function isNumbered(name: string): boolean {
  let at = name.length;
  while (at > 0 && isDigit(name.charCodeAt(at - 1))) at--;
  const code = name.charCodeAt(at - 1);
  return at < name.length && at > 1 && (code === CODE.minus || code === CODE.underscore);
}
