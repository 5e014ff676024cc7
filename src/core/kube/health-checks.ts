import { CODE, type Line, type Span, readGoQuoted } from '../text/index.ts';

/** `Installing health checkers for (/healthz): "ping","log","etcd","etcd"`, printed with -v=5 and up. */
export interface HealthCheckers {
  /** `/healthz`, `/livez` or `/readyz`. */
  readonly path: string;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

/** A check that was added more than once under one path. */
export interface DuplicateCheck {
  readonly name: string;
  readonly count: number;
  /** The path that is therefore registered `count` times; each time but the first is reported as an error. */
  readonly path: string;
  readonly spans: readonly Span[];
}

const HEAD = 'Installing health checkers for (';

/**
 * Reads the list line. `undefined` if the line is none or its list does not read as Go-quoted names.
 * Source: kubernetes/apiserver v0.17.3 `pkg/server/healthz/healthz.go:123`.
 */
export function readHealthCheckers(line: Line): HealthCheckers | undefined {
  const head = line.text.indexOf(HEAD);
  if (head < 0) return undefined;
  const pathFrom = head + HEAD.length;
  const close = line.text.indexOf('): ', pathFrom);
  if (close < 0) return undefined;
  const names: { name: string; span: Span }[] = [];
  let at = close + 3;
  for (;;) {
    const quoted = readGoQuoted(line.text, at);
    if (!quoted) break;
    names.push({ name: quoted.value, span: { from: line.from + at, to: line.from + quoted.to } });
    if (line.text.charCodeAt(quoted.to) !== CODE.comma) break;
    at = quoted.to + 1;
  }
  if (names.length === 0) return undefined;
  return { path: line.text.slice(pathFrom, close), names, span: { from: line.from, to: line.to } };
}

/** The checks that stand in the list more than once, in the order of their first appearance. */
export function duplicateChecks({ path, names }: HealthCheckers): DuplicateCheck[] {
  const byName = new Map<string, Span[]>();
  for (const { name, span } of names) byName.set(name, [...(byName.get(name) ?? []), span]);
  return [...byName]
    .filter(([, spans]) => spans.length > 1)
    .map(([name, spans]) => ({ name, count: spans.length, path: `${path}/${name}`, spans }));
}
