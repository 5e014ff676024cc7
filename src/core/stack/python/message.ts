import { CODE, isBlank, isLetter, isUpper, readNumber, runEnd } from '../../text/index.ts';
import { looksLogged } from '../lead.ts';

/** What a library makes of the lines of its message. */
interface Form {
  /** Whether the first line begins such a message. */
  readonly fits: (first: string) => boolean;
  /** Whether the line goes on with the lines that were read. */
  readonly goesOn: (message: readonly string[], line: string) => boolean;
}

/**
 * Python prints a message as it is: nothing tells its second line from what another program says next. These libraries
 * print theirs in a form of several lines that can be known.
 */
const FORMS: readonly Form[] = [
  {
    // `kubernetes.client.exceptions.ApiException: (404)`. Source: kubernetes-client/python
    // at 178605b4 (release-1.30) `kubernetes/client/exceptions.py` (ApiException.__str__).
    fits: (first) => first.includes('ApiException: (') && first.endsWith(')'),
    goesOn: (_, line) => ['Reason: ', 'HTTP response headers: ', 'HTTP response body: '].some(starts(line)),
  },
  {
    // `yaml.scanner.ScannerError: mapping values are not allowed here`, then a place and a piece of the file. Source:
    // PyYAML 6.0 `yaml/error.py` (Mark.__str__).
    fits: (first) => first.startsWith('yaml.'),
    goesOn: (message, line) =>
      isYamlPlace(line) || (line.startsWith('    ') && message.some((above) => isYamlPlace(above))),
  },
  {
    // `pydantic_core._pydantic_core.ValidationError: 2 validation errors for Model`, then of each its field, and lines that
    // are indented. Source: pydantic 2.13 and 1.10, what they print.
    fits: (first) => countOf(first) !== undefined,
    goesOn: (message, line) => {
      const fields = message.filter((above) => !isBlank(above.charCodeAt(0))).length - 1;
      if (line.trim() === '') return false;
      return isBlank(line.charCodeAt(0)) ? fields > 0 : fields < (countOf(message[0] ?? '') ?? 0);
    },
  },
];

/** Whether it is certain that a message goes on with the line, by the form of what was read of it. */
export function goesOn(message: readonly string[], line: string): boolean {
  const [first = ''] = message;
  return FORMS.some((form) => form.fits(first) && form.goesOn(message, line));
}

/** No source line that says the whole message is longer. */
const MAX_SOURCE = 4_000;

/**
 * Whether the line is the next of a message that stands in source as a literal: `raise ValueError("first\\nsecond")` in the
 * frame above, or `exception=ValueError('first\\nsecond')` where asyncio logs a task.
 */
export function isQuotedIn(source: string, message: readonly string[], line: string): boolean {
  const [first = '', ...more] = message;
  const colon = first.indexOf(': ');
  if (colon < 0 || source.length > MAX_SOURCE) return false;
  const words = [first.slice(colon + 2), ...more, line].join('\\n');
  const at = source.indexOf(words);
  const next = source.charAt(at + words.length);
  return at >= 0 && (next === '"' || next === "'" || next === '\\');
}

/** Whether an exception of the chain has the same message, and the line comes next in it: one that was sent on. */
export const isRepeatOf = (
  others: readonly (readonly string[])[],
  message: readonly string[],
  line: string,
): boolean =>
  others.some(
    (other) =>
      other.length > message.length &&
      other[message.length] === line &&
      message.every((words, at) => words === other[at]),
  );

/** Whether a record of a log begins: with its time, or as `logging` prints it by default, `ERROR:root:it failed`. */
export function beginsRecord(text: string): boolean {
  const level = runEnd(text, 0, MAX_LEVEL, isUpper);
  if (level < 4 || text.charCodeAt(level) !== CODE.colon) return looksLogged(text);
  const name = text.indexOf(':', level + 1);
  return (
    name > level + 1 && isLetter(text.charCodeAt(level + 1)) && !text.slice(level + 1, name).includes(' ')
  );
}

const MAX_LEVEL = 'CRITICAL'.length;

const starts =
  (line: string) =>
  (words: string): boolean =>
    line.startsWith(words);

/** `  in "<unicode string>", line 1, column 5:`. */
export const isYamlPlace = (line: string): boolean => line.startsWith('  in "') && line.includes(', column ');

/** `1 validation error for Model`, behind the name of the exception. */
function countOf(first: string): number | undefined {
  const at = first.indexOf('ValidationError: ');
  const count = at < 0 ? undefined : readNumber(first, at + 'ValidationError: '.length);
  if (!count || first.charCodeAt(count.to) !== CODE.space) return undefined;
  return ['validation error for ', 'validation errors for '].some((words) =>
    first.startsWith(words, count.to + 1),
  )
    ? count.value
    : undefined;
}
