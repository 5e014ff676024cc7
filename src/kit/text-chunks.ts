import { ENCODING_HEAD, encodingOf } from '../core/text/index.ts';

/** A part of a text, and how far it goes in the unit in which the whole is measured. */
export interface TextChunk {
  readonly chunk: string;
  /** What it was decoded from, if that was UTF-8. */
  readonly bytes?: Uint8Array;
  /** As large as `total` with the last chunk only. */
  readonly done: number;
  readonly total: number;
}

/** Small enough for a first answer at once, large enough that asking for it costs nothing. */
const CHUNK = 1 << 18;

/**
 * A paste, or a file of any size, in chunks: a file is read piece by piece and never held as a whole, as UTF-8, or as
 * what its beginning says: UTF-16, gzip. Throws where a file cannot be read on.
 */
export const textChunks = (source: string | Blob): AsyncGenerator<TextChunk> =>
  typeof source === 'string' ? ofText(source) : ofFile(source);

async function* ofText(text: string): AsyncGenerator<TextChunk> {
  for (let at = 0; at < text.length || at === 0; at += CHUNK) {
    yield {
      chunk: text.slice(at, at + CHUNK),
      done: Math.min(at + CHUNK, text.length),
      total: text.length,
    };
  }
}

async function* ofFile(file: Blob): AsyncGenerator<TextChunk> {
  const encoding = encodingOf(new Uint8Array(await file.slice(0, ENCODING_HEAD).arrayBuffer()));
  if (encoding === 'gzip') {
    yield* ofPacked(file);
    return;
  }
  const decoder = new TextDecoder(encoding);
  let done = 0;
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    done += bytes.length;
    const chunk = decoder.decode(bytes, { stream: done < file.size });
    yield { chunk, ...inUtf8(bytes, decoder), done, total: file.size };
  }
}

/** How far a packed file has been read is told in its own bytes: what it holds is not known before its end. */
async function* ofPacked(file: Blob): AsyncGenerator<TextChunk> {
  const total = file.size;
  let done = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      done += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const reader = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip')).getReader();
  let decoder: TextDecoder | undefined;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    decoder ??= new TextDecoder(textEncoding(next.value));
    const chunk = decoder.decode(next.value, { stream: true });
    yield { chunk, ...inUtf8(next.value, decoder), done: Math.min(done, total - 1), total };
  }
  const rest = decoder?.decode() ?? '';
  yield { chunk: rest, done: total, total };
}

function textEncoding(head: Uint8Array): string {
  const encoding = encodingOf(head);
  return encoding === 'gzip' ? 'utf-8' : encoding;
}

const inUtf8 = (bytes: Uint8Array, { encoding }: TextDecoder): Pick<TextChunk, 'bytes'> =>
  encoding === 'utf-8' ? { bytes } : {};
