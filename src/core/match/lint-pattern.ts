import type { Bilingual } from '../text/index.ts';
import { type Pattern, MIN_ANCHOR, isPatternError, parsePattern } from './pattern.ts';
import { isStock } from './rarity.ts';

/** What is wrong with a wording, for its author. */
export interface PatternProblem {
  readonly code: PatternProblemCode;
  /** Where in the pattern, 0-based. */
  readonly at: number;
  readonly words: Bilingual;
  readonly remedy: Bilingual;
}

export const PATTERN_PROBLEMS = [
  'unreadable',
  'anchor-too-short',
  'too-general',
  'ends-in-gap',
  'variable-as-literal',
] as const;

export type PatternProblemCode = (typeof PATTERN_PROBLEMS)[number];

const both = (en: string, zh: string): Bilingual => ({ en, zh });

/**
 * What is wrong with one wording of a signature; empty if nothing is. `place` says whether it begins the search (a head) or
 * is looked for behind a head, in its own line only (a tail).
 */
export function lintPattern(source: string, place: 'head' | 'tail'): PatternProblem[] {
  const pattern = parsePattern(source);
  if (isPatternError(pattern)) {
    return [
      {
        code: 'unreadable',
        at: pattern.at,
        words: both(pattern.message, `模式读不懂：${pattern.message}`),
        remedy: both(
          'see `src/core/match/pattern.ts` for the language',
          '语法见 `src/core/match/pattern.ts`',
        ),
      },
    ];
  }
  return [
    ...(place === 'head' ? anchorProblems(pattern) : []),
    ...gapProblems(pattern),
    ...literalProblems(pattern),
  ];
}

function anchorProblems({ anchor, tokens }: Pattern): PatternProblem[] {
  if (anchor.text.length < MIN_ANCHOR) {
    return [
      {
        code: 'anchor-too-short',
        at: 0,
        words: both(
          `its longest literal \`${anchor.text}\` is shorter than ${MIN_ANCHOR} characters`,
          `最长的字面文本 \`${anchor.text}\` 不到 ${MIN_ANCHOR} 个字符`,
        ),
        remedy: both(
          'take more of the message into the head: so short a text stands in too many lines',
          '把消息里更多的文字写进 head：这么短的文本会出现在太多行里',
        ),
      },
    ];
  }
  const literals = tokens.flatMap((token) => (token.kind === 'literal' ? [token.text] : []));
  if (!isStock(literals)) return [];
  return [
    {
      code: 'too-general',
      at: 0,
      words: both(
        `every word of \`${literals.join('…')}\` is one that any program logs`,
        `\`${literals.join('…')}\` 里的每个词都是任何程序都会打印的`,
      ),
      remedy: both(
        'begin with what only this failure says, and make of this a tail',
        'head 要用只有这个故障才会说的文字，这一段改作 tail',
      ),
    },
  ];
}

function gapProblems({ tokens, source }: Pattern): PatternProblem[] {
  const last = tokens.at(-1);
  if (last?.kind !== 'hole' || last.capture || (last.type !== '*' && last.type !== '**')) return [];
  return [
    {
      code: 'ends-in-gap',
      at: source.length - last.type.length - 2,
      words: both(
        `ends in \`<${last.type}>\`, which decides nothing`,
        `以 \`<${last.type}>\` 结尾，它不起任何作用`,
      ),
      remedy: both(
        'end with the last literal text, or name the hole',
        '以最后一段字面文本结尾，或给这个洞取名',
      ),
    },
  ];
}

/** Texts that are other ones in the next log: an address, a UUID, a time, a generated name. */
const VARIABLES: readonly { readonly pattern: RegExp; readonly hole: string }[] = [
  // 8f14e45f-ceea-467f-a1d2-0123456789ab
  { pattern: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, hole: 'uuid' },
  // 10.42.0.7, but not 127.0.0.1, 0.0.0.0 or 10.96.0.0/12
  { pattern: /(?<![\d.])(?!127\.|0\.0\.0\.0|255\.)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d./])/, hole: 'ip' },
  // 19:57:01
  { pattern: /(?<![\d:])[012]\d:[0-5]\d:[0-5]\d(?![\d:])/, hole: '*' },
  // -7d4b9c6f5d-x2x7k
  { pattern: /-[0-9a-f]{8,10}-[0-9a-z]{5}(?![0-9a-z])/, hole: 'pod' },
  // 0xc000123456
  { pattern: /0x[0-9a-f]{6,}/, hole: 'hex' },
];

function literalProblems({ tokens, source }: Pattern): PatternProblem[] {
  for (const token of tokens) {
    if (token.kind === 'hole') continue;
    for (const { pattern, hole } of VARIABLES) {
      const found = pattern.exec(token.text)?.[0];
      if (found === undefined) continue;
      return [
        {
          code: 'variable-as-literal',
          at: Math.max(0, source.indexOf(found)),
          words: both(`\`${found}\` is another one in the next log`, `\`${found}\` 在下一份日志里就不一样了`),
          remedy: both(`write \`<${hole}>\` in its place`, `改写成 \`<${hole}>\``),
        },
      ];
    }
  }
  return [];
}
