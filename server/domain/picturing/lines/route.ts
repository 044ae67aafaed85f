/**
 * Finds a way for each line around everything that is not its end: the shortest over the corners of what is in the way, where each bend counts as a detour. Lines
 * that share a corner are parted. The same picture gives the same ways.
 */
import { byId } from '../../model/by-id.ts';
import type { Corner, Rectangle } from '../picture.ts';
import { partLines } from './part-lines.ts';
import { untangle } from './untangle.ts';
import { enters, type Visibility, visibilityOf } from './visibility.ts';

/** A point at which lines may begin or end. */
export interface Port {
  at: Corner;
  /** Detour in units that another port is worth. */
  cost: number;
  /** Points from the port on to the end, which the line passes without a search. */
  on?: readonly Corner[];
}
export interface Wanted {
  id: string;
  /** Lines that are not parted may lie on each other. */
  parted: boolean;
  /** Ids of what is at its ends. */
  ends: readonly [from: string, to: string];
  from: readonly Port[];
  to: readonly Port[];
}

/** Detour in units that one bend less is worth. */
const BEND = 10;

const far = (a: Corner, b: Corner): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Numbers by lowest value, with the lower number first among equals. */
class Queue {
  private readonly heap: { value: number; n: number }[] = [];
  private before(i: number, j: number): boolean {
    const [a, b] = [this.heap[i]!, this.heap[j]!];
    return a.value < b.value || (a.value === b.value && a.n < b.n);
  }
  private exchange(i: number, j: number): void {
    [this.heap[i], this.heap[j]] = [this.heap[j]!, this.heap[i]!];
  }
  push(n: number, value: number): void {
    this.heap.push({ value, n });
    for (let i = this.heap.length - 1, up = (i - 1) >> 1; i > 0 && this.before(i, up); i = up, up = (i - 1) >> 1) this.exchange(i, up);
  }
  pop(): number | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (this.heap.length > 0 && last) {
      this.heap[0] = last;
      for (let i = 0; ;) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) if (child < this.heap.length && this.before(child, least)) least = child;
        if (least === i) break;
        this.exchange(i, least);
        i = least;
      }
    }
    return first?.n;
  }
}

/** The best way over the corners; undefined where everything is walled in. */
function wayOf({ from, to }: Wanted, { corners, seen, free }: Visibility, seenFrom: (at: Corner) => readonly number[]): Corner[] | undefined {
  const goals = new Map<number, { port: Port; cost: number }>();
  for (const port of to)
    for (const n of seenFrom(port.at)) {
      const cost = far(corners[n]!, port.at) + port.cost;
      if (cost < (goals.get(n)?.cost ?? Number.POSITIVE_INFINITY)) goals.set(n, { port, cost });
    }
  let best: { cost: number; end: number; port: Port; start?: Port } | undefined;
  for (const start of from)
    for (const port of to) {
      const cost = far(start.at, port.at) + start.cost + port.cost;
      if (cost < (best?.cost ?? Number.POSITIVE_INFINITY) && free(start.at, port.at)) best = { cost, end: -1, port, start };
    }
  const cost = new Float64Array(corners.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(corners.length).fill(-1);
  const starts = new Map<number, Port>();
  const done = new Uint8Array(corners.length);
  const queue = new Queue();
  // No port is nearer than this, whatever the way.
  const left = (n: number): number => Math.min(...to.map((port) => far(corners[n]!, port.at)));
  for (const start of from)
    for (const n of seenFrom(start.at)) {
      const value = far(start.at, corners[n]!) + start.cost + BEND;
      if (value >= cost[n]!) continue;
      cost[n] = value;
      starts.set(n, start);
      queue.push(n, value + left(n));
    }
  for (let n = queue.pop(); n !== undefined; n = queue.pop()) {
    if (done[n]) continue;
    done[n] = 1;
    if (best && cost[n]! + left(n) >= best.cost) break;
    const goal = goals.get(n);
    if (goal && cost[n]! + goal.cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost: cost[n]! + goal.cost, end: n, port: goal.port };
    for (const next of seen[n]!) {
      const value = cost[n]! + far(corners[n]!, corners[next]!) + BEND;
      if (value >= cost[next]!) continue;
      cost[next] = value;
      before[next] = n;
      starts.delete(next);
      queue.push(next, value + left(next));
    }
  }
  if (!best) return undefined;
  if (best.start) return [...(best.start.on ?? []).toReversed(), best.start.at, best.port.at, ...(best.port.on ?? [])];
  const points: Corner[] = [...(best.port.on ?? []).toReversed(), best.port.at];
  let n = best.end;
  for (; before[n]! >= 0; n = before[n]!) points.push(corners[n]!);
  const start = starts.get(n)!;
  points.push(corners[n]!, start.at, ...(start.on ?? []));
  return points.toReversed();
}

/** Ways of lines by id, each with at least two points. Where no way is free, the straight one is taken. */
export function routeLines(wanted: readonly Wanted[], solids: readonly Rectangle[]): Map<string, Corner[]> {
  const visibility = visibilityOf(solids);
  const known = new Map<string, readonly number[]>();
  const seenFrom = (at: Corner): readonly number[] => {
    const key = at.join(' ');
    const before = known.get(key);
    if (before) return before;
    const now = visibility.from(at);
    known.set(key, now);
    return now;
  };
  const ways = new Map<string, Corner[]>();
  for (const line of wanted.toSorted(byId)) ways.set(line.id, wayOf(line, visibility, seenFrom) ?? [line.from[0]!.at, line.to[0]!.at]);
  const parted = new Map(wanted.filter((line) => line.parted).map(({ id }) => [id, ways.get(id)!]));
  const free = (a: Corner, b: Corner): boolean => visibility.free(a, b, 1);
  partLines(parted, free);
  const strung = wanted
    .filter((line) => line.parted)
    .toSorted(byId)
    .map(({ id, ends: [from, to] }) => ({ id, from, to, points: parted.get(id)! }));
  untangle(strung, free);
  for (const { id, points } of strung) ways.set(id, points);
  return new Map([...ways].map(([id, points]) => [id, withoutRepeats(points.map(([x, y]): Corner => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]))]));
}

/** Corners nearer than this to the one before, in units, have no direction in which a bend could be drawn round. */
const LEAST_PIECE = 1;

function withoutRepeats(points: readonly Corner[]): Corner[] {
  const out: Corner[] = [points[0]!];
  for (const point of points.slice(1, -1)) if (far(point, out.at(-1)!) >= LEAST_PIECE && far(point, points.at(-1)!) >= LEAST_PIECE) out.push(point);
  return [...out, points.at(-1)!];
}

/** Whether a way passes through a rectangle. */
export function passes(points: readonly Corner[], solid: Rectangle, grown = 0): boolean {
  return points.some((point, i) => i > 0 && enters(points[i - 1]!, point, solid, grown));
}
