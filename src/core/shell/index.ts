export { isSessionLine, mostLikely, readCommandLine, readCommandLines } from './argv/read.ts';
export { promptEnd } from './argv/prompt.ts';
export {
  type Argument,
  type CommandLine,
  type CommandProblem,
  type CommandSource,
  programName,
  takesOnlyFlags,
} from './command-line.ts';
export { SOURCE_WORDS, problemWords } from './problem-words.ts';
export { SHELLS, SHELL_NAMES, type Shell, quote, quoteAll } from './quote.ts';
export { type Word, type Words, splitWords } from './words.ts';
