import type { Wanted } from './report.ts';

/** So many rows of buckets are drawn at once. */
export const PAGE_OF_BUCKETS = 50;

/** What is shown of a text that has just been read. */
export const FIRST_PAGE: Wanted = { level: 'frames', state: '', from: 0 };
