/** What is similar is worth no more than this of what is exact. */
export const SIMILAR_AT_BEST = 0.7;
