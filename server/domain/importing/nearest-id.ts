/** Finds the known id that was most likely meant by an unknown one. */
import { editDistance } from '../model/edit-distance.ts';

/**
 * The nearest of the known ids, or undefined where none is near. Near means: a distance of at most a third of the id's length (or 2 where that is more), or the
 * words of the id in another order or with one left out. Of equal distance: the first in code unit order.
 */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(id.length / 3));
  const words = wordsOf(id);
  return nearestOf(known, most, (candidate, allowed) => {
    const distance = editDistance(id, candidate, allowed);
    return distance > most && words.size > 1 && sharesWords(words, wordsOf(candidate)) ? most : distance;
  });
}

/** Edits between a predicate and one that a slip made of it. */
const SLIP = 2;

/**
 * The nearest known predicate by spelling, or undefined: of at most two edits, or equal but for capitals. Words of a predicate tell how firm it is, so that no
 * other word is put in their place. Of equal distance: the first in code unit order.
 */
export function nearestPredicate(id: string, known: Iterable<string>): string | undefined {
  return nearestOf(known, SLIP, (candidate, allowed) => (candidate.toLowerCase() === id.toLowerCase() ? 0 : editDistance(id, candidate, allowed)));
}

/** @param distanceTo the distance of a candidate; beyond `allowed` any number above it */
function nearestOf(known: Iterable<string>, most: number, distanceTo: (candidate: string, allowed: number) => number): string | undefined {
  let best: { id: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = distanceTo(candidate, Math.min(most, best?.distance ?? most));
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
