import type { Line, MappedText, Span } from '../../text/index.ts';
import type { ClockTime, LogHeader } from '../header.ts';

export type WrapperId =
  | 'ansi'
  | 'quote'
  | 'fence'
  | 'box'
  | 'entities'
  | 'compose'
  | 'stern'
  | 'kubectl-prefix'
  | 'timestamp'
  | 'cri'
  | 'docker-json'
  | 'journald'
  | 'journald-json'
  | 'syslog'
  | 'fluent-bit'
  | 'grep'
  | 'escaped'
  | 'typography'
  | 'terminal-width';

/** Something that stood around a log line, as far as it tells anything. */
export interface Layer {
  readonly kind: WrapperId;
  /** What was taken off, in the paste; of a layer that is all over the line (ANSI, escapes), the whole line. */
  readonly span: Span;
  readonly time?: ClockTime;
  readonly stream?: 'stdout' | 'stderr';
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  /** Of a service: the compose service, the systemd unit or the syslog identifier. */
  readonly service?: string;
  readonly host?: string;
  readonly process?: number;
  /** The file that grep or tail names. */
  readonly file?: string;
}

/** What one wrapper takes off a line. */
export interface Peeled {
  /** Without `span`, which the caller knows. */
  readonly layer: Omit<Layer, 'span'>;
  /** What it was around, as derived from the line that the wrapper was given. It may hold newlines if it was escaped. */
  readonly content: MappedText;
  /** The record goes on in the next line of the same origin (CRI `P`, docker json-file without `\n` at its end). */
  readonly partial?: boolean;
  /**
   * The shape fits, but nothing that is known follows. It is taken off only behind a line that had the same wrapper from
   * the same speaker (see {@link speakerOf}) without doubt: the second line of a stack behind `kubelet.log:`.
   */
  readonly doubtful?: boolean;
}

/**
 * Takes one kind of wrapping off; `undefined` if the line has none of it. Looks at one line only. A wrapper without
 * `starts` and `holds` is asked about each line, and so has to be quick to say no.
 */
export interface Wrapper {
  readonly id: WrapperId;
  readonly name: string;
  /** The characters that a wrapped line can start with. */
  readonly starts?: string;
  /** The characters that can stand behind the first word (letters, digits, `.` `_` `-` `/`) of a wrapped line. */
  readonly behindWord?: string;
  /** A character that stands anywhere on a wrapped line. */
  readonly holds?: string;
  readonly peel: (line: string) => Peeled | undefined;
}

/**
 * A line as the program printed it, with what stood around it taken off. Its `text` leads back to the paste by `origin`
 * (see `spanIn` of `core/text`); `from..end` is all that it took of the paste, wrappers and terminators included.
 */
export interface ProgramLine extends Line {
  /** The header at its start, if whoever brought the line had read it already. */
  readonly header?: LogHeader;
  /** Outermost first. */
  readonly layers: readonly Layer[];
  /** Equal for lines of one pod, container and stream: only those are joined to records and stacks. `''` without wrapper. */
  readonly source: string;
  /** How many physical lines it was joined from; 0 if it is a further line out of an escaped text. */
  readonly physical: number;
  /**
   * The physical lines that it was joined from, terminators included, if they are several: lines of others may stand
   * between them. The parts of all lines (of one that has none: `from..end`) give the paste back.
   */
  readonly parts?: readonly Span[];
}

/** Who speaks in a wrapped line, as one word: pod and container, service, host and process, stream, file. */
export function speakerOf(layer: Omit<Layer, 'span'>): string {
  const { namespace, pod, container, service, host, process, stream, file } = layer;
  let words = '';
  for (const word of [namespace, pod, container, service, host, process, stream, file]) {
    if (word !== undefined) words += words === '' ? word : `/${word}`;
  }
  return words;
}
