/**
 * Takes crossings away from blocks that stand in columns: each block is tried in every place of its lane, also in another of its columns, and goes to the best;
 * then some are exchanged by chance and all are tried again, as long as that leaves fewer crossings. The same blocks give the same places.
 */
import { seededRandom } from './seeded-random.ts';
import { ROW_GAP, settle } from './settle.ts';

export interface Stood {
  id: string;
  width: number;
  height: number;
}
export interface Columns {
  /** From left to right, each with its blocks from top to bottom. */
  columns: Stood[][];
  /** Number of the lane of each column. Blocks stay in their lane. */
  lanes: readonly number[];
  /** Most height of a column, and most width of all columns together. */
  height: number;
  width: number;
}

/** What a crossing is worth in units of length of lines up and down; and a line within a column, for each end of a line that it goes round. */
const CROSSING = 240;
const AROUND = 120;
/** Pairs of lines that are compared at most in all, which takes some tenths of a second. */
const MOST_COMPARED = 24_000_000;
const MOST_CHANCES = 60;
/** Blocks exchanged by chance at a time. */
const EXCHANGED = 4;
const ROUNDS = 8;
/** A gain of less is none. */
const LEAST_GAIN = 1;

/** Where lines reach a block: near its top, where its body is. */
export const reachOf = (height: number): number => Math.min(14, height / 2);

class Sifter {
  private readonly ids: string[];
  private readonly height: Float64Array;
  private readonly widthOf: Float64Array;
  private readonly y: Float64Array;
  private readonly column: Int32Array;
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  /** Of each line: the columns and heights of its left and its right end, and how steeply it leads from one to the other. */
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  private readonly slope: Float64Array;
  /** Lines of each block. */
  private readonly lines: number[][];
  private order: number[][];
  private compared = 0;
  private readonly lanes: readonly number[];
  private readonly most: { height: number; width: number };

  constructor({ columns, lanes, height, width }: Columns, links: readonly { a: string; b: string }[], places: ReadonlyMap<string, number>) {
    const all = columns.flat();
    const number = new Map(all.map(({ id }, n) => [id, n]));
    this.ids = all.map(({ id }) => id);
    this.height = Float64Array.from(all, (one) => one.height);
    this.widthOf = Float64Array.from(all, (one) => one.width);
    this.y = Float64Array.from(all, ({ id }) => places.get(id)!);
    this.column = new Int32Array(all.length);
    this.order = columns.map((items, n) =>
      items.map(({ id }) => {
        const i = number.get(id)!;
        this.column[i] = n;
        return i;
      }),
    );
    const joined = links.filter(({ a, b }) => a !== b && number.has(a) && number.has(b));
    this.a = Int32Array.from(joined, ({ a }) => number.get(a)!);
    this.b = Int32Array.from(joined, ({ b }) => number.get(b)!);
    this.lines = all.map(() => []);
    for (const [n] of joined.entries()) {
      this.lines[this.a[n]!]!.push(n);
      this.lines[this.b[n]!]!.push(n);
    }
    this.left = new Int32Array(joined.length);
    this.right = new Int32Array(joined.length);
    this.from = new Float64Array(joined.length);
    this.to = new Float64Array(joined.length);
    this.slope = new Float64Array(joined.length);
    for (const i of all.keys()) this.put(i, this.column[i]!, this.y[i]!);
    this.lanes = lanes;
    this.most = { height, width };
  }

  private reach(i: number): number {
    return this.y[i]! + reachOf(this.height[i]!);
  }

  /** Puts a block somewhere: its lines are known by both of their ends, the left one first. */
  private put(i: number, column: number, y: number): void {
    this.column[i] = column;
    this.y[i] = y;
    for (const line of this.lines[i]!) {
      let [p, q] = [this.a[line]!, this.b[line]!];
      if (this.column[p]! > this.column[q]!) [p, q] = [q, p];
      const [x, u, y1, y2] = [this.column[p]!, this.column[q]!, this.reach(p), this.reach(q)];
      this.left[line] = x;
      this.right[line] = u;
      this.from[line] = y1;
      this.to[line] = y2;
      this.slope[line] = x === u ? 0 : (y2 - y1) / (u - x);
    }
  }

