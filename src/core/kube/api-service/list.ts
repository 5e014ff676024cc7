import { promptEnd } from '../../shell/index.ts';
import { type Line, type Problem, type Span, splitLines } from '../../text/index.ts';
import { beginsJson, readJsonLeaves } from '../objects/json-leaves.ts';
import type { Leaves } from '../objects/leaf.ts';
import { beginsYaml, readYamlLeaves } from '../objects/yaml-leaves.ts';
import type { ApiService } from './api-service.ts';
import { type ApiServiceMention, readApiServiceMention } from './mentions.ts';
import { gatherApiServices } from './objects.ts';
import { isApiServiceHeader, readApiServiceRow, readBrokenRow } from './row.ts';

/** In which form a part of the paste is. */
export type ApiServiceSource = 'table' | 'json' | 'yaml' | 'log';

export type ApiServiceProblem =
  /** A line begins as a row and does not go on as one. */
  | 'broken-row'
  /** JSON or YAML ends, or goes on as something else, where it should not. */
  | 'broken-object'
  /** Objects of another kind, which are left out. */
  | 'other-kind';

/** All that a paste tells about APIServices. */
export interface ApiServiceList {
  /** In the order of the paste; one that is told twice is one, with all that either told. */
  readonly services: readonly ApiService[];
  /** Log lines and errors that name APIs. */
  readonly mentions: readonly ApiServiceMention[];
  readonly sources: readonly ApiServiceSource[];
  readonly problems: readonly Problem<ApiServiceProblem>[];
  /** Lines that are none of all that, blank ones, prompts and headers aside. */
  readonly unread: readonly Line[];
}

/** More rows, or lines that are not understood, of one paste are counted by nobody. */
const MAX_PROBLEMS = 200;

/**
 * Reads `kubectl get apiservice` as a table (with or without header, prompt, labels, kinds), `-o json`, `-o yaml` or
 * `kubectl describe`, whole or cut, several behind each other, and the log lines and errors that name APIs. Whatever is
 * not read is in `unread` or a problem; nothing is thrown. Costs time in proportion to the length of the text.
 */
export function readApiServices(text: string): ApiServiceList {
  const lines = splitLines(text);
  const found: ApiService[] = [];
  const mentions: ApiServiceMention[] = [];
  const sources = new Set<ApiServiceSource>();
  const problems: Problem<ApiServiceProblem>[] = [];
  const unread: Line[] = [];
  const others = new Map<string, { count: number; span: Span }>();
  const take = (leaves: Leaves, source: ApiServiceSource): void => {
    const objects = gatherApiServices(leaves.leaves);
    found.push(...objects.services);
    for (const [kind, { count, span }] of objects.others) {
      others.set(kind, {
        count: (others.get(kind)?.count ?? 0) + count,
        span: others.get(kind)?.span ?? span,
      });
    }
    if (objects.services.length > 0) sources.add(source);
    const { broken } = leaves;
    if (!broken || problems.length >= MAX_PROBLEMS) return;
    problems.push({
      code: 'broken-object',
      span: broken.span,
      facts: { expected: broken.expected, found: broken.found },
    });
  };

  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const mention = readApiServiceMention(line);
    const row = mention ? undefined : readApiServiceRow(line);
    if (mention) {
      mentions.push(mention);
      sources.add('log');
    } else if (row) {
      found.push(row);
      sources.add('table');
    } else if (beginsJson(line.text)) {
      const leaves = readJsonLeaves(text, line.from);
      take(leaves, 'json');
      const to = Math.max(leaves.to, line.to);
      while (at < lines.length && (lines[at]?.from ?? 0) < to) at++;
      continue;
    } else if (beginsYaml(line.text)) {
      const leaves = readYamlLeaves(lines, at);
      take(leaves, 'yaml');
      at = Math.max(leaves.next, at + 1);
      continue;
    } else {
      const broken = readBrokenRow(line);
      if (broken && problems.length < MAX_PROBLEMS) {
        const { name, span, expected, after, found: what } = broken;
        problems.push({ code: 'broken-row', span, facts: { name, expected, after, found: what } });
      } else if (!isAccounted(line.text)) unread.push(line);
    }
    at++;
  }
  for (const [kind, { count, span }] of others) {
    problems.push({ code: 'other-kind', span, facts: { kind, count } });
  }
  return { services: merge(found), mentions, sources: [...sources], problems, unread };
}

/** The second line of a record of the OpenAPI controller, whose body ends in a line feed. */
const OPENAPI_REST = ', Header: map[';

const isAccounted = (text: string): boolean =>
  text.trim() === '' ||
  isApiServiceHeader(text) ||
  promptEnd(text.trimStart()) > 0 ||
  text.startsWith(OPENAPI_REST) ||
  text.startsWith('```');

/** One row for each name, with what each place told; what came later counts where both told something. */
function merge(found: readonly ApiService[]): ApiService[] {
  const byName = new Map<string, ApiService>();
  const nameless: ApiService[] = [];
  for (const one of found) {
    if (one.name === '') nameless.push(one);
    else byName.set(one.name, { ...byName.get(one.name), ...one });
  }
  return [...byName.values(), ...nameless];
}
