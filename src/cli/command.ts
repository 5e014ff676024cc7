/** How a command ended, as the shell sees it. */
export const EXIT = { match: 0, none: 1, wrongUse: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command may use of the outside, so that tests can run it without a process. */
export interface Io {
  readonly readInput: (path: string) => AsyncIterable<string>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

export interface Command {
  readonly name: string;
  /** One line of `kb --help`. */
  readonly summary: string;
  readonly usage: string;
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
