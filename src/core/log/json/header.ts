import { readNumber } from '../../text/index.ts';
import { clockOfEpoch } from '../epoch.ts';
import type { ClockTime, Field, LogHeader, Part, SourceLine } from '../header.ts';
import { type JsonMember, partOf, scanJsonObject, textOfMember } from '../json-object.ts';
import { readPlace } from '../source-place.ts';
import { readTimestamp } from '../timestamp.ts';
import { skipBlanks } from '../tokens.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { type Roles, flatMembers, rolesOf } from './roles.ts';

/**
 * Reads a line that is one JSON object with a message, and a time or a level, or with both of these:
 *
 *     > {"level":"warn","ts":"2026-11-21T08:48:08.073Z","caller":"embed/etcd.go:117","msg":"…","members":[1,2]}
 *
 * Other objects (what kubectl prints, docker's `log`) are none; an object that is cut at its end is read as far as it
 * goes. Which logger it is of says {@link dialectOf}.
 */
export function readJsonHeader(line: string): LogHeader | undefined {
  const object = scanJsonObject(line, 0);
  if (!object || skipBlanks(line, object.to ?? line.length) < line.length) return undefined;
  const members = flatMembers(line, object.members);
  const roles = rolesOf(members);
  if (!roles.message && !(roles.time && roles.level)) return undefined;
  const time = roles.time && timeOf(line, roles.time);
  const dialect = dialectOf(line, members, roles);
  if (!dialect || (!time && !dialect.severity)) return undefined;
  if (!roles.message && !(time && dialect.severity)) return undefined;
  const logger = roles.logger?.kind === 'string' ? textOfMember(line, roles.logger) : '';
  const process = processOf(line, roles);
  const source = sourceOf(line, roles.caller);
  return {
    ...dialect,
    ...(time ? { time } : {}),
    ...(process === undefined ? {} : { process }),
    ...(source ? { source } : {}),
    ...(logger === '' ? {} : { logger }),
    message: messageOf(line, members, roles, dialect),
    fields: fieldsOf(members, roles, source),
  };
}

function timeOf(line: string, member: JsonMember): ClockTime | undefined {
  const { kind, span } = member;
  if (kind === 'object') {
    // `"t":{"$date":"2026-03-10T20:58:09.401+00:00"}`: MongoDB
    const inner = scanJsonObject(line, span.from, span.to)?.members[0];
    return inner && inner.kind !== 'object' ? timeOf(line, inner) : undefined;
  }
  const epoch = clockOfEpoch(line.slice(span.from, Math.min(span.to, span.from + 40)));
  if (epoch || kind !== 'string') return epoch;
  const stamp = readTimestamp(line, span.from);
  return stamp && stamp.to <= span.to ? stamp.time : undefined;
}

/** Without a message, what went wrong is one; without that it is empty. */
function messageOf(line: string, members: readonly JsonMember[], roles: Roles, { format }: Dialect): Part {
  const member =
    roles.message ?? members.find(({ key, kind }) => kind === 'string' && (key === 'error' || key === 'err'));
  if (!member) return { span: { from: line.length, to: line.length }, encoding: 'json' };
  const part = partOf(member);
  // klog's printf calls keep the newline at the end inside of the string.
  const { from, to } = part.span;
  const newline = format === 'klog-json' && to - from >= 2 && line.startsWith('\\n', to - 2);
  return newline ? { ...part, span: { from, to: to - 2 } } : part;
}

function processOf(line: string, { process }: Roles): number | undefined {
  if (!process) return undefined;
  const { from, to } = process.span;
  const number = readNumber(line, from, to);
  return number?.to === to ? number.value : undefined;
}

/** `"caller":"embed/etcd.go:117"`, or slog's `"source":{"function":"main.main","file":"/src/main.go","line":12}`. */
function sourceOf(line: string, caller: JsonMember | undefined): SourceLine | undefined {
  if (!caller) return undefined;
  const { kind, span } = caller;
  if (kind === 'string') return readPlace(line, span.from, span.to);
  const members = kind === 'object' ? (scanJsonObject(line, span.from, span.to)?.members ?? []) : [];
  const file = members.find(({ key }) => key === 'file');
  const number = members.find(({ key }) => key === 'line');
  const value = number && readNumber(line, number.span.from, number.span.to)?.value;
  return file && value !== undefined ? { file: textOfMember(line, file), line: value, span } : undefined;
}

function fieldsOf(members: readonly JsonMember[], roles: Roles, source: SourceLine | undefined): Field[] {
  const named = Object.values(roles).filter((member) => member !== roles.caller || source !== undefined);
  return members
    .filter((member) => !named.includes(member))
    .map((member) => ({ key: member.key, value: partOf(member) }));
}
