/** How often a character stands in logs, roughly: 0 rare to 3 common. A window that ends in rare ones is seldom hit. */
function commonness(code: number): number {
  const character = String.fromCharCode(code);
  if (' eatinorsl'.includes(character)) return 3;
  if ((code >= 48 && code <= 57) || 'cdupmfg./-:="'.includes(character)) return 2;
  return code >= 97 && code <= 122 ? 1 : 0;
}

/** A literal with the part of it that is looked for. */
export interface Window {
  readonly needle: number;
  /** Where in the needle the window starts. */
  readonly offset: number;
}

/**
 * For each needle the window of `width` characters by which it is found: the one whose last three characters are
 * the least common, in logs and among the needles, since all messages begin with `failed to`.
 * Needles must be at least `width` long.
 */
export function chooseWindows(needles: readonly string[], width: number): Window[] {
  const shared = new Map<string, number>();
  for (const needle of needles) {
    const own = new Set<string>();
    for (let at = 0; at + 3 <= needle.length; at++) own.add(needle.slice(at, at + 3));
    for (const gram of own) shared.set(gram, (shared.get(gram) ?? 0) + 1);
  }
  const cost = (gram: string): number =>
    commonness(gram.charCodeAt(0)) +
    commonness(gram.charCodeAt(1)) +
    commonness(gram.charCodeAt(2)) +
    Math.log2(shared.get(gram) ?? 1) * 2;
  return needles.map((text, needle) => {
    let best = { offset: 0, cost: Infinity };
    for (let offset = 0; offset + width <= text.length; offset++) {
      let own = 0;
      for (let at = 0; at + 3 <= width; at++)
        own += cost(text.slice(offset + at, offset + at + 3)) * (at + 4);
      if (own < best.cost) best = { offset, cost: own };
    }
    return { needle, offset: best.offset };
  });
}
