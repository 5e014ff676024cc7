import {
  type RegistrationVerdict,
  type VersionHint,
  createVersionReader,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
} from '../../core/kube/index.ts';
import { type ProgramLine, decodePart, readHeader } from '../../core/log/index.ts';
import { isDigit } from '../../core/text/index.ts';

/** What the log lines around a stack say about it. */
export interface Evidence {
  /** A line of the text, in a stack or not. */
  readonly push: (line: ProgramLine) => void;
  /** Whether a line that is no part of a stack is understood all the same. */
  readonly isUnderstood: (line: ProgramLine) => boolean;
  readonly end: () => {
    readonly registrations: RegistrationVerdict;
    readonly versions: VersionHint | undefined;
  };
}

/** More lists and errors of one text say nothing new. */
const MAX_LINES = 200;

/** What stands in one of these is a line of a log, whatever it says. */
const LOGGING: ReadonlySet<string> = new Set(['journald', 'journald-json', 'syslog']);

/** Gathers which paths were registered twice, and which release the log's source lines fit. */
export function createEvidence(): Evidence {
  const lists: ReturnType<typeof readHealthCheckers>[] = [];
  const errors: ReturnType<typeof readRegistrationError>[] = [];
  const versions = createVersionReader();
  return {
    push(line) {
      if (isFrame(line.text)) return;
      const list = lists.length < MAX_LINES ? readHealthCheckers(line) : undefined;
      if (list) lists.push(list);
      const error = errors.length < MAX_LINES ? readRegistrationError(line) : undefined;
      if (error) errors.push(error);
      const header = readHeader(line.text);
      if (!header?.source) return;
      const { file, line: number } = header.source;
      versions.push({ file, line: number, message: decodePart(line.text, header.message).text, span: line });
    },
    isUnderstood: (line) =>
      line.layers.some(({ kind }) => LOGGING.has(kind)) ||
      readHeader(line.text) !== undefined ||
      readHealthCheckers(line) !== undefined,
    end: () => ({
      registrations: judgeRegistrations(
        lists.flatMap((list) => list ?? []),
        errors.flatMap((error) => error ?? []),
      ),
      versions: versions.end(),
    }),
  };
}

/** `main.main()`, `<TAB>/home/u/main.go:7 +0x1`, `goroutine 7 [select]:`: a dump has a million of them. */
const isFrame = (text: string): boolean =>
  text === '' ||
  text.startsWith('\t') ||
  text.startsWith('goroutine ') ||
  (text.endsWith(')') && !isDigit(text.charCodeAt(1)));