  /** What one line costs: its crossings with others, its length up and down, and what it goes round within its column. */
  private cost(line: number): number {
    const { left, right, from, to, slope } = this;
    const [x, u, y, v, lean] = [left[line]!, right[line]!, from[line]!, to[line]!, slope[line]!];
    if (x === u) return Math.abs(y - v) / 2 + this.aroundIn(x, Math.min(y, v), Math.max(y, v));
    this.compared += left.length;
    let crossings = 0;
    for (let m = 0; m < left.length; m += 1) {
      const c = left[m]!;
      const d = right[m]!;
      const start = x > c ? x : c;
      const end = u < d ? u : d;
      if (start >= end) continue;
      // At its own end a line is just where its block is, so that two that meet there do not cross.
      const before = (start === x ? y : y + lean * (start - x)) - (start === c ? from[m]! : from[m]! + slope[m]! * (start - c));
      const after = (end === u ? v : y + lean * (end - x)) - (end === d ? to[m]! : from[m]! + slope[m]! * (end - c));
      if (before * after < 0) crossings += 1;
    }
    return Math.abs(y - v) + CROSSING * crossings;
  }
  private aroundIn(column: number, top: number, bottom: number): number {
    let sum = 0;
    for (const other of this.order[column]!) {
      const at = this.reach(other);
      if (at > top && at < bottom) sum += AROUND * Math.min(2, this.lines[other]!.length);
    }
    return sum;
  }

  private costOf(i: number): number {
    let sum = 0;
    for (const line of this.lines[i]!) sum += this.cost(line);
    return sum;
  }

  /** Pairs that cross are counted once. */
  total(): { crossings: number; cost: number } {
    let [length, twice] = [0, 0];
    for (let n = 0; n < this.a.length; n += 1) {
      const own = Math.abs(this.from[n]! - this.to[n]!);
      const inColumn = this.left[n] === this.right[n];
      const cost = this.cost(n);
      length += inColumn ? cost : own;
      twice += inColumn ? 0 : cost - own;
    }
    return { crossings: Math.round(twice / CROSSING / 2), cost: length + twice / 2 };
  }

  private heightIn(column: number): number {
    return this.order[column]!.reduce((sum, i) => sum + this.height[i]! + ROW_GAP, -ROW_GAP);
  }
  private width(column: number, without = -1, also = -1): number {
    let most = also < 0 ? 0 : this.widthOf[also]!;
    for (const i of this.order[column]!) if (i !== without) most = Math.max(most, this.widthOf[i]!);
    return most;
  }

  /** Blocks of a column in their order, each as near to what it is joined with as the others let it. */
  private settleColumn(column: number): void {
    const items = this.order[column]!.map((i) => {
      const near = this.lines[i]!;
      const wish =
        near.length === 0
          ? this.y[i]!
          : near.reduce((sum, line) => sum + this.reach(this.a[line] === i ? this.b[line]! : this.a[line]!), 0) / near.length - reachOf(this.height[i]!);
      return { height: this.height[i]!, wish };
    });
    for (const [n, y] of settle(items, this.most.height).entries()) this.put(this.order[column]![n]!, column, y);
  }

  private widthFits(changes: readonly [column: number, without: number, also: number][]): boolean {
    let sum = 0;
    for (let n = 0; n < this.order.length; n += 1) {
      const change = changes.find(([column]) => column === n);
      sum += change ? this.width(n, change[1], change[2]) : this.width(n);
    }
    return sum <= this.most.width;
  }

  /** Puts a block where it costs least. Whether it moved. */
  private siftOne(i: number): boolean {
    const home = this.column[i]!;
    const was = this.y[i]!;
    const now = this.costOf(i);
    let best: { gain: number; column: number; at: number; instead?: number } | undefined;
    for (const [column, items] of this.order.entries()) {
      if (this.lanes[column] !== this.lanes[home]) continue;
      const fits =
        column === home ||
        (this.order[home]!.length > 1 &&
          this.heightIn(column) + ROW_GAP + this.height[i]! <= this.most.height &&
          this.widthFits([
            [home, i, -1],
            [column, -1, i],
          ]));
      const others = items.filter((other) => other !== i);
      if (fits)
        for (let at = 0; at <= others.length; at += 1) {
          const [above, below] = [others[at - 1], others[at]];
          if (column === home && items[at] === i) continue;
          const [top, bottom] = [
            above === undefined ? (below === undefined ? 0 : this.y[below]! - 40) : this.y[above]! + this.height[above]!,
            below === undefined ? (above === undefined ? 0 : this.y[above]! + this.height[above]! + 40) : this.y[below]!,
          ];
          this.put(i, column, (top + bottom) / 2 - reachOf(this.height[i]!));
          const gain = now - this.costOf(i);
          if (gain > (best?.gain ?? LEAST_GAIN)) best = { gain, column, at };
        }
      if (column !== home)
        for (const other of items) {
          if (other < i) continue;
          this.put(i, home, was);
          const gain = this.gainOfExchange(i, other, home, column, was, now);
          if (gain > (best?.gain ?? LEAST_GAIN)) best = { gain, column, at: -1, instead: other };
        }
      this.put(i, home, was);
    }
    if (!best) return false;
    if (best.instead === undefined) this.move(i, best.column, best.at);
    else this.exchange(i, best.instead);
    return true;
  }

