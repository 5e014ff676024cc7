import type { Bilingual, Language, NoText } from '../core/text/index.ts';

/** `large.log, 200.1 MB`: decimal units, as file managers and `kubectl` count a log. */
export function fileWords({ name, size }: { readonly name: string; readonly size: number }): string {
  return `${name}, ${sizeWords(size)}`;
}

function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.95 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** What is said of a file whose beginning is no text. */
export const NO_TEXT_WORDS: Readonly<Record<NoText, Bilingual>> = {
  binary: {
    en: 'Much of this is no text. What could be read as text is below.',
    zh: '其中很大一部分不是文本。能读作文本的部分在下面。',
  },
  compressed: {
    en: 'This file is compressed in a way that is not undone here: unpack it first. Gzip alone is read as it is.',
    zh: '此文件的压缩格式这里无法解开，请先解压。只有 gzip 可以直接读取。',
  },
};

/** Several files were dropped at once: only the first is read. */
export const firstOnly = (language: Language, files: number): string =>
  language === 'en'
    ? `${files} files were given; only the first is read.`
    : `一共给了 ${files} 个文件，只读取第一个。`;

/** A file that could not be read. */
export const UNREADABLE: Bilingual = {
  en: 'A file that has changed or moved since, or a folder, cannot be read: open it again.',
  zh: '文件在打开之后被修改或移动，或者它是文件夹，都无法读取：请重新打开。',
};
