import type { Bilingual, Language } from '../../text/index.ts';
import type { ApiServiceAct } from './commands.ts';
import type { ApiServiceReport } from './report.ts';

/** What each command is for. */
export const ACT_WORDS: Readonly<Record<ApiServiceAct, Bilingual>> = {
  look: { en: 'Read the reason as a sentence', zh: '读出完整的原因' },
  backup: { en: 'Save it first; `1` means that the file holds one', zh: '先备份；输出 `1` 表示文件里有一个' },
  fix: { en: 'First choice: mend the backend', zh: '首选：修好后端' },
  verify: { en: 'Is it available again?', zh: '恢复可用了吗？' },
  delete: {
    en: 'Last: only if nobody needs the API, with the saved file at hand',
    zh: '最后手段：确认没有人需要这个 API，且备份在手',
  },
  restore: { en: 'Way back: register it again from the saved file', zh: '回退：用备份重新注册' },
};

export const GUESS_WORDS: Bilingual = {
  en: 'Takes the Deployment to be named as the Service is, which is a habit and no rule.',
  zh: '假设 Deployment 与 Service 同名：这是惯例，不是规则。',
};

/** The verdict in a sentence. */
export function apiServiceVerdict(
  {
    rows,
    unavailable,
    local,
    mentions,
  }: Pick<ApiServiceReport, 'rows' | 'unavailable' | 'local' | 'mentions'>,
  language: Language,
): string {
  const en = language === 'en';
  const named = [...new Set(mentions.map(({ name }) => name))];
  if (unavailable > 0) {
    const first = rows
      .slice(0, Math.min(unavailable, 3))
      .map(
        ({ name, reason, available }) =>
          `${name || (en ? 'an API without a name' : '未写名字的 API')} (${reason ?? available})`,
      )
      .join(', ');
    const more =
      unavailable > 3 ? (en ? `, and ${unavailable - 3} more` : `，另有 ${unavailable - 3} 个`) : '';
    return en
      ? `${unavailable} of ${rows.length} not available: ${first}${more}.`
      : `${rows.length} 个中有 ${unavailable} 个不可用：${first}${more}。`;
  }
  if (rows.length > 0) {
    const rest =
      named.length > 0
        ? en
          ? ` Yet the log names ${named.slice(0, 3).join(', ')}.`
          : `但日志点名了 ${named.slice(0, 3).join('、')}。`
        : '';
    return en
      ? `No unavailable APIService in ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${local} of them Local.${rest}`
      : `${rows.length} 行里没有不可用的 APIService，其中 ${local} 个是 Local。${rest}`;
  }
  const names = named.slice(0, 3).join(en ? ', ' : '、');
  return en
    ? `No table in the paste, but its log lines say that ${names} did not answer. List them: \`kubectl get apiservice\`.`
    : `粘贴内容里没有表格，但日志说 ${names} 没有应答。请列出来看：\`kubectl get apiservice\`。`;
}
