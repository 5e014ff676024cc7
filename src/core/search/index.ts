export { type RankedRecord, type TermHits, rankRecords } from './rank.ts';
export { searchTokens } from './tokens.ts';
