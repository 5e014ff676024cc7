import { CODE, plainText, runEnd } from '../../text/index.ts';
import { isHeading, peelSameFile } from './grep.ts';
import { type Peeled, type ProgramLine, speakerOf } from './layer.ts';

/** What lines in front tell about the wrappers of a line. */
export interface Memory {
  /** A wrapper that can be seen only because of the lines in front. */
  peel(text: string): Peeled | undefined;
  /** Whether a doubtful wrapper is one: the same speaker was seen without doubt. */
  readonly isKnown: (peeled: Peeled) => boolean;
  learn(text: string, peeled: Peeled): void;
  /** A physical line is done. */
  lineEnds(text: string, lines: readonly ProgramLine[]): void;
  /** The file that `tail` named, under whose heading the line stands. */
  heading(text: string): string;
  /** Whether a line that no wrapper is around would change nothing. */
  isIdle(): boolean;
}

/** So many speakers are told apart in a paste. */
const MAX_KNOWN = 1000;

const keyOf = ({ layer }: Peeled): string => `${layer.kind} ${speakerOf(layer)}`;

export function createMemory(): Memory {
  const known = new Set<string>();
  let heading = '';
  let inQuote = false;
  /** The file of the latest grep prefix: `kubelet.log-main.main()` can be read only if the name is known. */
  let file: Peeled['layer'] | undefined;
  /** The prefix of a journald message, which may go on in lines that are indented by as much. */
  let prefix: { readonly width: number; readonly layer: Peeled['layer'] } | undefined;

  return {
    peel: (text) => (prefix && peelIndent(text, prefix)) ?? (file && peelSameFile(text, file)),
    isKnown: (peeled) => known.has(keyOf(peeled)),
    learn(text, peeled) {
      const { layer, content, doubtful } = peeled;
      if (doubtful === false && known.size < MAX_KNOWN) known.add(keyOf(peeled));
      if (layer.kind === 'grep') {
        if (isHeading(text)) heading = speakerOf(layer);
        else if (layer.file !== undefined) file = layer;
      }
      if (layer.kind === 'quote') inQuote = true;
      if (layer.kind === 'journald') prefix = { width: content.pieces[0]?.from ?? 0, layer };
    },
    lineEnds(text, lines) {
      // An empty line may be part of a message or of a quotation, another line ends them.
      if (text === '') return;
      if (prefix && !lines.some(({ layers }) => layers.some(({ kind }) => kind === 'journald')))
        prefix = undefined;
      if (inQuote && text.charCodeAt(0) !== CODE.greater) {
        known.delete('quote ');
        inQuote = false;
      }
    },
    isIdle: () => heading === '' && !file && !prefix && !inQuote,
    heading: (text) => (isHeading(text) ? '' : heading),
  };
}

/** journalctl indents the further lines of a message to the column of its text. */
function peelIndent(
  text: string,
  { width, layer }: { readonly width: number; readonly layer: Peeled['layer'] },
): Peeled | undefined {
  if (text.charCodeAt(0) !== CODE.space) return undefined;
  const blank = runEnd(text, 0, Math.min(text.length, width), (code) => code === CODE.space);
  if (blank < width && blank < text.length) return undefined;
  return { layer, content: plainText(text.slice(blank), blank) };
}
