/**
 * The one name that a mistyped one is nearest to, two letters away at most: one wrong, missing, too many, or two
 * exchanged. `undefined` if none is that near, or several are equally so. Names longer than 80 are no typing mistakes.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length < 4 || name.length > 80) return undefined;
  const most = name.length < 8 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) > most) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) [best, least] = [candidate, distance];
    else if (distance === least) best = undefined;
  }
  return best;
}

/** Optimal string alignment: changes, insertions, deletions and exchanges of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
