import { type NoText, noText } from '../core/text/index.ts';
import { type Decoded, type Io, WrongUse } from './command.ts';

/** What is read: a file, one of a folder, or standard input. */
export interface Input {
  readonly path: string;
  /** It was found in a folder, not named: what is no text is skipped. */
  readonly walked: boolean;
}

/** The inputs that the arguments name, folders by their files. */
export function* inputsOf(paths: readonly string[], { filesIn }: Pick<Io, 'filesIn'>): Generator<Input> {
  for (const path of paths) {
    const files = path === '-' ? undefined : filesIn(path);
    if (!files) yield { path, walked: false };
    else for (const file of files) yield { path: file, walked: true };
  }
}

/** Why a file of a folder is not read. */
export type SkipReason = NoText | 'unreadable';

/**
 * A file that was named. What is no text is read for what it is worth, with a word on the error stream; what is compressed
 * in a way that is not undone here is refused: nothing in it can be found.
 */
export async function* readNamedDecoded(
  path: string,
  { readDecoded, error }: Pick<Io, 'readDecoded' | 'error'>,
): AsyncGenerator<Decoded> {
  let begun = false;
  for await (const piece of readDecoded(path)) {
    const not = begun ? undefined : noText(piece.text);
    begun = true;
    if (not === 'compressed')
      throw new WrongUse(`${path} is compressed: unpack it first (gzip alone is read as it is)`);
    if (not === 'binary') error(`kb: much of ${path} is no text\n`);
    yield piece;
  }
}

/** The same as text alone. */
export async function* readNamed(path: string, io: Io): AsyncGenerator<string> {
  for await (const { text } of readNamedDecoded(path, io)) yield text;
}
