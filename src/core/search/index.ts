export { type RankedRecord, type TermHits, rankRecords, rarestTerms, termWeight } from './rank.ts';
export { searchTokens } from './tokens.ts';
