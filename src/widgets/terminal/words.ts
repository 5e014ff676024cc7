import type { LeftOut } from '../../core/cast/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Recorded session', zh: '终端录像' },
  purpose: {
    en: 'Plays a recorded terminal, and shows what it showed as text. Sequences that act (clipboard, titles, links, questions) are left out.',
    zh: '播放录制的终端，并把显示过的内容变成文本。会起作用的序列（剪贴板、标题、链接、查询）一律去掉。',
  },
  accepts: {
    en: 'Accepts asciicast 2 and 3 (asciinema).',
    zh: '支持 asciicast 第 2 版和第 3 版（asciinema）。',
  },
  label: {
    en: 'A recording: paste the file, drop it here, or open it',
    zh: '录像：粘贴文件内容、拖到这里，或打开文件',
  },
  example: { en: 'Worked example', zh: '示例' },
  reconstructed: { en: 'reconstructed', zh: '重构' },
  transcript: { en: 'Transcript', zh: '文字记录' },
  copy: { en: 'Copy the transcript', zh: '复制文字记录' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
  from: { en: 'play from here', zh: '从这里播放' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  again: { en: 'Play again', zh: '重新播放' },
  restart: { en: 'To the beginning', zh: '回到开头' },
  next: { en: 'Next step', zh: '下一步' },
  previous: { en: 'Previous step', zh: '上一步' },
  time: { en: 'Time', zh: '时间' },
  of: { en: 'of', zh: '／' },
  speed: { en: 'Speed', zh: '速度' },
  skips: { en: 'shorten waits to 2 s', zh: '等待缩短为 2 秒' },
  screen: { en: 'Terminal: space plays, arrows move', zh: '终端：空格播放，方向键移动' },
  loading: { en: 'Loading …', zh: '加载中……' },
  playing: { en: 'Playing', zh: '播放中' },
  paused: { en: 'Paused', zh: '已暂停' },
  ended: { en: 'At the end', zh: '已到结尾' },
  still: {
    en: 'Your system asks for less motion: this goes from step to step and plays nothing by itself.',
    zh: '系统要求减少动画：逐步前进，不会自动播放。',
  },
  failed: { en: 'This cannot be played.', zh: '无法播放。' },
  kept: { en: 'Your input is kept.', zh: '你的输入仍然保留。' },
  leftOut: { en: 'Left out, because it acts:', zh: '会起作用，已去掉：' },
  cut: { en: 'It shows more than is kept here: the rest is left out.', zh: '内容过长，其余未保留。' },
  more: { en: 'More lines', zh: '更多行' },
  nothing: { en: 'The recording shows no text.', zh: '录像没有显示任何文本。' },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

const LEFT_OUT_WORDS: Readonly<Record<LeftOut, Bilingual>> = {
  clipboard: { en: 'clipboard', zh: '剪贴板' },
  title: { en: 'window and title', zh: '窗口与标题' },
  link: { en: 'link', zh: '链接' },
  colours: { en: 'palette', zh: '调色板' },
  query: { en: 'question to the terminal', zh: '终端查询' },
  mode: { en: 'mode of keyboard, mouse or paste', zh: '键盘、鼠标或粘贴模式' },
  device: { en: 'data for a device', zh: '设备数据' },
  bell: { en: 'bell', zh: '响铃' },
  direction: { en: 'direction of writing', zh: '书写方向' },
  other: { en: 'other', zh: '其他' },
};

/** `clipboard 1, link 2`. */
export const leftOutWords = (
  counts: Readonly<Partial<Record<LeftOut, number>>>,
  language: Language,
): string =>
  Object.entries(counts)
    .map(([what, count]) => `${LEFT_OUT_WORDS[what as LeftOut][language]} ${count}`)
    .join(language === 'en' ? ', ' : '、');

/** `57 lines, 2:37.6`. */
export const sizeWords = (lines: number, time: string, language: Language): string =>
  language === 'en' ? `${lines} ${lines === 1 ? 'line' : 'lines'}, ${time}` : `${lines} 行，${time}`;

/** `step 2 of 5`. */
export const stepWords = (step: number, steps: number, label: string, language: Language): string =>
  language === 'en' ? `step ${step} of ${steps}: ${label}` : `第 ${step} 步，共 ${steps} 步：${label}`;

/** `line 3: expected …`. */
export const lineWords = (line: string | number, words: string, language: Language): string =>
  language === 'en' ? `line ${line}: ${words}` : `第 ${line} 行：${words}`;
