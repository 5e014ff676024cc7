export { asciiBytes } from './ascii.ts';
export {
  CODE,
  isBar,
  isBlank,
  isDigit,
  isHex,
  isLetter,
  isLower,
  isUpper,
  readNumber,
  runEnd,
} from './characters.ts';
export { ENCODING_HEAD, type Encoding, encodingOf } from './encoding.ts';
export { quotedEnd, readMappedGoString, readMappedJsonString } from './escapes.ts';
export { type GoQuoted, readGoQuoted } from './go-quoted.ts';
export { type Bilingual, type Language, LANGUAGES } from './language.ts';
export { type Line, type LineSplitter, createLineSplitter, spanIn, splitLines } from './lines.ts';
export { type NoText, noText } from './no-text.ts';
export { narrow, putNarrow } from './narrow.ts';
export {
  type MappedText,
  type Piece,
  joinMapped,
  originOf,
  plainText,
  sliceMapped,
  throughMapped,
} from './origin.ts';
export { ownCopy } from './own-copy.ts';
export type { Problem } from './problem.ts';
export { drawReport, drawable } from './report.ts';
export { type Span, shift, textOf } from './span.ts';
export { unreachable } from './unreachable.ts';
export { PAGE, type WithMemory, instantiate } from './web-assembly.ts';
