import { type Bilingual, drawable } from '../text/index.ts';
import { type Failure, findFailure, tokenText } from './find-failure.ts';
import type { Pattern } from './pattern.ts';
import type { Match } from './rank.ts';

/** Something that the signature or its runbook asks for, and whether it is so; null where the paste does not tell. */
export interface Condition {
  readonly kind: 'wording' | 'fact' | 'tail' | 'level' | 'versions';
  readonly holds: boolean | null;
  readonly words: Bilingual;
}

/** What the signature asks for, in the order in which it is asked; tails up to the one that fits. */
export function conditionsOf(match: Match, text: string, headEnd: number): Condition[] {
  return [
    wordingCondition(match),
    ...tailConditions(match, text, headEnd),
    ...levelCondition(match),
    ...versionsCondition(match),
  ];
}

function wordingCondition({ best: { compiled, fact, stack, similarity, literals } }: Match): Condition {
  if (fact) {
    const said = `${fact.kind}: ${quoted(fact.value)}`;
    return { kind: 'fact', holds: true, words: { en: `read as ${said}`, zh: `识别为 ${said}` } };
  }
  if (stack) {
    const count = `${literals.length} / ${stack.keys.length}`;
    const words = {
      en: `calls of its stack, in their order: ${count}`,
      zh: `它的调用栈里按顺序出现的调用：${count}`,
    };
    return { kind: 'wording', holds: similarity === undefined, words };
  }
  if (similarity !== undefined) {
    const percent = Math.round(similarity * 100);
    const words = {
      en: `its wording is not in the line; similar by ${percent} %`,
      zh: `它的写法不在这一行里；相似度 ${percent} %`,
    };
    return { kind: 'wording', holds: false, words };
  }
  const count = compiled.heads.length;
  const en = `${count === 1 ? 'its wording' : `one of its ${count} wordings`} is in the line`;
  return { kind: 'wording', holds: true, words: { en, zh: `${count} 种写法之一在这一行里` } };
}

function tailConditions({ best }: Match, text: string, headEnd: number): Condition[] {
  const { tails } = best.compiled;
  const chosen = tails.findIndex(({ tail }) => tail === best.tail?.tail);
  const tried = chosen < 0 ? tails : tails.slice(0, chosen + 1);
  return tried.map(({ tail, pattern }, index): Condition => {
    if (index === chosen) {
      const said = `${tail.id}: ${quoted(pattern.source)}`;
      return { kind: 'tail', holds: true, words: { en: `ends in ${said}`, zh: `结尾是 ${said}` } };
    }
    const why = failureWords(findFailure(pattern, text, Math.max(0, headEnd)), pattern);
    return {
      kind: 'tail',
      holds: false,
      words: { en: `${tail.id}: ${why.en}`, zh: `${tail.id}：${why.zh}` },
    };
  });
}

function levelCondition({ best: { compiled, level } }: Match): Condition[] {
  const asked = compiled.signature.level;
  if (asked === undefined) return [];
  const shown = level ?? asked;
  const words = {
    en: `logged as ${asked}, here ${shown}`,
    zh: `通常的级别是 ${asked}，这里是 ${shown}`,
  };
  return [{ kind: 'level', holds: shown === asked, words }];
}

function versionsCondition({ best, runbook, versionFits }: Match): Condition[] {
  const versions = best.compiled.signature.versions ?? runbook.versions;
  if (versions.length === 0) return [];
  const range = `Kubernetes ${versions.join(', ')}`;
  if (versionFits === undefined) {
    const words = { en: `${range}: the paste does not tell`, zh: `${range}：粘贴内容没有说明` };
    return [{ kind: 'versions', holds: null, words }];
  }
  const words = versionFits
    ? { en: `${range}: the source lines fit`, zh: `${range}：源码行号符合` }
    : { en: `${range}: the source lines are of other releases`, zh: `${range}：源码行号属于其他版本` };
  return [{ kind: 'versions', holds: versionFits, words }];
}

const quoted = (text: string): string => `\`${drawable(text)}\``;

/** "expected X, found Y", of a pattern that stopped fitting or never began. */
export function failureWords(failure: Failure | undefined, pattern: Pattern): Bilingual {
  if (!failure) {
    const source = quoted(pattern.source);
    return { en: `nothing of ${source} is there`, zh: `${source} 的任何部分都不在这一行里` };
  }
  const expected = quoted(tokenText(failure.expected));
  if (failure.found === '') {
    return { en: `expected ${expected}, but the line ends`, zh: `应为 ${expected}，但这一行到此结束` };
  }
  return {
    en: `expected ${expected}, found ${quoted(failure.found)}`,
    zh: `应为 ${expected}，实际是 ${quoted(failure.found)}`,
  };
}
