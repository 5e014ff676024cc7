import { CODE, isBlank, isDigit, isLetter, plainText, runEnd } from '../../text/index.ts';
import type { ClockTime } from '../header.ts';
import { readTimestamp } from '../timestamp.ts';
import { beginsRecord } from './begins-record.ts';
import { readControlEscapes } from './control-escapes.ts';
import type { Peeled, Wrapper } from './layer.ts';
import { type Stamp, readIsoStamp, readMonthStamp } from './stamp.ts';
import { type SyslogTag, readSyslogTag } from './syslog-tag.ts';

const SEPARATORS = ['Logs begin at ', 'Journal begins at ', 'Boot ', 'Reboot --', 'No entries --'];

/**
 * What journalctl prints in front of a message, and rsyslog and syslog-ng in their files:
 *
 *     > Nov 21 08:18:33 node1 kubelet[1234]: I1121 08:18:33.966321    1234 kubelet.go:23] info msg
 *     > 2026-11-21T08:18:33.966321+0000 node1 kubelet[1234]: …            `short-iso`, `short-iso-precise`, rsyslog
 *     > Sat 2026-11-21 08:18:33 UTC node1 kubelet[1234]: …                `short-full`
 *     > [  123.456789] node1 kubelet[1234]: …                             `short-monotonic`
 *     > kubelet[1234]: I1121 08:18:33.966321    1234 kubelet.go:23] …     the time was cut off
 *
 * Behind an ISO time the pid is asked for, since programs print `time word word: text` themselves; without a time,
 * something known has to follow. journalctl's separators (`-- Boot … --`) are no lines of a program.
 *
 * Source: [journalctl](https://www.freedesktop.org/software/systemd/man/latest/journalctl.html) of systemd 256, `--output=`.
 */
export const JOURNALD: Wrapper = {
  id: 'journald',
  name: 'journald or syslog',
  starts: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-[',
  behindWord: ' [:',
  peel(line) {
    const first = line.charCodeAt(0);
    if (first === CODE.minus) return separator(line);
    if (first === CODE.openBracket) return peelTag(line, undefined, monotonicEnd(line), true);
    const stamp = isDigit(first) ? readIsoStamp(line) : (readMonthStamp(line) ?? readFullStamp(line));
    return stamp ? peelTag(line, stamp.time, stamp.to, isDigit(first)) : withoutTime(line);
  },
};

function peelTag(
  line: string,
  time: ClockTime | undefined,
  to: number | undefined,
  needsProcess: boolean,
): Peeled | undefined {
  if (to === undefined || line.charCodeAt(to) !== CODE.space) return undefined;
  const tag = readSyslogTag(line, to + 1, needsProcess);
  return tag && peeled(line, tag, time);
}

function peeled(line: string, { to, ...speaker }: SyslogTag, time: ClockTime | undefined): Peeled {
  return {
    layer: { kind: 'journald', ...(time ? { time } : {}), ...speaker },
    content: readControlEscapes(line, to),
  };
}

/** `kubelet[1234]: I1121 …`, `node1 kubelet[1234]: I1121 …`. */
function withoutTime(line: string): Peeled | undefined {
  const tag = line.includes(']: ') ? readSyslogTag(line, 0, true) : undefined;
  return tag && { ...peeled(line, tag, undefined), doubtful: !beginsRecord(line, tag.to) };
}

/** Behind `[  123.456789]`, the seconds since the machine started. */
function monotonicEnd(line: string): number | undefined {
  const from = runEnd(line, 1, Math.min(line.length, 12), isBlank);
  const point = runEnd(line, from, Math.min(line.length, from + 12), isDigit);
  const end = runEnd(line, point + 1, Math.min(line.length, point + 7), isDigit);
  const isShaped = point > from && line.charCodeAt(point) === CODE.dot && end === point + 7;
  return isShaped && line.charCodeAt(end) === CODE.closeBracket ? end + 1 : undefined;
}

/** `Sat 2026-11-21 08:18:33 CET`: of zones by name only UTC is known. */
function readFullStamp(line: string): Stamp | undefined {
  const isShaped = line.charCodeAt(3) === CODE.space && line.charCodeAt(8) === CODE.minus;
  const stamp = isShaped ? readTimestamp(line, 0) : undefined;
  if (stamp?.time.offset !== undefined || stamp === undefined) return stamp;
  const zone = runEnd(line, stamp.to + 1, Math.min(line.length, stamp.to + 8), isLetter);
  return { ...stamp, to: zone };
}

function separator(line: string): Peeled | undefined {
  if (!line.startsWith('-- ') || !line.endsWith('--')) return undefined;
  if (!SEPARATORS.some((words) => line.startsWith(words, 3))) return undefined;
  return { layer: { kind: 'journald' }, content: plainText('', line.length) };
}
