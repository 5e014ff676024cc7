import { type Line, type Span, isDigit, readGoQuoted } from '../../text/index.ts';
import { versionEnd } from './row.ts';

/** A line that names APIs because they are not available: an error of discovery, or of the OpenAPI controller. */
export interface ApiServiceMention {
  readonly kind: 'discovery' | 'namespace' | 'openapi';
  readonly apis: readonly { readonly name: string; readonly error: string; readonly span: Span }[];
  /** Of a namespace's condition: how many groups fail, as it counts them. */
  readonly failing?: number;
  /** The status of the answer; only the OpenAPI controller tells it. */
  readonly http?: number;
  /** 1-based. */
  readonly line: number;
  readonly span: Span;
}

const LIST = 'unable to retrieve the complete list of server APIs: ';
const OPENAPI = 'loading OpenAPI spec for ';
const NAMESPACE = 'Discovery failed for some groups, ';
const CODE_OF = 'ResponseCode: ';

/** So many groups of one line are told. */
const MAX_APIS = 200;

/**
 * Reads a line about APIs that did not answer, wherever it stands in the line. Formats: kubernetes/client-go v0.17.3
 * `discovery/discovery_client.go:230-238` (groups, sorted, as `group/version: error` with `, ` between them);
 * kubernetes v1.20.2 `namespaced_resources_deleter.go` for a namespace's condition; kube-aggregator v0.17.3
 * `pkg/controllers/openapi/controller.go:114`, `aggregator/downloader.go:134-143`. None of them ends the program.
 */
export function readApiServiceMention(line: Line): ApiServiceMention | undefined {
  const span = { from: line.from, to: line.to };
  const list = line.text.indexOf(LIST);
  if (list >= 0) {
    const apis = readGroups(line, list + LIST.length);
    if (apis.length === 0) return undefined;
    const failing = failingGroups(line.text.slice(0, list));
    return failing === undefined
      ? { kind: 'discovery', apis, line: line.number, span }
      : { kind: 'namespace', apis, failing, line: line.number, span };
  }
  const openapi = line.text.indexOf(OPENAPI);
  return openapi < 0 ? undefined : readOpenApi(line, openapi + OPENAPI.length, span);
}

function readOpenApi(line: Line, at: number, span: Span): ApiServiceMention | undefined {
  const escaped = line.text.startsWith('\\"', at);
  const end = escaped ? line.text.indexOf('\\"', at + 2) : undefined;
  const quoted = escaped ? undefined : readGoQuoted(line.text, at);
  const from = at + (escaped ? 2 : 1);
  const to = end ?? (quoted ? quoted.to - 1 : -1);
  const name = to > from ? line.text.slice(from, to) : '';
  const code = line.text.indexOf(CODE_OF, at);
  if (versionEnd(name) === undefined || code < 0) return undefined;
  const http = Number(line.text.slice(code + CODE_OF.length, code + CODE_OF.length + 3));
  if (!Number.isInteger(http) || http < 100) return undefined;
  const api = { name, error: String(http), span: { from: line.from + from, to: line.from + to } };
  return { kind: 'openapi', apis: [api], http, line: line.number, span };
}

/** `metrics.k8s.io/v1beta1: the server is …, nosvc.example.com/v1: the server is …` */
function readGroups(line: Line, from: number): ApiServiceMention['apis'] {
  const apis: { name: string; error: string; span: Span }[] = [];
  let at = from;
  while (at < line.text.length && apis.length < MAX_APIS) {
    const colon = line.text.indexOf(': ', at);
    const name = colon < 0 ? undefined : nameOf(line.text.slice(at, colon));
    if (name === undefined) break;
    let next = line.text.indexOf(', ', colon);
    while (next >= 0 && !beginsGroup(line.text, next + 2)) next = line.text.indexOf(', ', next + 2);
    const end = next < 0 ? line.text.length : next;
    apis.push({
      name,
      error: line.text.slice(colon + 2, end).trimEnd(),
      span: { from: line.from + at, to: line.from + colon },
    });
    at = end + 2;
  }
  return apis;
}

/** Names of groups are short. */
const MAX_NAME = 260;

function beginsGroup(text: string, from: number): boolean {
  const colon = text.slice(from, from + MAX_NAME).indexOf(': ');
  return colon > 0 && nameOf(text.slice(from, from + colon)) !== undefined;
}

/** `metrics.k8s.io/v1beta1` → `v1beta1.metrics.k8s.io`. */
function nameOf(group: string): string | undefined {
  if (group.length > MAX_NAME || group.includes(' ')) return undefined;
  const slash = group.indexOf('/');
  const name = slash < 0 ? `${group}.` : `${group.slice(slash + 1)}.${group.slice(0, slash)}`;
  return versionEnd(name) === undefined ? undefined : name;
}

/** `Discovery failed for some groups, 2 failing: ` */
function failingGroups(before: string): number | undefined {
  const at = before.indexOf(NAMESPACE);
  if (at < 0) return undefined;
  const from = at + NAMESPACE.length;
  let to = from;
  while (to < before.length && to < from + 6 && isDigit(before.charCodeAt(to))) to++;
  return to > from && before.startsWith(' failing: ', to) ? Number(before.slice(from, to)) : undefined;
}
