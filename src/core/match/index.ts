export {
  type Answer,
  type AnswerCapture,
  type AnswerLine,
  type AnswerMatch,
  type AnswerNear,
  type AnswerNoise,
  type AnswerVersions,
  toAnswer,
  toAnswerLine,
} from './answer.ts';
export { type CompiledPack, type CompiledSignature, compilePack, ownerOf } from './compile.ts';
export { type Draft, type KnownSample, draftSignature } from './draft/draft.ts';
export { type Explanation, explain } from './explain.ts';
export { type Fact, type FactKind, FACT_KINDS } from './facts.ts';
export { type Capture, type PatternMatch, findPattern } from './find-pattern.ts';
export type { Hit } from './hits.ts';
export { type Detected, type Judge, type Judgement, type Summary, createJudge, judge } from './judge.ts';
export type { JudgedLine } from './line-verdict.ts';
export {
  type Head,
  type Pack,
  PACK_FORMAT,
  type PackNoise,
  type PackRunbook,
  type Role,
  type Signature,
  type Tail,
  type Verdict,
  VERDICTS,
} from './pack.ts';
export { lintPattern } from './lint-pattern.ts';
export { type Pattern, type PatternError, isPatternError, parsePattern } from './pattern.ts';
export { type BundleSource, type BundleSummary, createBundle } from './bundle.ts';
export { openPack } from './open-pack.ts';
export { type Judged, type QuietLines, countOf, isQuiet, linesOf } from './quiet-lines.ts';
export type { Match } from './rank.ts';
export type { LineKind } from './read-line.ts';
export { type SourceStacks, createSourceStacks } from './source-stacks.ts';
export { isStackError, parseStack } from './stacks/stack-pattern.ts';
export { apartWords } from './second/apart.ts';
export { KIND_WORDS, VERDICT_WORDS, reasonWords } from './words.ts';
export { type Fed, type StackFeed, type StackPart, createStackFeed } from './stack-feed.ts';
export { type SignatureTrial, type TriedLine, type TriedPattern, trySignature } from './try-signature.ts';
