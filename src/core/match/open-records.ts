import type { OpenRecord } from './waiting-lines.ts';

/** So many pods may have a record open at one time; that of the one that was quiet longest is closed for another. */
const MAX_SOURCES = 64;

/** The record of each source that may go on. */
export interface OpenRecords {
  get(source: string): OpenRecord | undefined;
  /** The record takes the place of the source's last one. */
  open(source: string, record: OpenRecord): void;
  close(source: string): void;
}

export function createOpenRecords(): OpenRecords {
  const records = new Map<string, OpenRecord>();

  const close = (source: string): void => {
    const record = records.get(source);
    if (!record) return;
    record.open = false;
    records.delete(source);
  };

  const oldest = (): string => {
    let found = '';
    let least = Infinity;
    for (const [source, { from }] of records) {
      if (from >= least) continue;
      found = source;
      least = from;
    }
    return found;
  };

  return {
    get: (source) => records.get(source),
    open(source, record) {
      const before = records.get(source);
      if (before) before.open = false;
      else if (records.size >= MAX_SOURCES) close(oldest());
      records.set(source, record);
    },
    close,
  };
}
