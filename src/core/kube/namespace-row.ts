import { CODE, type Line, type Span, isDigit, isLower, runEnd } from '../text/index.ts';
import { type Cell, splitCells } from './cells.ts';

/** A row of `kubectl get namespaces`. */
export interface NamespaceRow {
  readonly name: string;
  readonly status: 'Active' | 'Terminating';
  readonly age: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/**
 * Reads one row: `rook-ceph   Terminating   23h`, with labels behind it or not. `undefined` if the line is no such row.
 * Columns: kubernetes `pkg/printers/internalversion/printers.go`, printNamespace, the same since 1.0.
 */
export function readNamespaceRow(line: Line): NamespaceRow | undefined {
  if (line.text.length > 2_000 || (!line.text.includes('inat') && !line.text.includes('Active')))
    return undefined;
  const [name, status, age, labels, ...more] = splitCells(line.text);
  if (!name || !status || !age || more.length > 0 || !isLabel(name.text) || !isAge(age.text))
    return undefined;
  if (status.text !== 'Active' && status.text !== 'Terminating') return undefined;
  if (labels && !labels.text.includes('=') && labels.text !== '<none>') return undefined;
  const at = ({ from, to }: Cell): Span => ({ from: line.from + from, to: line.from + to });
  return {
    name: name.text,
    status: status.text,
    age: age.text,
    span: { from: at(name).from, to: at(age).to },
    nameSpan: at(name),
  };
}

/** A DNS label (RFC 1123): the name of a namespace. */
function isLabel(text: string): boolean {
  const isInner = (code: number): boolean => isLower(code) || isDigit(code) || code === CODE.minus;
  return text.length <= 63 && !text.startsWith('-') && runEnd(text, 0, text.length, isInner) === text.length;
}

/** `23h`, `3d2h`, `5y31d`: apimachinery `pkg/util/duration/duration.go`, HumanDuration. */
function isAge(text: string): boolean {
  let at = 0;
  for (let part = 0; part < 2 && at < text.length; part++) {
    const end = runEnd(text, at, text.length, isDigit);
    if (end === at || !'smhdy'.includes(text.charAt(end)) || end >= text.length) return false;
    at = end + 1;
  }
  return at > 0 && at === text.length;
}
