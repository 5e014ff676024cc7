import type { ClockTime } from './header.ts';

/** A clock reading as text: date and zone only where the log names them, and as many digits as it has. */
export function timeText({ year, month, day, hour, minute, second, micros, offset }: ClockTime): string {
  const date =
    month === undefined || day === undefined
      ? ''
      : `${year === undefined ? '' : `${String(year).padStart(4, '0')}-`}${two(month)}-${two(day)}T`;
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  return `${date}${two(hour)}:${two(minute)}:${two(second)}${fraction}${zoneText(offset)}`;
}

function zoneText(offset: number | undefined): string {
  if (offset === undefined) return '';
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
