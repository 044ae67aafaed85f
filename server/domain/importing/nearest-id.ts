/** Finds the known id that was most likely meant by an unknown one. */

/**
 * Edit distance with insertions, deletions, substitutions and swaps of neighbours, each counting 1 (optimal string alignment, after Damerau and Levenshtein).
 * Stops above `most` and returns most + 1. Time grows with the product of the lengths.
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    twoBack = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The nearest of the known ids, or undefined where none is near. Near means: a distance of at most a third of the id's length (or 2 where that is more), or the
 * words of the id in another order or with one left out. Of equal distance: the first in code unit order.
 */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(id.length / 3));
  let best: { id: string; distance: number } | undefined;
  const words = wordsOf(id);
  for (const candidate of known) {
    const allowed = Math.min(most, best?.distance ?? most);
    let distance = editDistance(id, candidate, allowed);
    if (distance > most && words.size > 1 && sharesWords(words, wordsOf(candidate))) distance = most;
    if (distance > most) continue;
    if (!best || distance < best.distance || (distance === best.distance && candidate < best.id)) best = { id: candidate, distance };
  }
  return best?.id;
}

function wordsOf(id: string): ReadonlySet<string> {
  return new Set(id.split(/[-._~:]/).filter((word) => word !== ''));
}

function sharesWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return b.size > 1 && shared >= Math.max(a.size, b.size) - 1;
}
