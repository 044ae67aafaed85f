/**
 * The cut sets of size one and two: which elements, struck alone or two together, break something.
 *
 * Whatever breaks it must break each way in which it holds. So only elements on one such way are struck, and after each of them only elements on a way that is
 * still left: no set is missed, and few are tried.
 */
import type { InSlices } from '../figures/in-slices.ts';

/** Something that claims hold up: it holds as long as there is a way. */
export interface Upheld {
  /**
   * One way in which it holds without the elements: claims that all have to stand for it. Undefined where it no longer holds, `stopped` where a limit was met
   * before that was known.
   */
  wayWithout(struck: readonly string[]): InSlices<readonly string[] | undefined | 'stopped'>;
  /** Whether these claims are still a way without the elements. */
  isStillWay(way: readonly string[], struck: readonly string[]): boolean;
  /** Elements that, struck, may change one of these claims. Sorted. */
  elementsOf(way: readonly string[]): readonly string[];
}
export interface CutSets {
  /** Sorted. */
  ones: string[];
  /** Sets of two of which neither alone breaks it; each sorted, and their list, too. */
  twos: [string, string][];
  /** A limit was met: there may be more. */
  stopped: boolean;
}

/** @param most how often something is struck and looked at again */
export function* cutSets(upheld: Upheld, most: number): InSlices<CutSets> {
  const found: CutSets = { ones: [], twos: [], stopped: false };
  let left = most;
  const without = function* (struck: readonly string[], before: readonly string[]): InSlices<readonly string[] | undefined | 'stopped'> {
    if (upheld.isStillWay(before, struck)) return before;
    left -= 1;
    if (left < 0 || (yield)) return 'stopped';
    return yield* upheld.wayWithout(struck);
  };
  const whole = yield* upheld.wayWithout([]);
  if (whole === 'stopped') found.stopped = true;
  if (whole === undefined || whole === 'stopped') return found;
  const firsts: [string, readonly string[]][] = [];
  for (const one of upheld.elementsOf(whole)) {
    const way = yield* without([one], whole);
    if (way === undefined) found.ones.push(one);
    else if (way === 'stopped') found.stopped = true;
    else firsts.push([one, way]);
  }
  const alone = new Set(found.ones);
  const tried = new Set<string>();
  for (const [one, way] of firsts) {
    for (const other of upheld.elementsOf(way)) {
      const pair: [string, string] = one < other ? [one, other] : [other, one];
      const key = pair.join(' ');
      if (other === one || alone.has(other) || tried.has(key)) continue;
      tried.add(key);
      if (found.stopped && left < 0) break;
      const rest = yield* without(pair, way);
      if (rest === undefined) found.twos.push(pair);
      else if (rest === 'stopped') found.stopped = true;
    }
  }
  found.twos.sort(([a, b], [c, d]) => (a < c || (a === c && b < d) ? -1 : 1));
  return found;
}
