import { type Line, type Problem, spanIn } from '../text/index.ts';
import { type Argument, type CommandProblem, isShell, takesOnlyFlags } from './command-line.ts';

/** Widths at which a terminal, or COLUMNS, cuts or wraps a row without a mark. */
export const WIDTHS: ReadonlySet<number> = new Set([80, 100, 120, 132, 160, 200]);

interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * The arguments of a command whose words were joined with one blank each, which is all that `ps` leaves of them. A
 * further blank is an empty argument. What the blanks cannot say is decided by what the program takes, and told:
 *
 *     kube-apiserver --cloud-config=   --v=3      two empty arguments in front of --v=3
 *     kube-apiserver --etcd-prefix=/a b --v=3     `b` belongs to the value: the program takes no other words
 *     sh -c kubelet --v=2                         everything behind -c is one argument
 */
export function splitCommand(
  line: Line,
  from: number,
): { argv: Argument[]; problems: Problem<CommandProblem>[] } {
  const text = line.text.trimEnd();
  if (from >= text.length) return { argv: [], problems: [] };
  const problems: Problem<CommandProblem>[] = [];
  const pieces = joinValues(line, piecesOf(text, from), problems);
  const argv = pieces.map((piece) => argumentOf(line, piece));
  const last = argv.at(-1);
  const mark = ['…', '...', '>'].find((end) => text.endsWith(end) && text.length > from + end.length);
  if (last && mark) problems.push({ code: 'cut', span: last.span, facts: { found: mark } });
  else if (last && WIDTHS.has(line.text.length) && (line.origin?.length ?? 1) === 1)
    problems.push({ code: 'cut', span: last.span, facts: { width: line.text.length } });
  problems.push(...typographic(argv));
  return { argv, problems };
}

const argumentOf = (line: Line, piece: Piece): Argument => ({
  text: line.text.slice(piece.from, piece.to),
  span: spanIn(line, piece),
});

function piecesOf(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (;;) {
    const blank = text.indexOf(' ', at);
    const to = blank < 0 ? text.length : blank;
    pieces.push({ from: at, to });
    if (blank < 0) return pieces;
    at = blank + 1;
  }
}

function joinValues(line: Line, pieces: readonly Piece[], problems: Problem<CommandProblem>[]): Piece[] {
  const textOf = (piece: Piece | undefined): string => (piece ? line.text.slice(piece.from, piece.to) : '');
  const path = textOf(pieces[0]);
  const program = path.slice(path.lastIndexOf('/') + 1);
  const script = pieces[2];
  const end = pieces.at(-1);
  if (isShell(program) && textOf(pieces[1]) === '-c' && script && end) {
    return [...pieces.slice(0, 2), { from: script.from, to: end.to }];
  }
  if (!takesOnlyFlags(program)) return [...pieces];
  const joined: Piece[] = [];
  /** Where the value stands that a loose word would belong to, and whether it already has a word. */
  let value: { readonly at: number; readonly filled: boolean } | undefined;
  for (const piece of pieces) {
    const word = textOf(piece);
    if (word === '' || joined.length === 0) {
      joined.push(piece);
    } else if (word.startsWith('-') || DASHES.includes(word.charAt(0))) {
      value = { at: joined.length, filled: word.includes('=') };
      joined.push(piece);
    } else if (value?.filled) {
      const whole = { from: joined[value.at]?.from ?? piece.from, to: piece.to };
      joined.length = value.at;
      joined.push(whole);
      problems.push({ code: 'joined-value', span: spanIn(line, whole), facts: { found: word } });
    } else {
      if (value) value = { at: joined.length, filled: true };
      joined.push(piece);
    }
  }
  return joined;
}

/** What a chat or an office program makes of `--` and of quotes. A program knows neither. */
const DASHES = '—–';
const TYPOGRAPHIC = [...DASHES, '“', '”', '‘', '’'];

function typographic(argv: readonly Argument[]): Problem<CommandProblem>[] {
  const found = argv.find(
    ({ text }) => TYPOGRAPHIC.some((mark) => text.startsWith(mark)) || /=[“”‘’]/.test(text.slice(0, 200)),
  );
  return found ? [{ code: 'typographic', span: found.span, facts: { found: found.text } }] : [];
}
