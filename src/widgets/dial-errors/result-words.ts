import type { ConnectionReport, Gap } from '../../core/log/index.ts';
import { secondsWords } from '../../core/resolve/index.ts';
import type { Language } from '../../core/text/index.ts';

export function verdictWords({ failures, left, gaps }: ConnectionReport, language: Language): string {
  const count = failures.length + left;
  const known = gaps.filter(({ constants }) => constants.length > 0);
  const longest = known.toSorted((a, b) => b.ms - a.ms)[0];
  const wait = longest === undefined ? '' : waitWords(longest, language);
  if (language === 'en') {
    const endings =
      count === 0 ? '' : `${count} ${count === 1 ? 'ending' : 'different endings'} of failed connections. `;
    return endings + (wait === '' ? '' : `Longest wait of a known length: ${wait}.`);
  }
  return (
    (count === 0 ? '' : `失败的连接有 ${count} 种结尾。`) +
    (wait === '' ? '' : `与已知时限等长的最长等待：${wait}。`)
  );
}

/** `30.0 s = client-go dial timeout, name lookup included (30 s)` */
export function waitWords({ ms, constants }: Gap, language: Language): string {
  const names = constants
    .slice(0, 3)
    .map(
      ({ constant }) =>
        `${constant.name[language]}${language === 'en' ? ` (${constant.seconds} s)` : `（${constant.seconds} 秒）`}`,
    );
  const or = language === 'en' ? ', or ' : '，或 ';
  return secondsWords(ms / 1000) + (names.length === 0 ? '' : ` = ${names.join(or)}`);
}

export const betweenWords = ({ fromLine, toLine }: Gap, language: Language): string =>
  language === 'en' ? `between lines ${fromLine} and ${toLine}` : `第 ${fromLine} 行与第 ${toLine} 行之间`;

export const placeWords = (line: number, times: number, language: Language): string => {
  if (language === 'en') return times === 1 ? `line ${line}` : `line ${line}, ${times} times`;
  return times === 1 ? `第 ${line} 行` : `第 ${line} 行起，共 ${times} 次`;
};
