/**
 * Parts lines that share corners or ends, so that each can be followed. At every point that two share they lie in the order in which they come apart, so that they
 * do not cross each other on the way.
 */
import { byId } from '../../model/by-id.ts';
import type { Corner } from '../picture.ts';

const APART = 4;
/** Most steps from where a line was; further lines lie on each other. */
const MOST_STEPS = 5;

interface Visit {
  id: string;
  /** Number of the point of its way. */
  i: number;
}
type Ways = ReadonlyMap<string, readonly Corner[]>;

const same = (a: Corner | undefined, b: Corner | undefined): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
const minus = (a: Corner, b: Corner): Corner => [a[0] - b[0], a[1] - b[1]];
const cross = (a: Corner, b: Corner): number => a[0] * b[1] - a[1] * b[0];
const dot = (a: Corner, b: Corner): number => a[0] * b[0] + a[1] * b[1];
const unit = (a: Corner): Corner => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length];
};
/** How far to the right of a direction another one leads, in radians. */
const turn = (from: Corner, to: Corner): number => Math.atan2(cross(from, to), dot(from, to));

/** 1 where the second way is passed in the direction of the first at a point that they share, -1 where against it. */
function alignmentOf(a: readonly Corner[], i: number, b: readonly Corner[], j: number): 1 | -1 {
  if (same(a[i + 1], b[j + 1]) || same(a[i - 1], b[j - 1])) return 1;
  if (same(a[i + 1], b[j - 1]) || same(a[i - 1], b[j + 1])) return -1;
  const bend = (way: readonly Corner[], n: number): number => (way[n - 1] && way[n + 1] ? cross(minus(way[n]!, way[n - 1]!), minus(way[n + 1]!, way[n]!)) : 0);
  const [one, other] = [bend(a, i), bend(b, j)];
  if (one !== 0 && other !== 0) return one > 0 === other > 0 ? 1 : -1;
  // At an end both lead away from it.
  return (i === 0) === (j === 0) ? 1 : -1;
}

/** Where two ways come apart when they are followed from a shared point; undefined where one ends before that. */
function apartAt(
  a: readonly Corner[],
  i: number,
  b: readonly Corner[],
  j: number,
  step: 1 | -1,
  along: 1 | -1,
): { into: Corner; one: Corner; other: Corner } | undefined {
  let k = 0;
  while (same(a[i + step * (k + 1)], b[j + step * along * (k + 1)])) k += 1;
  const [here, one, other] = [a[i + step * k]!, a[i + step * (k + 1)], b[j + step * along * (k + 1)]];
  if (!one || !other) return undefined;
  const before = a[i + step * (k - 1)];
  const [u, v] = [unit(minus(one, here)), unit(minus(other, here))];
  return { into: before ? minus(here, before) : [u[0] + v[0], u[1] + v[1]], one: u, other: v };
}

/** Whether the first way lies to the right of the second, in the direction of the first. The first has the lower id, so that the answer is the same at all points. */
function isRight(ways: Ways, first: Visit, second: Visit): boolean {
  const [a, b] = [ways.get(first.id)!, ways.get(second.id)!];
  const along = alignmentOf(a, first.i, b, second.i);
  const ahead = apartAt(a, first.i, b, second.i, 1, along);
  if (ahead) return turn(ahead.into, ahead.one) > turn(ahead.into, ahead.other);
  const behind = apartAt(a, first.i, b, second.i, -1, along);
  return behind ? turn(behind.into, behind.one) < turn(behind.into, behind.other) : true;
}

/** The visits of a point in an order in which `comes` holds of neighbours, as far as there is one. */
function sorted(visits: readonly Visit[], comes: (a: Visit, b: Visit) => boolean): Visit[] {
  const out: Visit[] = [];
  for (const visit of visits) {
    let n = out.length;
    while (n > 0 && comes(visit, out[n - 1]!)) n -= 1;
    out.splice(n, 0, visit);
  }
  return out;
}

