import { type Bilingual, type Language } from '../../text/index.ts';
import type { RegistrationError, RegistrationVerdict } from './registrations.ts';

/** The sentence about paths that were registered twice; nothing where the paste does not speak of it. */
export function registrationWords(verdict: RegistrationVerdict, language: Language): string | undefined {
  const names = [...new Set(verdict.duplicates.map(({ name, count }) => `${name} ×${count}`))].join(', ');
  const paths = verdict.errors.map(({ path }) => path).join(', ');
  const unexplained = verdict.unexplained.join(', ');
  const en = language === 'en';
  switch (verdict.kind) {
    case 'proven':
      return en
        ? `Proven: the list names one check twice (${names}), and so its path was registered twice (${paths}).`
        : `已证明：列表里同一个检查出现了两次（${names}），所以它的路径被注册了两次（${paths}）。`;
    case 'repeated':
      return en
        ? `The list names one check twice (${names}). Expect one error line for each path that ends in it.`
        : `列表里同一个检查出现了两次（${names}）。以它结尾的每个路径都应该有一行报错。`;
    case 'other-owner':
      return en
        ? `Not a repeated check: the list names each check once, yet ${unexplained} was registered twice. Two parts of the program own this path.`
        : `不是检查重复：列表里每个检查只出现一次，但 ${unexplained} 被注册了两次。程序里有两处占用了这个路径。`;
    case 'no-list':
      return en
        ? `${paths} was registered twice. The list that would say why is only logged with -v=5 and up.`
        : `${paths} 被注册了两次。能说明原因的列表只有 -v=5 及以上才会打印。`;
    case 'clean':
      return en ? 'The list names each check once.' : '列表里每个检查只出现一次。';
    case 'none':
      return undefined;
  }
}

/** Which registration a line of the recorder prints, and which it does not. */
export const PRINTED_WORDS: Readonly<Record<RegistrationError['form'], Bilingual>> = {
  registered: {
    en: 'The stack that is printed is that of the first registration. The second one, which caused the line, is not printed (up to apiserver 0.23).',
    zh: '打印出来的调用栈属于第一次注册。引出这行日志的第二次注册没有打印（apiserver 0.23 及以前）。',
  },
  duplicate: {
    en: 'Both stacks are printed (since apiserver 0.24): the original one first; behind `new registration from`, the second one, which caused the line.',
    zh: '两个调用栈都打印了（apiserver 0.24 起）：先是原来的；`new registration from` 后面是第二个，就是它引出了这行日志。',
  },
};

export const WINNER_WORDS: Bilingual = {
  en: 'The later registration replaces the earlier one and answers; the list of paths names the path twice. Nothing panics, whatever the doc comment says.',
  zh: '后一次注册替换前一次并负责应答；路径列表里会出现两次。不会 panic，尽管注释这么说。',
};
