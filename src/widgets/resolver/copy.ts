import { secondsWords } from '../../core/resolve/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { ResolverReport } from './job.ts';
import { SENTENCES, say } from './words.ts';

/** The verdict and the timeline, as a table of Markdown. */
export function asMarkdown(report: ResolverReport, language: Language): string {
  const heads = (['clock', 'server', 'query', 'outcome'] as const).map((head) => say(head, language));
  const rows = report.rows.map(({ at, until, server, types, name, ended }) => [
    `${secondsWords(at)} – ${secondsWords(until)}`,
    `\`${server}\``,
    `${types.join(', ')} \`${name.replaceAll('|', '\\|').replaceAll('`', '')}\``,
    ended,
  ]);
  const { hosts } = report;
  if (hosts) rows.push([secondsWords(hosts.at), '`/etc/hosts`', '', SENTENCES.hosts(language, hosts)]);
  const table = [heads, heads.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
  return `${report.verdict}\n\n${report.rows.length > 0 ? `${table}\n` : ''}`;
}
