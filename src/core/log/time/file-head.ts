import { CODE, readNumber } from '../../text/index.ts';
import type { ClockTime } from '../header.ts';

const HEAD = 'Log file created at: ';

/**
 * The first line of a file that klog or glog wrote, the only one that names the year:
 *
 *     > Log file created at: 2026/11/21 08:21:30
 *
 * Source: k8s.io/klog/v2 `klog.go` `rotateFile` (v2.4.0:1131).
 */
export function readLogFileHead(line: string): ClockTime | undefined {
  if (!line.startsWith(HEAD)) return undefined;
  const numbers: number[] = [];
  const between = [CODE.slash, CODE.slash, CODE.space, CODE.colon, CODE.colon];
  let at = HEAD.length;
  for (let index = 0; index < 6; index++) {
    const number = readNumber(line, at);
    if (number === undefined) return undefined;
    if (index < 5 && line.charCodeAt(number.to) !== between[index]) return undefined;
    numbers.push(number.value);
    at = number.to + 1;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers;
  const isTime =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60;
  return isTime ? { year, month, day, hour, minute, second, micros: 0 } : undefined;
}
