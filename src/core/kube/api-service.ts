import { CODE, type Line, type Span, isDigit, isLetter, isLower, runEnd } from '../text/index.ts';
import { splitCells } from './cells.ts';

/** A row of `kubectl get apiservice`. */
export interface ApiServiceRow {
  /** `<version>.<group>`; the core group's name ends in the dot. */
  readonly name: string;
  readonly version: string;
  readonly group: string;
  /** Served by kube-apiserver itself: SERVICE says `Local`. */
  readonly local: boolean;
  /** Absent for a local one. */
  readonly service?: { readonly namespace: string; readonly name: string };
  readonly available: 'True' | 'False' | 'Unknown';
  /** What the AVAILABLE column has in parentheses, verbatim; unknown ones are not guessed at. */
  readonly reason?: string;
  readonly age?: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/**
 * The reasons that the aggregator gives, as of kube-aggregator v0.17.3 to v0.34.0
 * (`pkg/controllers/status/…available_controller.go`). `Local` and `Passed` go with status True, which hides them.
 */
export const AVAILABILITY_REASONS = [
  'ServiceNotFound',
  'ServiceAccessError',
  'ServicePortError',
  'EndpointsNotFound',
  'EndpointsAccessError',
  'MissingEndpoints',
  'FailedDiscoveryCheck',
  'Local',
  'Passed',
] as const;

/** `> ` of a reply, `12` of a numbered page, `- ` of a list. */
const MAX_MARKS = 2;

/**
 * Reads one row. Columns are told apart by what they hold and not by their width, since pasted tables lose tabs,
 * runs of blanks and their header row. `undefined` if the line is no such row.
 * Columns: kube-aggregator `pkg/registry/apiservice/etcd/etcd.go`, ConvertToTable, the same since 1.12.
 */
export function readApiServiceRow(line: Line): ApiServiceRow | undefined {
  if (line.text.length > 2_000) return undefined;
  const cells = splitCells(line.text);
  // A chat, a list or a numbered page has put something in front of it.
  const first = cells.findIndex(({ text }) => versionEnd(text) !== undefined);
  if (first < 0 || first > MAX_MARKS) return undefined;
  const [name, service, status, fourth, ...more] = cells.slice(first);
  if (!name || !service || !status || more.length > 1) return undefined;
  const dot = versionEnd(name.text) ?? 0;
  const slash = service.text.indexOf('/');
  const local = service.text === 'Local';
  if (!local && (slash <= 0 || slash === service.text.length - 1)) return undefined;
  const available = (['True', 'False', 'Unknown'] as const).find((word) => word === status.text);
  if (!available) return undefined;

  const inParentheses = fourth?.text.startsWith('(') && fourth.text.endsWith(')');
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

/** The header row, whatever its spacing. */
export function isApiServiceHeader(line: string): boolean {
  if (line.length > 2_000) return false;
  const words = splitCells(line).map(({ text }) => text);
  return words.join(' ') === 'NAME SERVICE AVAILABLE AGE';
}

/** Where the dot behind `v1`, `v1beta1`, `v2alpha1` stands. */
function versionEnd(name: string): number | undefined {
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
