import { packMistake } from './check-pack.ts';
import { type Pack, PACK_FORMAT } from './pack.ts';

/** The pack that `json` holds, or why it is none, in words: it was cut, comes from another version, or is malformed. */
export function openPack(json: string): Pack | { readonly refused: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { refused: 'expected a pack as JSON, found a text that is none or is cut' };
  }
  const pack = value as Partial<Pack> | null;
  if (pack?.format !== PACK_FORMAT || !Array.isArray(pack.runbooks)) {
    const found = JSON.stringify(pack?.format ?? null);
    return { refused: `expected a pack of format \`${PACK_FORMAT}\`, found ${found}` };
  }
  const mistake = packMistake(pack.runbooks);
  return mistake ? { refused: mistake } : (pack as Pack);
}
