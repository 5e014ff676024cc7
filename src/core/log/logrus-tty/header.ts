import { CODE, readNumber } from '../../text/index.ts';
import type { Field, LogHeader, Severity } from '../header.ts';
import { scanLogfmt } from '../logfmt.ts';
import { makeHeader } from '../make-header.ts';
import { readTimestamp } from '../timestamp.ts';
import { restOf, skipBlanks } from '../tokens.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  TRAC: 'trace',
  DEBU: 'debug',
  INFO: 'info',
  WARN: 'warning',
  ERRO: 'error',
  FATA: 'fatal',
  PANI: 'fatal',
};

/** A run of blanks in the message may stand in front of the fields as well: so many are tried. */
const MAX_GAPS = 8;

/**
 * Reads a line that logrus prints to a terminal, its colours taken off:
 *
 *     > WARN[0012] Found orphan containers                       project=web
 *       ^    ^     ^ message, padded to 44 columns               ^ fields
 *       ^    seconds since the start, or the time with FullTimestamp
 *
 * Source: sirupsen/logrus `text_formatter.go`, `printColored` (v1.9).
 */
export function readLogrusTtyHeader(line: string): LogHeader | undefined {
  if (line.charCodeAt(4) !== CODE.openBracket) return undefined;
  const severity = SEVERITIES[line.slice(0, 4)];
  if (!severity) return undefined;
  const seconds = readNumber(line, 5);
  const stamp = line.charCodeAt(seconds?.to ?? 5) === CODE.closeBracket ? undefined : readTimestamp(line, 5);
  const close = stamp?.to ?? seconds?.to;
  if (close === undefined || line.charCodeAt(close) !== CODE.closeBracket) return undefined;
  const from = skipBlanks(line, close + 1);
  const fields = fieldsBehind(line, from);
  const message = restOf(line, from);
  return makeHeader('logrus-tty', fields ? { ...message, span: { from, to: fields.from } } : message, {
    severity,
    time: stamp?.time,
    fields: fields?.fields ?? [],
  });
}

function fieldsBehind(line: string, from: number): { fields: Field[]; from: number } | undefined {
  let gap = line.indexOf('  ', from);
  for (let tries = 0; gap >= 0 && tries < MAX_GAPS; tries++) {
    const start = skipBlanks(line, gap);
    const pairs = scanLogfmt(line, start);
    if (skipBlanks(line, pairs.at(-1)?.to ?? start) >= line.length) {
      return { fields: pairs.map(({ key, value }) => ({ key, value })), from: gap };
    }
    gap = line.indexOf('  ', start);
  }
  return undefined;
}
