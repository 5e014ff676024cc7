import { CODE, isDigit, plainText, runEnd } from '../../text/index.ts';
import type { Layer, Wrapper } from './layer.ts';

/** Where a record has its line, in the order of trust. */
const TEXT_KEYS = ['log', 'message', 'MESSAGE', 'msg'];

/** The ends of the record and of the list. */
const END = '}]';

/**
 * A record as the output `stdout` of Fluent Bit prints it, the characters of a string as they are:
 *
 *     > [0] kube.app: [[1763712000.000000000, {}], {"stream"=>"stderr", "log"=>"E1121 08:18:33.966321 …"}]
 *     > [0] kube.app: [1763712000.000000000, {"log"=>"…"}]
 *
 * Nothing tells a quotation mark in the line from the one that ends it, so the line ends where another key begins.
 * Sources: [Fluent Bit](https://github.com/fluent/fluent-bit) `plugins/out_stdout/stdout.c` (v1.0), cb_stdout_flush;
 * [msgpack-c](https://github.com/msgpack/msgpack-c) `src/objectc.c`, msgpack_object_print.
 */
export const FLUENT_BIT: Wrapper = {
  id: 'fluent-bit',
  name: 'Fluent Bit on stdout',
  starts: '[',
  holds: '>',
  peel(line) {
    const number = runEnd(line, 1, MAX_NUMBER, isDigit);
    if (number === 1 || !line.startsWith('] ', number) || !line.endsWith(END)) return undefined;
    const record = line.indexOf(', {"', number);
    if (record < 0) return undefined;
    for (const key of TEXT_KEYS) {
      const from = valueStart(line, record, key);
      if (from === undefined) continue;
      const to = valueEnd(line, from);
      if (to === undefined) return undefined;
      const content = plainText(line.slice(from, to), from);
      return { layer: { kind: 'fluent-bit', ...streamOf(line, record) }, content };
    }
    return undefined;
  },
};

const MAX_NUMBER = 12;

/** Where the string of a key begins, behind its quotation mark. */
function valueStart(line: string, from: number, key: string): number | undefined {
  const mark = `"${key}"=>"`;
  const at = line.indexOf(mark, from);
  return at < 0 ? undefined : at + mark.length;
}

/** In front of `", "key"=>`, or of what ends the record. */
function valueEnd(line: string, from: number): number | undefined {
  for (let at = line.indexOf('", "', from); at >= 0; at = line.indexOf('", "', at + 1)) {
    const key = at + '", "'.length;
    if (line.startsWith('"=>', runEnd(line, key, key + MAX_KEY, isOfKey))) return at;
  }
  return line.endsWith(`"${END}`) ? line.length - END.length - 1 : undefined;
}

const MAX_KEY = 100;
const isOfKey = (code: number): boolean => code !== CODE.quote && code !== CODE.space;

function streamOf(line: string, record: number): Pick<Layer, 'stream'> {
  const from = valueStart(line, record, 'stream');
  const stream = (['stdout', 'stderr'] as const).find((name) => from && line.startsWith(`${name}"`, from));
  return stream ? { stream } : {};
}
