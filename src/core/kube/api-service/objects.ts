import type { Span } from '../../text/index.ts';
import type { Leaf } from '../objects/leaf.ts';
import type { ApiService, Availability } from './api-service.ts';
import { isKnownReason } from './reasons.ts';
import { versionEnd } from './row.ts';

/** What is gathered of one object while its scalars go by. */
interface Draft {
  readonly fields: Map<string, Leaf>;
  readonly conditions: Map<string | number, Map<string, Leaf>>;
  span: Span;
}

/** The objects of a region: APIServices, and how many others there were, by kind. */
export interface ApiServiceObjects {
  readonly services: readonly ApiService[];
  readonly others: ReadonlyMap<string, { readonly count: number; readonly span: Span }>;
}

const FIELDS = new Set([
  'apiVersion',
  'kind',
  'name',
  'metadata/name',
  'spec/group',
  'spec/version',
  'spec/service/namespace',
  'spec/service/name',
  'spec/service/port',
]);

/** Kinds that only hold others; cut at its beginning, a list can end in its kind behind fields of an object. */
const LISTS = ['List', 'APIServiceList'];

/**
 * Puts the scalars of objects together. An object is told from the next by the way to it, and by a field that comes
 * again: pieces of several outputs may stand one behind the other. Fields:
 * kubernetes/kube-aggregator v0.34.0 `pkg/apis/apiregistration/v1/types.go`.
 */
export function gatherApiServices(leaves: readonly Leaf[]): ApiServiceObjects {
  const drafts: Draft[] = [];
  const byPath = new Map<string, Draft>();
  for (const leaf of leaves) {
    const place = placeOf(leaf);
    if (!place || (place.field === 'kind' && LISTS.includes(leaf.value))) continue;
    let draft = byPath.get(place.object);
    const known =
      draft && (place.condition === undefined ? draft.fields : draft.conditions.get(place.condition));
    if (!draft || known?.has(place.field)) {
      draft = { fields: new Map(), conditions: new Map(), span: leaf.span };
      byPath.set(place.object, draft);
      drafts.push(draft);
    }
    draft.span = { from: draft.span.from, to: Math.max(draft.span.to, leaf.span.to) };
    if (place.condition === undefined) draft.fields.set(place.field, leaf);
    else {
      const condition = draft.conditions.get(place.condition) ?? new Map<string, Leaf>();
      draft.conditions.set(place.condition, condition.set(place.field, leaf));
    }
  }
  const others = new Map<string, { count: number; span: Span }>();
  const services: ApiService[] = [];
  for (const draft of drafts) {
    const kind = draft.fields.get('kind')?.value;
    const service = toApiService(draft);
    if (kind !== undefined && kind !== 'APIService') {
      others.set(kind, {
        count: (others.get(kind)?.count ?? 0) + 1,
        span: others.get(kind)?.span ?? draft.span,
      });
    } else if (service) services.push(service);
  }
  return { services, others };
}

/** Which object a scalar is of, and what of it: `0/items/3` and `spec/group`. */
function placeOf({ path }: Leaf): { object: string; field: string; condition?: string | number } | undefined {
  for (let length = 1; length <= 3 && length <= path.length; length++) {
    const field = path.slice(-length).join('/');
    if (FIELDS.has(field)) {
      const object = path.slice(0, -length);
      // `name` alone is a field of the object in the output of describe only, where it stands at the top.
      if (field === 'name' && object.length > 1) continue;
      return { object: object.join('/'), field };
    }
  }
  const at = path.lastIndexOf('conditions');
  const field = path.at(-1);
  const inside = path.length - at;
  if (at < 0 || inside < 2 || inside > 3 || typeof field !== 'string') return undefined;
  const isPiece = path[at - 1] !== 'status';
  return {
    object: path.slice(0, isPiece ? at : at - 1).join('/'),
    field,
    condition: inside === 3 ? (path[at + 1] ?? 0) : 0,
  };
}

function toApiService({ fields, conditions, span }: Draft): ApiService | undefined {
  const text = (field: string): string | undefined => fields.get(field)?.value;
  const condition = [...conditions.values()].find((one) => one.get('type')?.value === 'Available');
  const nameLeaf = fields.get('metadata/name') ?? fields.get('name');
  const name = nameLeaf?.value ?? nameFrom(text('spec/version'), text('spec/group')) ?? '';
  const dot = versionEnd(name);
  if (name !== '' && dot === undefined) return undefined;
  const namespace = text('spec/service/namespace');
  const service = text('spec/service/name');
  const hasSpec = fields.has('spec/version') || fields.has('spec/group');
  const port = Number(text('spec/service/port'));
  const reason = condition?.get('reason')?.value;
  const message = condition?.get('message')?.value;
  // Other kinds have a condition of this name as well.
  if (name === '' && !isKnownReason(reason ?? '')) return undefined;
  const since = condition?.get('lastTransitionTime')?.value;
  return {
    name,
    version: dot === undefined ? '' : name.slice(0, dot),
    group: dot === undefined ? '' : name.slice(dot + 1),
    local: reason === 'Local' || (hasSpec && service === undefined),
    ...(namespace !== undefined && service !== undefined
      ? { service: { namespace, name: service, ...(Number.isInteger(port) && port > 0 ? { port } : {}) } }
      : {}),
    available: availabilityOf(condition?.get('status')?.value),
    ...(reason ? { reason } : {}),
    ...(message ? { message } : {}),
    ...(since ? { since } : {}),
    span,
    nameSpan: nameLeaf?.span ?? { from: span.from, to: span.from },
  };
}

const nameFrom = (version: string | undefined, group: string | undefined): string | undefined =>
  version === undefined ? undefined : `${version}.${group ?? ''}`;

/** Without the condition, the aggregator has not looked yet: the table prints `Unknown`. */
const availabilityOf = (status: string | undefined): Availability =>
  status === 'True' || status === 'true'
    ? 'True'
    : status === 'False' || status === 'false'
      ? 'False'
      : 'Unknown';
