import { ownCopy } from '../../../text/index.ts';

/** What was made of a text that was seen before: it is told by its characters alone, no string is made of it. */
export interface KnownTexts<Value> {
  get(text: string, from: number, to: number): Value | undefined;
  set(own: string, value: Value): Value;
}

/** So many are remembered at most, then it starts over. */
const MAX_KNOWN = 20_000;

export function createKnownTexts<Value>(): KnownTexts<Value> {
  const entries = new Map<number, { readonly own: string; readonly value: Value }>();
  return {
    get(text, from, to) {
      const entry = entries.get(hashOf(text, from, to));
      return entry && entry.own.length === to - from && text.startsWith(entry.own, from)
        ? entry.value
        : undefined;
    },
    set(own, value) {
      if (entries.size >= MAX_KNOWN) entries.clear();
      entries.set(hashOf(own, 0, own.length), { own: ownCopy(own), value });
      return value;
    },
  };
}

/** The same for the same characters, wherever they stand; those in front may have a part in it. */
export function hashOf(text: string, from: number, to: number, before = 0): number {
  let hash = before + to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash & 0x3fff_ffff;
}
