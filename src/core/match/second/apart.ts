import { splitLines } from '../../text/index.ts';
import { type Pattern, isPatternError, parsePattern } from '../pattern.ts';
import { COMMON } from './common-words.ts';
import { wordsOf } from './words.ts';

/** With so much of a wording's words a text is near it. */
const NEAR = 0.5;

/**
 * What keeps a wording apart from texts that it must not match, although they have most of its words: for each of them
 * the words that only the wording has, as a list with blanks, common ones only where there are no others. Something similar must have one of each list. An empty
 * list means that words cannot tell: nothing is similar then.
 *
 *     > x509: certificate has expired      near miss: x509: certificate signed by unknown authority
 *       ['expired']
 */
export function apartWords(source: string, negatives: readonly string[]): string[] {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) return [];
  const own = literalWords(pattern);
  const lists = negatives
    .flatMap((negative) => splitLines(negative))
    .flatMap(({ text }) => {
      const said = new Set(wordsOf(text).map(({ word }) => word));
      const missing = [...own].filter((word) => !said.has(word));
      const telling = missing.filter((word) => !COMMON.has(word));
      const list = telling.length > 0 ? telling : missing;
      return missing.length <= own.size * (1 - NEAR) ? [list.join(' ')] : [];
    });
  return [...new Set(lists)].sort();
}

const literalWords = ({ tokens }: Pattern): Set<string> =>
  new Set(
    tokens.flatMap((token) => (token.kind === 'literal' ? wordsOf(token.text).map(({ word }) => word) : [])),
  );
