import type { Io } from '../../src/cli/command.ts';

export interface Told {
  readonly out: string;
  readonly error: string;
}

/** An outside for a command: files that are texts, in chunks, and two streams that are kept. */
export function ioOf(
  files: Readonly<Record<string, string | readonly string[]>> = {},
): Io & { told: () => Told } {
  const piecesOf = (path: string): readonly string[] => {
    const file = files[path];
    if (file === undefined) throw notThere(path);
    return typeof file === 'string' ? [file] : file;
  };
  let out = '';
  let error = '';
  return {
    async *readInput(path) {
      yield* piecesOf(path);
    },
    async *readDecoded(path) {
      for (const text of piecesOf(path)) yield { text, bytes: new TextEncoder().encode(text) };
    },
    filesIn(path) {
      const below = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      if (below.length > 0) return below.sort();
      if (files[path] === undefined) throw notThere(path);
      return undefined;
    },
    out: (text) => void (out += text),
    error: (text) => void (error += text),
    told: () => ({ out, error }),
  };
}

const notThere = (path: string): Error =>
  Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
