import { type Bilingual, type Language, drawable } from '../../text/index.ts';
import type { Gap } from './gaps.ts';
import type { Interval } from './intervals.ts';
import type { ConstantMatch } from './match-constants.ts';

/** A length of time in short: `350 ms`, `30.1 s`, `2 min 3 s`, `1 h 5 min`; of Chinese: `2 分 3 秒`. */
export function durationWords(ms: number, language: Language): string {
  const unit = UNITS[language];
  if (ms < 1000) return `${Math.round(ms)} ${unit.ms}`;
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return `${tenths / 10} ${unit.s}`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return two(Math.floor(seconds / 60), unit.min, seconds % 60, unit.s);
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return two(Math.floor(minutes / 60), unit.h, minutes % 60, unit.min);
  const hours = Math.round(minutes / 60);
  return two(Math.floor(hours / 24), unit.d, hours % 24, unit.h);
}

const UNITS = {
  en: { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd' },
  zh: { ms: '毫秒', s: '秒', min: '分', h: '小时', d: '天' },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

const two = (more: number, unit: string, less: number, smaller: string): string =>
  less === 0 ? `${more} ${unit}` : `${more} ${unit} ${less} ${smaller}`;

/** A gap in a sentence, with what it may be. Lines of other sources may stand in it, so that its own is named. */
export function gapWords({ source, fromLine, toLine, ms, constants }: Gap, language: Language): string {
  const length = durationWords(ms, language);
  const sentence =
    language === 'en'
      ? `${length} pass between lines ${fromLine} and ${toLine}${source && ` of ${drawable(source)}`}`
      : `${source && `${drawable(source)} 的`}第 ${fromLine} 行与第 ${toLine} 行之间相隔 ${length}`;
  return sentence + constantWords(constants, language);
}

/** A rhythm in a sentence. */
export function intervalWords(
  { kind, ms, times, template, constants }: Interval,
  language: Language,
): string {
  const length = durationWords(ms, language);
  const message = drawable(template);
  const sentence = {
    regular: {
      en: `\`${message}\` comes every ${length}, ${times} times`,
      zh: `\`${message}\` 每隔 ${length}出现一次，共 ${times} 次`,
    },
    doubling: {
      en: `\`${message}\` comes ${times} times at intervals that double, up to ${length}`,
      zh: `\`${message}\` 出现 ${times} 次，间隔逐次加倍，最长 ${length}`,
    },
  }[kind][language];
  return sentence + constantWords(constants, language);
}

/** `: client-go dial timeout …`, all that fit; where none does, the end of the sentence. */
function constantWords(constants: readonly ConstantMatch[], language: Language): string {
  if (constants.length === 0) return language === 'en' ? '.' : '。';
  const names = constants
    .slice(0, 3)
    .map(({ constant }) => constant.name[language] + (constant.source.isGuess ? UNVERIFIED[language] : ''));
  return language === 'en'
    ? `, as long as: ${names.join('; or ')}.`
    : `，与此等长的有：${names.join('；或 ')}。`;
}

const UNVERIFIED: Bilingual = { en: ' (from memory, not verified)', zh: '（凭记忆，未核实）' };
