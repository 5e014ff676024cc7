/**
 * The same text in memory of its own. V8 makes a slice of a long string by reference, so a word that is kept keeps all
 * of the chunk that it was read from: 256 KiB for an address.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
