import { CODE, readNumber } from '../../text/index.ts';
import type { Symbol } from '../frame.ts';
import type { Location } from '../location.ts';

/** `  File "/srv/app.py", line 3, in f`, without the blanks in front. */
export interface PythonFrameLine {
  readonly file: string;
  readonly line: number;
  /** None where a module could not be compiled: the line at fault has no function. */
  readonly function?: string;
}

/**
 * Reads the first line of a frame. Tracebacks print `line 3, in f`, faulthandler `line 3 in f`. Sources: CPython 3.13
 * `Lib/traceback.py` (StackSummary.format_frame_summary), `Python/traceback.c` (dump_frame).
 */
export function readPythonFrame(text: string): PythonFrameLine | undefined {
  const start = 'File "';
  if (!text.startsWith(start)) return undefined;
  const middle = '", line ';
  const end = text.lastIndexOf(middle);
  const number = end < 0 ? undefined : readNumber(text, end + middle.length);
  if (!number) return undefined;
  const file = text.slice(start.length, end);
  const rest = text.slice(number.to).trimEnd();
  if (rest === '') return { file, line: number.value };
  const words = [', in ', ' in '].find((each) => rest.startsWith(each));
  return words ? { file, line: number.value, function: rest.slice(words.length) } : undefined;
}

/** Python prints a function without its module: the package stays empty. */
export const pythonSymbol = (name: string): Symbol => ({
  raw: name,
  package: '',
  pointerReceiver: false,
  function: name,
  methodValue: false,
  generic: false,
});

/** Folders that hold packages; the first element below them is the package's name. */
const PACKAGES = ['/site-packages/', '/dist-packages/', '\\site-packages\\'];

/**
 * Where a Python file belongs: to a package, to the standard library (`/usr/lib/python3.11/json/decoder.py`; the
 * release from paths such as `/.pyenv/versions/3.11.7/lib/python3.11/`), or to the program.
 */
export function classifyPythonPath(path: string): Location {
  for (const folder of PACKAGES) {
    const at = path.lastIndexOf(folder);
    if (at < 0) continue;
    const file = path.slice(at + folder.length).replaceAll('\\', '/');
    const [name = ''] = file.split('/', 1);
    return {
      kind: 'package',
      language: 'python',
      name: name.endsWith('.py') ? name.slice(0, -3) : name,
      file,
    };
  }
  if (path.startsWith('<frozen ')) return { kind: 'runtime', language: 'python', file: path };
  const library = standardLibrary(path);
  return library ?? { kind: 'local', file: path };
}

function standardLibrary(path: string): Location | undefined {
  const folder = '/lib/python';
  const at = path.indexOf(folder);
  const slash = at < 0 ? -1 : path.indexOf('/', at + folder.length);
  const minor = path.slice(at + folder.length, slash);
  if (slash < 0 || !isRelease(minor)) return undefined;
  const prefix = path.slice(path.lastIndexOf('/', at - 1) + 1, at);
  const version = prefix.startsWith(`${minor}.`) && isRelease(prefix) ? prefix : minor;
  return { kind: 'runtime', language: 'python', file: path.slice(slash + 1), version };
}

/** `3.11`, `3.11.7`. */
function isRelease(text: string): boolean {
  let at = 0;
  for (;;) {
    const number = readNumber(text, at);
    if (!number) return false;
    if (number.to === text.length) return at > 0;
    if (text.charCodeAt(number.to) !== CODE.dot) return false;
    at = number.to + 1;
  }
}
