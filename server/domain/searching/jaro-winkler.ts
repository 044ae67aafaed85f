/** How alike two words are, for spellings of one name. */

/** Letters in common at the beginning that count more. */
const PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/**
 * Similarity after Jaro (1989) and Winkler (1990): 1 for equal texts, 0 where no letter is shared within half the length. By UTF-16 units; time grows with the
 * product of the lengths.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  const taken = new Uint8Array(m);
  const shared: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const end = Math.min(m - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= end; j += 1) {
      if (taken[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      shared.push(a.charCodeAt(i));
      break;
    }
  }
  const common = shared.length;
  if (common === 0) return 0;
  let moved = 0;
  let at = 0;
  for (let j = 0; j < m; j += 1) {
    if (taken[j] !== 1) continue;
    if (shared[at] !== b.charCodeAt(j)) moved += 1;
    at += 1;
  }
  const jaro = (common / n + common / m + (common - moved / 2) / common) / 3;
  let prefix = 0;
  while (prefix < PREFIX && prefix < n && prefix < m && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}
