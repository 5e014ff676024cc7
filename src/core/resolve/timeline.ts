import type { Query } from './ask-names.ts';
import type { Lookup } from './simulate.ts';

/** What is drawn as one bar: A and AAAA of the same moment, server and end are one. */
export interface TimelineRow extends Omit<Query, 'type'> {
  readonly types: readonly Query['type'][];
}

/** The queries of a lookup, those that run side by side and end alike put together. */
export function timelineRows({ queries }: Pick<Lookup, 'queries'>): TimelineRow[] {
  const rows: { -readonly [Key in keyof TimelineRow]: TimelineRow[Key] }[] = [];
  const open = new Map<string, (typeof rows)[number]>();
  for (const { type, ...query } of queries) {
    const key = `${query.at} ${query.until} ${query.server} ${query.name} ${query.attempt} ${query.outcome}`;
    const row = open.get(key);
    if (row && !row.types.includes(type)) row.types = [...row.types, type].sort();
    else {
      const added = { ...query, types: [type] };
      rows.push(added);
      open.set(key, added);
    }
  }
  return rows;
}
