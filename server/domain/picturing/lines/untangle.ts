/**
 * Takes crossings away that no line needs: two lines that lead to one body exchange their ways from where they cross to that body, and two that cross each other
 * twice exchange what is between. Each then turns away from the other where they crossed.
 */
import type { Corner } from '../picture.ts';

export interface Strung {
  /** Ids of the boxes at its first and last point. */
  from: string;
  to: string;
  points: Corner[];
}

const ROUNDS = 12;
/** How far two lines are kept from each other where they would touch. */
const APART = 3;

interface Meeting {
  /** Number of the segment of each that crosses, and how far along it as a share. */
  i: number;
  s: number;
  j: number;
  t: number;
  at: Corner;
}

function meetingsOf(a: readonly Corner[], b: readonly Corner[]): Meeting[] {
  const out: Meeting[] = [];
  for (let i = 0; i + 1 < a.length; i += 1)
    for (let j = 0; j + 1 < b.length; j += 1) {
      const [p, q, u, v] = [a[i]!, a[i + 1]!, b[j]!, b[j + 1]!];
      if (Math.max(p[0], q[0]) < Math.min(u[0], v[0]) || Math.max(u[0], v[0]) < Math.min(p[0], q[0])) continue;
      const [dx, dy, ex, ey] = [q[0] - p[0], q[1] - p[1], v[0] - u[0], v[1] - u[1]];
      const across = dx * ey - dy * ex;
      if (across === 0) continue;
      const s = ((u[0] - p[0]) * ey - (u[1] - p[1]) * ex) / across;
      const t = ((u[0] - p[0]) * dy - (u[1] - p[1]) * dx) / across;
      if (s > 0 && s < 1 && t > 0 && t < 1) out.push({ i, s, j, t, at: [p[0] + dx * s, p[1] + dy * s] });
    }
  return out.toSorted((x, y) => x.i - y.i || x.s - y.s);
}

const toEnd = ({ points }: Strung, reversed: boolean): Corner[] => (reversed ? points.toReversed() : points);

/** A way that turns at a point: past it where that is free, else a little before it. */
function turning(before: readonly Corner[], at: Corner, after: readonly Corner[], free: (a: Corner, b: Corner) => boolean): Corner[] | undefined {
  const [last, next] = [before.at(-1)!, after[0]!];
  const unit = ([x, y]: Corner): Corner => {
    const length = Math.hypot(x - at[0], y - at[1]) || 1;
    return [(x - at[0]) / length, (y - at[1]) / length];
  };
  if (before.length > 1 && after.length > 1 && free(last, next)) return [...before, ...after];
  const [u, v] = [unit(last), unit(next)];
  const length = Math.hypot(u[0] + v[0], u[1] + v[1]) || 1;
  const turned: Corner = [at[0] + ((u[0] + v[0]) / length) * APART, at[1] + ((u[1] + v[1]) / length) * APART];
  return free(last, turned) && free(turned, next) ? [...before, turned, ...after] : undefined;
}

/** Exchanges what two lines have from where they cross to the body that both lead to. Whether that could be done. */
function exchangeEnds(a: Strung, b: Strung, free: (a: Corner, b: Corner) => boolean): boolean {
  for (const end of new Set([a.from, a.to])) {
    if (end !== b.from && end !== b.to) continue;
    const [backA, backB] = [a.to !== end, b.to !== end];
    const [one, other] = [toEnd(a, backA), toEnd(b, backB)];
    const last = meetingsOf(one, other).at(-1);
    if (!last) continue;
    const { i, j, at } = last;
    const first = turning(one.slice(0, i + 1), at, other.slice(j + 1), free);
    const second = turning(other.slice(0, j + 1), at, one.slice(i + 1), free);
    if (!first || !second || meetingsOf(first, second).length >= meetingsOf(one, other).length) continue;
    a.points = backA ? first.toReversed() : first;
    b.points = backB ? second.toReversed() : second;
    return true;
  }
  return false;
}

/** Exchanges what is between two crossings of the same two lines. Whether that could be done. */
function exchangeMiddle(a: Strung, b: Strung, free: (a: Corner, b: Corner) => boolean): boolean {
  const meetings = meetingsOf(a.points, b.points);
  const [first, second] = meetings;
  if (!first || !second) return false;
  const forwards = first.j < second.j || (first.j === second.j && first.t < second.t);
  const other = forwards ? b.points : b.points.toReversed();
  const along = forwards ? { first: first.j, second: second.j } : { first: b.points.length - 2 - first.j, second: b.points.length - 2 - second.j };
  const join = (one: readonly Corner[], m: number, n: number, middle: readonly Corner[], k: number, l: number): Corner[] | undefined => {
    const between = middle.slice(k + 1, l + 1);
    const start = one.slice(0, m + 1);
    const end = one.slice(n + 1);
    if (between.length === 0) return free(start.at(-1)!, end[0]!) ? [...start, ...end] : undefined;
    const half = turning(start, first.at, between, free);
    return half && turning(half, second.at, end, free);
  };
  const one = join(a.points, first.i, second.i, other, along.first, along.second);
  const two = join(other, along.first, along.second, a.points, first.i, second.i);
  if (!one || !two || meetingsOf(one, two).length >= meetings.length) return false;
  a.points = one;
  b.points = forwards ? two : two.toReversed();
  return true;
}

/** @param lines their points are exchanged and moved */
export function untangle(lines: readonly Strung[], free: (a: Corner, b: Corner) => boolean): void {
  for (let round = 0, changed = true; changed && round < ROUNDS; round += 1) {
    changed = false;
    for (const [n, a] of lines.entries())
      for (const b of lines.slice(n + 1))
        if (meetingsOf(a.points, b.points).length > 0 && (exchangeEnds(a, b, free) || exchangeMiddle(a, b, free))) changed = true;
  }
}
