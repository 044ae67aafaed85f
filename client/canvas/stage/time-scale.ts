/** Computes the scale of a timeline from the positions on the canvas, so that entities which are not at their date are found. */

/** How far from its date an entity may be, in drawing units. */
const NEAR = 24;
const FEWEST = 3;
const PAIRS_OF = 160;
const DAY_MS = 86_400_000;

export interface TimeScale {
  /** Drawing units in a day, and the x of 1970-01-01. */
  perDay: number;
  zero: number;
  first: number;
  last: number;
  /** Number of dated entities that are not at their date. */
  off: number;
}
export const dayOf = (date: string): number => Date.parse(date) / DAY_MS;
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Estimates the scale.
 * @param places day and x of the dated entities that were not placed by hand
 * @returns undefined where the positions follow no scale of dates
 */
export function timeScale(places: readonly { day: number; x: number }[]): TimeScale | undefined {
  const some = places.length <= PAIRS_OF ? places : places.filter((_, i) => i % Math.ceil(places.length / PAIRS_OF) === 0);
  // The median slope of all pairs (Theil–Sen), which a few entities elsewhere do not change.
  const slopes = some.flatMap((a, i) =>
    some
      .slice(i + 1)
      .filter((b) => b.day !== a.day)
      .map((b) => (b.x - a.x) / (b.day - a.day)),
  );
  if (places.length < FEWEST || slopes.length === 0) return undefined;
  const perDay = median(slopes);
  if (perDay === 0) return undefined;
  const zero = median(places.map(({ day, x }) => x - day * perDay));
  const fits = places.filter(({ day, x }) => Math.abs(zero + day * perDay - x) <= NEAR);
  if (fits.length * 2 < places.length || fits.length < FEWEST) return undefined;
  const days = fits.map(({ day }) => day);
  return { perDay, zero, first: Math.min(...days), last: Math.max(...days), off: places.length - fits.length };
}
