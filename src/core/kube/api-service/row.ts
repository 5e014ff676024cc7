import { CODE, type Line, type Span, isDigit, isLetter, isLower, runEnd } from '../../text/index.ts';
import { type Cell, splitCells } from '../cells.ts';
import type { ApiService, Availability } from './api-service.ts';

/**
 * Reads one row. Columns are told apart by what they hold and not by their width, since pasted tables lose tabs,
 * runs of blanks and their header row. `undefined` if the line is no such row.
 * Columns: kube-aggregator `pkg/registry/apiservice/etcd/etcd.go`, ConvertToTable, the same since 1.12.
 */
export function readApiServiceRow(line: Line): ApiService | undefined {
  if (line.text.length > MAX_ROW || !AVAILABILITIES.some((word) => line.text.includes(word)))
    return undefined;
  const cells = withoutLabels(withoutMarks(splitCells(line.text)));
  const [first, service, status, fourth, ...more] = cells;
  if (!first || !service || !status || more.length > 1) return undefined;
  const name = withoutKind(first);
  const dot = versionEnd(name.text);
  if (dot === undefined) return undefined;
  const slash = service.text.indexOf('/');
  const local = service.text === 'Local';
  if (!local && (slash <= 0 || slash === service.text.length - 1)) return undefined;
  const available = status.text;
  if (!isAvailability(available)) return undefined;

  const inParentheses = fourth?.text.startsWith('(') ?? false;
  if (inParentheses ? !fourth?.text.endsWith(')') : more.length > 0) return undefined;
  const reason = inParentheses ? fourth?.text.slice(1, -1) : undefined;
  const age = inParentheses ? more[0]?.text : fourth?.text;
  return {
    name: name.text,
    version: name.text.slice(0, dot),
    group: name.text.slice(dot + 1),
    local,
    ...(local
      ? {}
      : { service: { namespace: service.text.slice(0, slash), name: service.text.slice(slash + 1) } }),
    available,
    ...(reason ? { reason } : {}),
    ...(age ? { age } : {}),
    span: { from: line.from, to: line.to },
    nameSpan: { from: line.from + name.from, to: line.from + name.to },
  };
}

/** Rows are short; labels may make them longer. */
const MAX_ROW = 2_000;

/** The header row, whatever its spacing; with `--show-labels` it has one column more. */
export function isApiServiceHeader(line: string): boolean {
  if (line.length > MAX_ROW || !line.includes('AVAILABLE')) return false;
  const words = splitCells(line).map(({ text }) => text);
  return ['NAME SERVICE AVAILABLE AGE', 'NAME SERVICE AVAILABLE AGE LABELS'].includes(words.join(' '));
}

/** Why a line that begins as a row does is none: what stands where, and what should. */
export interface BrokenRow {
  readonly name: string;
  readonly span: Span;
  readonly expected: string;
  readonly after: string;
  readonly found: string;
}

/** What is wrong with a line that begins with the name and the SERVICE of a row, or with a name and its kind alone. */
export function readBrokenRow(line: Line): BrokenRow | undefined {
  if (line.text.length > MAX_ROW) return undefined;
  const cells = withoutLabels(withoutMarks(splitCells(line.text)));
  const [first, service, status, fourth] = cells;
  const name = first && withoutKind(first);
  if (!first || !name || versionEnd(name.text) === undefined) return undefined;
  const isService = service && (service.text === 'Local' || service.text.indexOf('/') > 0);
  if (!isService && (service || name === first)) return undefined;
  const odd = (expected: string, after: Cell, found: Cell | undefined): BrokenRow => ({
    name: name.text,
    span: {
      from: line.from + (found?.from ?? first.from),
      to: line.from + (found?.to ?? line.text.trimEnd().length),
    },
    expected,
    after: after.text,
    found: found?.text ?? '',
  });
  if (!service) return odd('`Local` or `namespace/name`', name, undefined);
  if (!status) return odd('`True`, `False` or `Unknown`', service, undefined);
  if (!isAvailability(status.text)) return odd('`True`, `False` or `Unknown`', service, status);
  if (fourth?.text.startsWith('(') && !fourth.text.endsWith(')')) return odd('`)`', fourth, undefined);
  return cells.length > 4
    ? odd('the end of the row', cells[cells.length - 2] ?? status, cells.at(-1))
    : undefined;
}

const AVAILABILITIES: readonly string[] = ['True', 'False', 'Unknown'] satisfies readonly Availability[];

const isAvailability = (word: string): word is Availability => AVAILABILITIES.includes(word);

/** `> ` of a reply, `12` of a numbered page, `- ` of a list. */
const MAX_MARKS = 2;

/** A chat, a list or a numbered page has put something in front of the row. */
function withoutMarks(cells: readonly Cell[]): readonly Cell[] {
  const first = cells.findIndex((cell) => versionEnd(withoutKind(cell).text) !== undefined);
  return first > 0 && first <= MAX_MARKS ? cells.slice(first) : cells;
}

/** `kubectl get apiservice,service` puts the kind in front of each name. */
function withoutKind(cell: Cell): Cell {
  if (!cell.text.startsWith('apiservice.')) return cell;
  const slash = cell.text.indexOf('/') + 1;
  return slash === 0 ? cell : { ...cell, text: cell.text.slice(slash), from: cell.from + slash };
}

/** `--show-labels` adds `<none>`, or `a=b,c=d`. */
function withoutLabels(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.at(-1)?.text ?? '';
  const isLabels = cells.length > 4 && (last === '<none>' || last.includes('='));
  return isLabels ? cells.slice(0, -1) : cells;
}

/** Where the dot behind `v1`, `v1beta1`, `v2alpha1` stands. */
export function versionEnd(name: string): number | undefined {
  if (!name.startsWith('v')) return undefined;
  let at = runEnd(name, 1, name.length, isDigit);
  if (at === 1) return undefined;
  const word = runEnd(name, at, name.length, isLower);
  if (word > at) {
    if (!['alpha', 'beta'].includes(name.slice(at, word))) return undefined;
    at = runEnd(name, word, name.length, isDigit);
    if (at === word) return undefined;
  }
  if (name.charCodeAt(at) !== CODE.dot) return undefined;
  const group = name.slice(at + 1);
  const isGroup = [...group].every(
    (c) => isLetter(c.charCodeAt(0)) || isDigit(c.charCodeAt(0)) || '.-'.includes(c),
  );
  return isGroup ? at : undefined;
}
