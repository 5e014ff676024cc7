import { secondsWords } from './seconds.ts';
import type { Language } from '../text/index.ts';
import { reasonWords } from './words.ts';
import type { Lookup } from './simulate.ts';

/** The verdict in a sentence or two: what happens, when, and why. */
export function verdictWords(name: string, lookup: Omit<Lookup, 'queries'>, language: Language): string {
  const { result, needs, limit, queryCount, order, reason, found } = lookup;
  const en = language === 'en';
  const asked = en
    ? queryCount === 0
      ? 'no query is sent'
      : `${queryCount} ${queryCount === 1 ? 'query' : 'queries'}`
    : queryCount === 0
      ? '不发出查询'
      : `${queryCount} 次查询`;
  switch (result.kind) {
    case 'libc':
      return en
        ? `Not decided by Go: it hands ${name} to the C library (glibc or musl), whose own rules and limits hold. ${reasonWords(reason, found, language)}`
        : `不由 Go 决定：Go 把 ${name} 交给 C 库（glibc 或 musl），按其自己的规则和时限。${reasonWords(reason, found, language)}`;
    case 'timeout':
      if (result.race)
        return en
          ? `A race at ${secondsWords(needs)}: the lookup would end in the very moment in which the limit of ${limit} s does. The first caller mostly fails: \`${result.error}\` (${asked}).`
          : `在 ${secondsWords(needs)} 处竞速：解析恰好在 ${limit} 秒时限到达的同一刻结束。最先的调用多半失败：\`${result.error}\`（${asked}）。`;
      return en
        ? `Fails after ${secondsWords(lookup.ends)}: the lookup needs ${secondsWords(needs)}, the limit is ${limit} s. \`${result.error}\` (${asked}).`
        : `${secondsWords(lookup.ends)} 后失败：解析需要 ${secondsWords(needs)}，时限是 ${limit} 秒。\`${result.error}\`（${asked}）。`;
    case 'addresses': {
      const from = {
        hosts: en ? 'from /etc/hosts' : '来自 /etc/hosts',
        dns: en ? 'from DNS' : '来自 DNS',
        literal: en ? 'it is an address already' : '本来就是地址',
      }[result.from];
      const addresses = result.addresses.join(', ');
      return en
        ? `Resolved after ${secondsWords(needs)}: ${addresses}, ${from} (${asked}).`
        : `${secondsWords(needs)} 后解析成功：${addresses}，${from}（${asked}）。`;
    }
    case 'empty':
      return en
        ? `Nothing found, and no error: only files are asked, and this Go then returns an empty list.`
        : `没有找到，也没有报错：只查文件时，这个版本的 Go 返回空列表。`;
    case 'error':
      return en
        ? `Fails after ${secondsWords(needs)}: \`${result.error}\` (${asked}; order ${order}).`
        : `${secondsWords(needs)} 后失败：\`${result.error}\`（${asked}；顺序 ${order}）。`;
  }
}
