export {
  CODE,
  isBlank,
  isDigit,
  isHex,
  isLetter,
  isLower,
  isUpper,
  readNumber,
  runEnd,
} from './characters.ts';
export { type GoQuoted, readGoQuoted } from './go-quoted.ts';
export { type Bilingual, type Language, LANGUAGES } from './language.ts';
export { type Line, type LineSplitter, createLineSplitter, splitLines } from './lines.ts';
export type { Problem } from './problem.ts';
export { drawReport, drawable } from './report.ts';
export { type Span, shift, textOf } from './span.ts';
export { unreachable } from './unreachable.ts';