/** @param ways ways by id; their points are moved */
export function partLines(ways: Map<string, Corner[]>, free: (a: Corner, b: Corner) => boolean): void {
  const before: Ways = new Map([...ways].map(([id, points]) => [id, [...points]]));
  const at = new Map<string, Visit[]>();
  for (const [id, points] of before)
    for (const [i, [x, y]] of points.entries()) {
      const key = `${x} ${y}`;
      at.set(key, [...(at.get(key) ?? []), { id, i }]);
    }
  const isEnd = ({ id, i }: Visit): boolean => i === 0 || i === before.get(id)!.length - 1;
  /** Whether a line lies to the right of another in the direction of the first. */
  const right = (a: Visit, b: Visit): boolean => {
    if (a.id < b.id) return isRight(before, a, b);
    const along = alignmentOf(before.get(b.id)!, b.i, before.get(a.id)!, a.i);
    return isRight(before, b, a) === (along === -1);
  };
  const move = ({ id, i }: Visit, by: Corner): void => {
    const points = ways.get(id)!;
    for (const share of [1, 0.5]) {
      const moved: Corner = [points[i]![0] + by[0] * share, points[i]![1] + by[1] * share];
      const [last, next] = [points[i - 1], points[i + 1]];
      if ((last && !free(last, moved)) || (next && !free(moved, next))) continue;
      points[i] = moved;
      return;
    }
  };
  for (const shared of at.values()) {
    if (shared.length < 2) continue;
    const visits = shared.toSorted(byId);
    const ends = visits.filter(isEnd);
    const corners = visits.filter((visit) => !isEnd(visit));
    partEnds(before, ends, right, move);
    partCorners(before, corners, right, move);
  }
}

/** Lines that end at one port part up and down, or sideways where they leave steeply. */
function partEnds(ways: Ways, ends: readonly Visit[], right: (a: Visit, b: Visit) => boolean, move: (visit: Visit, by: Corner) => void): void {
  if (ends.length < 2) return;
  const wayOf = ({ id, i }: Visit): Corner => {
    const points = ways.get(id)!;
    return i === 0 ? minus(points[1]!, points[0]!) : minus(points[i]!, points[i - 1]!);
  };
  const outwards = ends.map((visit) => unit(visit.i === 0 ? wayOf(visit) : minus([0, 0], wayOf(visit)))).reduce((a, b): Corner => [a[0] + b[0], a[1] + b[1]]);
  const across: Corner = Math.abs(outwards[1]) > Math.abs(outwards[0]) * 3 ? [1, 0] : [0, 1];
  const order = sorted(ends, (a, b) => {
    const [x, y] = wayOf(a);
    const sideways = dot([-y, x], across);
    // The one to the right comes first where right is against the direction in which they part.
    return right(a, b) === sideways < 0;
  });
  const step = APART * Math.min(1, (MOST_STEPS - 1) / (order.length - 1));
  for (const [n, visit] of order.entries()) move(visit, [across[0] * step * (n - (order.length - 1) / 2), across[1] * step * (n - (order.length - 1) / 2)]);
}

/** Lines that go round one corner part away from it: the innermost stays. */
function partCorners(ways: Ways, corners: readonly Visit[], right: (a: Visit, b: Visit) => boolean, move: (visit: Visit, by: Corner) => void): void {
  if (corners.length < 2) return;
  const bendOf = ({ id, i }: Visit): { side: number; out: Corner } => {
    const [last, here, next] = ways.get(id)!.slice(i - 1, i + 2) as [Corner, Corner, Corner];
    const [u, v] = [unit(minus(here, last)), unit(minus(next, here))];
    return { side: cross(u, v), out: unit([u[0] - v[0], u[1] - v[1]]) };
  };
  const order = sorted(corners, (a, b) => right(a, b) === bendOf(a).side > 0);
  for (const [n, visit] of order.entries()) {
    const { out } = bendOf(visit);
    const by = APART * Math.min(n, MOST_STEPS);
    if (by > 0) move(visit, [out[0] * by, out[1] * by]);
  }
}
