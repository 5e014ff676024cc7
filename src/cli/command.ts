import { type Language, LANGUAGES } from '../core/text/index.ts';

/** How a command ended, as the shell sees it. */
export const EXIT = { match: 0, none: 1, wrongUse: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command may use of the outside, so that tests can run it without a process. */
export interface Io {
  readonly readInput: (path: string) => AsyncIterable<string>;
  /** The same with the bytes that each piece of it was decoded from. */
  readonly readDecoded: (path: string) => AsyncIterable<Decoded>;
  /** The files below a folder, in the order of their paths; `undefined` if the path is no folder. Throws where nothing is. */
  readonly filesIn: (path: string) => readonly string[] | undefined;
  /** How wide the terminal is that reads the output; `undefined` if none does. */
  readonly columns?: number | undefined;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** A piece of a text, and its bytes. */
export interface Decoded {
  readonly text: string;
  readonly bytes?: Uint8Array;
}

export interface Command {
  readonly name: string;
  /** One line of `kb --help`. */
  readonly summary: string;
  readonly usage: string;
  /** What `kb NAME --help` tells beside that: options, exit status, examples. */
  readonly details?: string;
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

/** A use that the command does not know: told with how it is used. */
export class WrongUse extends Error {}

/** All of an input as one text. */
export async function readAll(input: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of input) text += chunk;
  return text;
}

/** The language of `--language`; English if it is not given. */
export function readLanguage(value: string | undefined): Language {
  const language = LANGUAGES.find((name) => name === (value ?? 'en'));
  if (!language) throw new WrongUse(`expected a language of ${LANGUAGES.join(', ')}, found \`${value}\``);
  return language;
}
