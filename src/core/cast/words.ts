import type { Language, Problem } from '../text/index.ts';
import type { CastProblem } from './cast.ts';

type Says = Readonly<Record<Language, (facts: Readonly<Record<string, string | number>>) => string>>;

const WORDS: Readonly<Record<CastProblem, Says>> = {
  'no-header': {
    en: ({ found }) =>
      `expected a header such as {"version": 2, "width": 80, "height": 24} in the first line, found \`${found}\``,
    zh: ({ found }) => `首行应为 {"version": 2, "width": 80, "height": 24} 这样的头部，实际是 \`${found}\``,
  },
  version: {
    en: ({ found }) => `expected version 2 or 3 of asciicast, found \`${found}\``,
    zh: ({ found }) => `只支持 asciicast 第 2 版和第 3 版，实际是 \`${found}\``,
  },
  size: {
    en: ({ found }) => `expected columns and rows from 1 to 500, found \`${found}\``,
    zh: ({ found }) => `列数和行数应在 1 到 500 之间，实际是 \`${found}\``,
  },
  event: {
    en: ({ found }) => `expected an event such as [1.5, "o", "text"], found \`${found}\``,
    zh: ({ found }) => `应为 [1.5, "o", "text"] 这样的事件，实际是 \`${found}\``,
  },
  time: {
    en: ({ found }) => `expected a time that is not before the line above, found \`${found}\``,
    zh: ({ found }) => `时间不应早于上一行，实际是 \`${found}\``,
  },
  cut: {
    en: () => 'expected `]` at the end of the last line, found its end: the recording is cut off',
    zh: () => '最后一行应以 `]` 结尾，却中途断开：录制被截断',
  },
  broken: {
    en: ({ limit }) => `expected events, found more than ${limit} lines that are none: the rest is not read`,
    zh: ({ limit }) => `有超过 ${limit} 行不是事件，其余未读`,
  },
  'too-large': {
    en: ({ limit }) => `expected at most ${limit} characters: the rest is not read`,
    zh: ({ limit }) => `最多读取 ${limit} 个字符，其余未读`,
  },
};

/** What is wrong with a recording, as a sentence. */
export const castProblemWords = ({ code, facts = {} }: Problem<CastProblem>, language: Language): string =>
  WORDS[code][language](facts);
