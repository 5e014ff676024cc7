import { type MappedText, readMappedJsonString, sliceMapped } from '../../text/index.ts';
import { type JsonObject, scanJsonObject } from '../json-object.ts';
import { beginsRecord } from './begins-record.ts';
import { memberOf, wordOf } from './json-word.ts';
import type { Layer, Peeled, Wrapper } from './layer.ts';
import { readIsoStamp } from './stamp.ts';

/**
 * A container's log file as dockerd's `json-file` driver writes it:
 *
 *     > {"log":"I1121 08:18:33.966321       1 main.go:23] info msg\n","stream":"stderr","time":"2026-11-21T08:18:33.9664Z"}
 *
 * A `log` without `\n` at its end goes on in the next object of the stream: dockerd splits lines of over 16 KiB. A line
 * that is cut off inside `log` is read as far as it goes.
 *
 * Source: [moby](https://github.com/moby/moby) `daemon/logger/jsonfilelog/jsonlog/jsonlog.go` (v27).
 */
export const DOCKER_JSON: Wrapper = {
  id: 'docker-json',
  name: 'docker json-file',
  starts: '{',
  peel(line) {
    if (!line.includes('"log"')) return undefined;
    const object = scanJsonObject(line, 0);
    const log = object && memberOf(object, 'log');
    if (!object || log?.kind !== 'string') return undefined;
    const isWhole = object.to === line.length && memberOf(object, 'stream') && memberOf(object, 'time');
    const isCut = object.to === undefined && object.members.length === 1 && log.span.to === line.length;
    if (!isWhole && !isCut) return undefined;
    const content = readMappedJsonString(line, log.span);
    return {
      layer: dockerLayer(line, object),
      content: withoutNewline(content),
      partial: !isCut && !content.text.endsWith('\n'),
      doubtful: isCut && !beginsRecord(content.text),
    };
  },
};

function dockerLayer(line: string, object: JsonObject): Omit<Layer, 'span'> {
  const stream = wordOf(line, object, 'stream');
  const time = readIsoStamp(wordOf(line, object, 'time') ?? '')?.time;
  return {
    kind: 'docker-json',
    ...(time ? { time } : {}),
    ...(stream === 'stdout' || stream === 'stderr' ? { stream } : {}),
  };
}

/**
 * The first line of a paste that starts in the middle of an object: `failed\\n","stream":"stderr","time":"2026-…Z"}`. The text
 * up to `","stream":"` is the end of a `log`.
 */
export function peelCutHead(line: string): Peeled | undefined {
  if (!line.endsWith('"}') || line.startsWith('{')) return undefined;
  const end = line.lastIndexOf('","stream":"std');
  const object = end < 0 ? undefined : scanJsonObject(`{"log":"${line.slice(end)}`, 0);
  if (!object?.to || !memberOf(object, 'time')) return undefined;
  const content = readMappedJsonString(line, { from: 0, to: end });
  return { layer: dockerLayer(`{"log":"${line.slice(end)}`, object), content: withoutNewline(content) };
}

/** Without the line end at its end; a program with a terminal (`docker run -t`) prints `\r\n`. */
export function withoutNewline(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.endsWith('\n')) return mapped;
  return sliceMapped(mapped, 0, text.length - (text.endsWith('\r\n') ? 2 : 1));
}
