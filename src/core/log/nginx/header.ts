import { CODE, readNumber } from '../../text/index.ts';
import type { Field, LogHeader } from '../header.ts';
import { readLevelWord } from '../level-text.ts';
import { makeHeader } from '../make-header.ts';
import { leadingStamp } from '../timestamp.ts';
import { restOf, skipBlanks } from '../tokens.ts';

/**
 * Reads a line of nginx's error log:
 *
 *     > 2026/11/21 08:18:33 [error] 12#12: *3 open() "/x" failed (2: No such file or directory), client: …
 *                            ^      ^pid    ^ number of the connection, then the message
 *
 * Behind the message of a connection stands whose it was, field by field: `, client: 10.0.0.9, server: _, request: "GET / …"`.
 *
 * Source: nginx `src/core/ngx_log.c`, `ngx_log_error_core`; `src/http/ngx_http_request.c`, `ngx_http_log_error_handler`;
 * `src/http/ngx_http_upstream.c` (1.25).
 */
export function readNginxHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (stamp?.from !== 0 || !line.startsWith(' [', stamp.to)) return undefined;
  const level = readLevelWord(line, stamp.to + 2);
  if (!level || !line.startsWith('] ', level.to)) return undefined;
  const pid = readNumber(line, level.to + 2);
  if (!pid || line.charAt(pid.to) !== '#') return undefined;
  const thread = readNumber(line, pid.to + 1);
  if (!thread || line.charCodeAt(thread.to) !== CODE.colon) return undefined;
  let at = skipBlanks(line, thread.to + 1);
  const connection = line.charAt(at) === '*' ? readNumber(line, at + 1) : undefined;
  if (connection) at = skipBlanks(line, connection.to);
  const fields = connection ? readFields(line, at) : NO_FIELDS;
  const message = fields[0]
    ? { ...restOf(line, at), span: { from: at, to: fields[0].from } }
    : restOf(line, at);
  return makeHeader('nginx', message, {
    severity: level.severity,
    time: stamp.time,
    process: pid.value,
    fields: fields.map(({ key, value }) => ({ key, value })),
  });
}

/** Of a connection, in the order in which they are printed. */
const FIELDS = ['client', 'server', 'request', 'subrequest', 'upstream', 'host', 'referrer'];

interface PlacedField extends Field {
  /** Of the comma in front of it. */
  readonly from: number;
}

const NO_FIELDS: readonly PlacedField[] = [];

/** The client is always told, if any: a message that speaks of a host has no field for it. */
function readFields(line: string, from: number): readonly PlacedField[] {
  const starts: { readonly key: string; readonly from: number; readonly valueFrom: number }[] = [];
  let at = from;
  for (const key of FIELDS) {
    const mark = `, ${key}: `;
    const place = line.indexOf(mark, at);
    if (place < 0 && key === 'client') return NO_FIELDS;
    if (place < 0) continue;
    starts.push({ key, from: place, valueFrom: place + mark.length });
    at = place + mark.length;
  }
  return starts.map(({ key, from: start, valueFrom }, index) => {
    const to = starts[index + 1]?.from ?? line.length;
    const isQuoted = to - valueFrom > 1 && line.charAt(valueFrom) === '"' && line.charAt(to - 1) === '"';
    const span = isQuoted ? { from: valueFrom + 1, to: to - 1 } : { from: valueFrom, to };
    return { key, from: start, value: { span, encoding: 'plain' } };
  });
}
