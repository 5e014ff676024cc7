import type { ApiServiceReport } from '../../core/kube/index.ts';

/** The table as Markdown for a ticket, and all of it as JSON. */
export function copyAs(report: ApiServiceReport, verdict: string): { markdown: string; json: string } {
  const rows = report.rows.map(
    ({ name, service, available, reason, age }) =>
      `| ${cell(name)} | ${cell(service)} | ${cell(reason === undefined || available === 'True' ? available : `${available} (${reason})`)} | ${cell(age ?? '')} |`,
  );
  const head =
    rows.length > 0 ? ['', '| NAME | SERVICE | AVAILABLE | AGE |', '| --- | --- | --- | --- |'] : [];
  return {
    markdown: [verdict, ...head, ...rows, ''].join('\n'),
    json: JSON.stringify(report, null, 2),
  };
}

/** In a cell a bar would end it. */
const cell = (text: string): string =>
  text.replaceAll('\n', ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('`', "'");
