import type { Bilingual } from '../text/index.ts';
import type { Skew } from './version-skew.ts';

/** The verdict in a sentence, and what it means for the fault at hand. */
export function skewWords({ component, verdict, behind, rule, allowed, serversApart }: Skew): Bilingual {
  const apart = serversApart
    ? {
        en: ' The kube-apiservers are more than one minor apart, which no rule allows.',
        zh: ' 各个 kube-apiserver 之间相差超过一个小版本，任何规则都不允许。',
      }
    : { en: '', zh: '' };
  const verdictWords = ((): Bilingual => {
    switch (verdict) {
      case 'same':
        return {
          en: `${component} has the minor of kube-apiserver: not the cause.`,
          zh: `${component} 与 kube-apiserver 小版本相同：不是原因。`,
        };
      case 'within':
        return behind > 0
          ? {
              en: `${component} is ${minors(behind)} behind kube-apiserver; up to ${rule.older} are supported: not the cause.`,
              zh: `${component} 比 kube-apiserver 旧 ${behind} 个小版本；最多支持旧 ${rule.older} 个：不是原因。`,
            }
          : {
              en: `${component} is ${minors(-behind)} ahead of kube-apiserver; up to ${rule.newer} is supported: not the cause.`,
              zh: `${component} 比 kube-apiserver 新 ${-behind} 个小版本；最多支持新 ${rule.newer} 个：不是原因。`,
            };
      case 'too-old':
        return {
          en: `${component} is ${minors(behind)} behind kube-apiserver, and no more than ${rule.older} are supported: it may work in part, or fail in ways that nobody tests.`,
          zh: `${component} 比 kube-apiserver 旧 ${behind} 个小版本，最多只支持旧 ${rule.older} 个：可能部分可用，也可能以没人测试过的方式出错。`,
        };
      case 'too-new':
        return {
          en: `${component} is ${minors(-behind)} ahead of kube-apiserver, and ${rule.newer === 0 ? 'none may be newer' : `no more than ${rule.newer} is supported`}: it may ask for what the server does not have.`,
          zh: `${component} 比 kube-apiserver 新 ${-behind} 个小版本，${rule.newer === 0 ? '而它不能更新' : `最多只支持新 ${rule.newer} 个`}：它可能会请求服务器没有的东西。`,
        };
    }
  })();
  const range =
    allowed && (verdict === 'too-new' || verdict === 'too-old')
      ? {
          en: ` Supported: ${rangeName(allowed)}.`,
          zh: ` 支持的是 ${rangeName(allowed)}。`,
        }
      : { en: '', zh: '' };
  return {
    en: `${verdictWords.en}${range.en}${apart.en}`,
    zh: `${verdictWords.zh}${range.zh}${apart.zh}`,
  };
}

const minors = (count: number): string => (count === 1 ? 'one minor' : `${count} minors`);

const rangeName = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `1.${from}` : `1.${from}–1.${to}`;