  private gainOfExchange(i: number, other: number, home: number, column: number, was: number, now: number): number {
    const [first, second] = [this.height[i]!, this.height[other]!];
    if (this.heightIn(home) - first + second > this.most.height || this.heightIn(column) - second + first > this.most.height) return -1;
    if (
      !this.widthFits([
        [home, i, other],
        [column, other, i],
      ])
    )
      return -1;
    const there = this.y[other]!;
    const before = now + this.costOf(other);
    this.put(i, column, there);
    this.put(other, home, was);
    const after = this.costOf(i) + this.costOf(other);
    this.put(other, column, there);
    this.put(i, home, was);
    return before - after;
  }

  private move(i: number, column: number, at: number): void {
    const home = this.column[i]!;
    this.order[home] = this.order[home]!.filter((other) => other !== i);
    this.order[column]!.splice(at, 0, i);
    this.column[i] = column;
    this.settleColumn(column);
    if (home !== column) this.settleColumn(home);
  }

  private exchange(i: number, other: number): void {
    const [x, u] = [this.column[i]!, this.column[other]!];
    const [n, m] = [this.order[x]!.indexOf(i), this.order[u]!.indexOf(other)];
    this.order[x]![n] = other;
    this.order[u]![m] = i;
    this.column[i] = u;
    this.column[other] = x;
    this.settleColumn(x);
    if (u !== x) this.settleColumn(u);
  }

  private kept(): { y: Float64Array; column: Int32Array; order: number[][] } {
    return { y: this.y.slice(), column: this.column.slice(), order: this.order.map((items) => items.slice()) };
  }
  private bringBack({ y, column, order }: ReturnType<Sifter['kept']>): void {
    this.y.set(y);
    this.column.set(column);
    this.order = order.map((items) => items.slice());
    for (const i of this.ids.keys()) this.put(i, column[i]!, y[i]!);
  }

  /** Tries every block until none moves, and keeps the best of what came. */
  private siftAll(): { cost: number; crossings: number } {
    let best = { ...this.total(), state: this.kept() };
    for (let round = 0; round < ROUNDS && this.compared < MOST_COMPARED; round += 1) {
      let moved = false;
      for (let i = 0; i < this.ids.length; i += 1) if (this.lines[i]!.length > 0) moved = this.siftOne(i) || moved;
      for (let n = 0; n < this.order.length; n += 1) this.settleColumn(n);
      const now = this.total();
      if (now.cost < best.cost) best = { ...now, state: this.kept() };
      else if (round > 2) break;
      if (!moved) break;
    }
    this.bringBack(best.state);
    return best;
  }

  run(): number {
    const random = seededRandom(1);
    let best = this.siftAll();
    let state = this.kept();
    const pick = (most: number): number => Math.floor(random() * most);
    for (let n = 0; n < MOST_CHANCES && this.compared < MOST_COMPARED && best.crossings > 0; n += 1) {
      for (let k = 0; k < EXCHANGED; k += 1) {
        const column = pick(this.order.length);
        const items = this.order[column]!;
        if (items.length > 1) this.move(items[pick(items.length)]!, column, pick(items.length));
      }
      const now = this.siftAll();
      if (now.cost < best.cost) {
        best = now;
        state = this.kept();
      } else this.bringBack(state);
    }
    return best.crossings;
  }

  result(): { y: Map<string, number>; columns: string[][] } {
    return { y: new Map(this.ids.map((id, n) => [id, this.y[n]!])), columns: this.order.map((items) => items.map((i) => this.ids[i]!)) };
  }
}

/** @param y where each block stands, by id */
export function sift(
  columns: Columns,
  links: readonly { a: string; b: string }[],
  y: ReadonlyMap<string, number>,
): { y: Map<string, number>; columns: string[][]; crossings: number } {
  const sifter = new Sifter(columns, links, y);
  const crossings = sifter.run();
  return { ...sifter.result(), crossings };
}
