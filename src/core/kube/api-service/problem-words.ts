import { type Language, type Problem, drawable } from '../../text/index.ts';
import type { ApiServiceProblem } from './list.ts';

/** What a reader of APIServices could not make sense of: what was expected, behind what, and what was found. */
export function apiServiceProblemWords(problem: Problem<ApiServiceProblem>, language: Language): string {
  const fact = (name: string): string => drawable(String(problem.facts?.[name] ?? '')).slice(0, 80);
  const en = language === 'en';
  const end = en ? 'the end' : '末尾';
  const found = fact('found') === '' ? end : `\`${fact('found')}\``;
  switch (problem.code) {
    case 'broken-row':
      return en
        ? `expected ${fact('expected')} after \`${fact('after')}\`, found ${found}`
        : `\`${fact('after')}\` 之后应为 ${fact('expected')}，实际是 ${found}`;
    case 'broken-object':
      return en
        ? `expected ${fact('expected')}, found ${found}; what stands before it was read`
        : `应为 ${fact('expected')}，实际是 ${found}；在此之前的内容已读取`;
    case 'other-kind':
      return en
        ? `${fact('count')} of kind \`${fact('kind')}\` left out: only APIServices are read here`
        : `略去 ${fact('count')} 个 \`${fact('kind')}\`：这里只读 APIService`;
  }
}
