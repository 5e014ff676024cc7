import type { LogEntry } from '../../core/log/index.ts';
import type { Report } from './model.ts';
import type { Row } from './job.ts';

export type CopyForm = 'text' | 'json' | 'markdown';

/** The listed rows in a form that other tools take. */
export function copyRows(form: CopyForm, report: Report, rows: readonly Row[]): string {
  switch (form) {
    case 'text':
      return rows.map(rowText).join('\n');
    case 'json':
      return JSON.stringify({ ...report.summary, rows }, null, 2);
    case 'markdown':
      return [
        '| line | time | severity | message |',
        '| ---: | --- | --- | --- |',
        ...rows.map(rowMarkdown),
      ].join('\n');
  }
}

const rowText = ({ entries, times }: Row): string =>
  [...entries.map(entryText), ...(times > 1 ? [`        × ${times}`] : [])].join('\n');

const entryText = ({ number, time = '', severity, place, logger, message, fields }: LogEntry): string =>
  [String(number).padStart(6), time, severity ?? '', place ?? logger ?? '', message, fieldsText(fields)]
    .filter(Boolean)
    .join('  ');

const rowMarkdown = ({ entries, times }: Row): string =>
  entries
    .map(({ number, time = '', severity = '', message, fields }) => {
      const repeated = times > 1 ? ` × ${times}` : '';
      return `| ${number} | ${time} | ${severity} | ${codeSpan(firstLine([message.split('\n', 1)[0], fieldsText(fields)].filter(Boolean).join('  ')))}${repeated} |`;
    })
    .join('\n');

/** `err="…"`, as the log says it without its quotes. */
export const fieldsText = (fields: LogEntry['fields']): string =>
  fields.map(({ key, value }) => `${key}=${value}`).join('  ');

const firstLine = (text: string): string => text.replaceAll('\n', ' ');

/** A code span that may hold backquotes and bars. */
function codeSpan(text: string): string {
  if (text === '') return '';
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${fence === '`' ? '' : ' '}${text.replaceAll('|', '\\|')}${fence === '`' ? '' : ' '}${fence}`;
}
