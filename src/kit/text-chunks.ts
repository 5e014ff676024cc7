/** A part of a text, and how far it goes in the unit in which the whole is measured. */
export interface TextChunk {
  readonly chunk: string;
  /** What it was decoded from, or is encoded as. */
  readonly bytes: Uint8Array;
  readonly done: number;
  readonly total: number;
}

/** Small enough for a first answer at once, large enough that asking for it costs nothing. */
const CHUNK = 1 << 18;

/** A paste, or a file of any size, in chunks: a file is read as UTF-8 piece by piece and never held as a whole. */
export const textChunks = (source: string | Blob): AsyncGenerator<TextChunk> =>
  typeof source === 'string' ? ofText(source) : ofFile(source);

async function* ofText(text: string): AsyncGenerator<TextChunk> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length || at === 0; at += CHUNK) {
    const chunk = text.slice(at, at + CHUNK);
    yield {
      chunk,
      bytes: encoder.encode(chunk),
      done: Math.min(at + CHUNK, text.length),
      total: text.length,
    };
  }
}

async function* ofFile(file: Blob): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder();
  let done = 0;
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    done += bytes.length;
    yield { chunk: decoder.decode(bytes, { stream: done < file.size }), bytes, done, total: file.size };
  }
}
