import { duplicateChecks, readApiServiceRow, readHealthCheckers, readNamespaceRow } from '../kube/index.ts';
import { type CommandLine, programName } from '../shell/index.ts';
import type { Line, Span } from '../text/index.ts';
import type { Capture } from './find-pattern.ts';

/**
 * Something that a reader understood and that a signature may ask for, where no wording says it: an unavailable
 * APIService is a cell of a table, and a duplicate health check two equal names of a list.
 */
export interface Fact {
  readonly kind: FactKind;
  /** What distinguishes facts of a kind: the program's name, the reason, the check. */
  readonly value: string;
  readonly span: Span;
  readonly captures: readonly Capture[];
}

export const FACT_KINDS = [
  'process',
  'apiservice.unavailable',
  'health-check.duplicate',
  'namespace.terminating',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** `kube-apiserver` runs, or ran: a row of `ps`, a command, a `/proc` line. */
export function processFact(command: CommandLine): Fact {
  const program = command.argv[0];
  const name = programName(command);
  const captures = program ? [{ name: 'program', value: program.text, span: program.span }] : [];
  return { kind: 'process', value: name, span: command.span, captures };
}

/** A row of `kubectl get apiservice` whose AVAILABLE is not True. */
export function apiServiceFact(line: Line): Fact | undefined {
  const row = readApiServiceRow(line);
  if (!row || row.local || row.available === 'True') return undefined;
  const captures: Capture[] = [{ name: 'apiservice', value: row.name, span: row.nameSpan }];
  if (row.service) {
    const { namespace, name } = row.service;
    const from = line.from + line.text.indexOf(`${namespace}/${name}`);
    captures.push({ name: 'namespace', value: namespace, span: { from, to: from + namespace.length } });
    const nameFrom = from + namespace.length + 1;
    captures.push({ name: 'service', value: name, span: { from: nameFrom, to: nameFrom + name.length } });
  }
  return { kind: 'apiservice.unavailable', value: row.reason ?? row.available, span: row.span, captures };
}

/** A row of `kubectl get namespaces` with one that is going away. */
export function namespaceFact(line: Line): Fact | undefined {
  const row = line.text.includes('Terminating') ? readNamespaceRow(line) : undefined;
  if (row?.status !== 'Terminating') return undefined;
  const captures = [{ name: 'namespace', value: row.name, span: row.nameSpan }];
  return { kind: 'namespace.terminating', value: row.status, span: row.span, captures };
}

/** One for each health check that stands in a list more than once. */
export function healthCheckFacts(line: Line): Fact[] {
  const list = readHealthCheckers(line);
  if (!list) return [];
  return duplicateChecks(list).map(({ name, spans }) => ({
    kind: 'health-check.duplicate',
    value: name,
    span: list.span,
    captures: spans.map((span) => ({ name: 'check', value: name, span })),
  }));
}
