/**
 * Places blocks in lanes from left to right by role, each lane in as many columns as its height needs, and orders each column so that lines are short. Pure, and
 * the same for the same blocks in any order.
 */
import type { Lane, LaneHeading } from '../picture.ts';
import { ROW_GAP, settle } from './settle.ts';
import { sift } from './sift.ts';

export interface Item {
  id: string;
  lane: Lane;
  width: number;
  height: number;
}
export interface Link {
  a: string;
  b: string;
}
export interface Laid {
  /** Left upper corner by id. */
  at: Map<string, { x: number; y: number }>;
  lanes: LaneHeading[];
  width: number;
  height: number;
  /** Pairs of lines that cross, taken as straight between columns. */
  crossings: number;
}

/**
 * `sized`: columns are filled, which tells how large the whole is. `swept`: they are ordered, too. `sifted`: and every block was tried in every place of its lane,
 * which takes longest.
 */
export type Thoroughness = 'sized' | 'swept' | 'sifted';

/** Acts, places and things stand between people and plots: in a band below, their lines would cross all others. */
export const LANE_ORDER: readonly Lane[] = [0, 1, 2, 3, 'below', 4, 5];
const GUTTER = { least: 24, most: 134 };
export const HEADING_HEIGHT = 30;
const SWEEPS = 24;
/** Fewer would say nothing of roles any more, but where there is no room for as many side by side. */
const FEWEST_LANES = 3;

interface Column {
  items: Item[];
  width: number;
}
interface Group {
  lanes: Lane[];
  items: Item[];
}

const heightOf = (items: readonly Item[]): number => items.reduce((sum, { height }) => sum + height + ROW_GAP, -ROW_GAP);
const columnsNeeded = (items: readonly Item[], height: number): number => Math.max(1, Math.ceil(heightOf(items) / height));

/** Fills as many columns as the height needs, about equally high. */
function columnsOf(items: readonly Item[], height: number): Column[] {
  const count = columnsNeeded(items, height);
  const share = Math.max(...items.map((one) => one.height), Math.min(height, (heightOf(items) / count) * 1.04));
  const columns: Item[][] = [[]];
  for (const item of items) {
    const last = columns.at(-1)!;
    if (last.length > 0 && heightOf([...last, item]) > share) columns.push([item]);
    else last.push(item);
  }
  return columns.map((each) => ({ items: each, width: Math.max(...each.map(({ width }) => width)) }));
}

class Sweeper {
  readonly y = new Map<string, number>();
  readonly near = new Map<string, string[]>();
  readonly item = new Map<string, Item>();
  readonly columnOf = new Map<string, number>();
  readonly lines: readonly Link[];
  readonly columns: Column[];
  readonly height: number;

  constructor(columns: Column[], links: readonly Link[], height: number) {
    this.columns = columns;
    this.height = height;
    this.lines = links.filter(({ a, b }) => a !== b);
    for (const [n, { items }] of columns.entries()) {
      let y = 0;
      for (const item of items) {
        this.columnOf.set(item.id, n);
        this.item.set(item.id, item);
        this.y.set(item.id, y);
        this.near.set(item.id, []);
        y += item.height + ROW_GAP;
      }
    }
    for (const { a, b } of links) {
      this.near.get(a)?.push(b);
      this.near.get(b)?.push(a);
    }
  }

  /** Where lines reach an item: near its top, where its body is. */
  reach(id: string): number {
    return this.y.get(id)! + Math.min(14, this.item.get(id)!.height / 2);
  }

  wish(id: string): number {
    const near = this.near.get(id)!;
    if (near.length === 0) return this.y.get(id)!;
    return near.reduce((sum, other) => sum + this.reach(other), 0) / near.length - Math.min(14, this.item.get(id)!.height / 2);
  }

  sweep(column: Column): void {
    const wished = column.items.map((item) => ({ item, height: item.height, wish: this.wish(item.id) }));
    wished.sort((a, b) => a.wish - b.wish || this.y.get(a.item.id)! - this.y.get(b.item.id)! || (a.item.id < b.item.id ? -1 : 1));
    column.items = wished.map(({ item }) => item);
    for (const [i, y] of settle(wished, this.height).entries()) this.y.set(column.items[i]!.id, y);
  }

  /** Length of the lines of an item up and down if it were at `y`. */
  length(id: string, y: number): number {
    const reach = y + Math.min(14, this.item.get(id)!.height / 2);
    return this.near.get(id)!.reduce((sum, other) => sum + Math.abs(this.reach(other) - reach), 0);
  }

  /** Number of lines of two neighbours in a column that cross while the first is above. */
  between(upper: string, lower: string): number {
    const here = this.columnOf.get(upper)!;
    let sum = 0;
    for (const a of this.near.get(upper)!)
      for (const b of this.near.get(lower)!) {
        const [left, right] = [this.columnOf.get(a)!, this.columnOf.get(b)!];
        // Lines to different sides do not meet.
        if (left === here || right === here || left > here !== right > here) continue;
        if (this.reach(a) > this.reach(b)) sum += 1;
      }
    return sum;
  }

  /** Number of pairs of lines that cross, taken as straight between columns of one width. */
  crossings(): number {
    const ends = this.lines.map(({ a, b }) => {
      const [x, u] = [this.columnOf.get(a)!, this.columnOf.get(b)!];
      return x < u ? { x, y: this.reach(a), u, v: this.reach(b) } : { x: u, y: this.reach(b), u: x, v: this.reach(a) };
    });
    const at = ({ x, y, u, v }: (typeof ends)[number], where: number): number => (u === x ? y : y + ((v - y) * (where - x)) / (u - x));
    let sum = 0;
    for (const [n, one] of ends.entries())
      for (let m = n + 1; m < ends.length; m += 1) {
        const other = ends[m]!;
        const [from, to] = [Math.max(one.x, other.x), Math.min(one.u, other.u)];
        if (from < to && (at(one, from) - at(other, from)) * (at(one, to) - at(other, to)) < 0) sum += 1;
      }
    return sum;
  }

  /** Sweeps both ways, and keeps what had the fewest crossings, of which it gives the number. */
  run(): number {
    let best: { crossings: number; y: Map<string, number>; items: Item[][] } | undefined;
    for (let n = 0; n < SWEEPS && best?.crossings !== 0; n += 1) {
      for (const column of n % 2 === 0 ? this.columns : this.columns.toReversed()) this.sweep(column);
      for (const column of this.columns) this.swap(column);
      const crossings = this.crossings();
      if (!best || crossings < best.crossings) best = { crossings, y: new Map(this.y), items: this.columns.map(({ items }) => items.slice()) };
    }
    if (!best) return 0;
    for (const [id, y] of best.y) this.y.set(id, y);
    for (const [n, column] of this.columns.entries()) column.items = best.items[n]!;
    return best.crossings;
  }

  /** Swaps neighbours of a column while that takes crossings away, or shortens their lines. */
  swap(column: Column): void {
    for (let swapped = true, rounds = 0; swapped && rounds < column.items.length; rounds += 1) {
      swapped = false;
      for (let i = 0; i + 1 < column.items.length; i += 1) {
        const [upper, lower] = [column.items[i]!, column.items[i + 1]!];
        const [top, bottom] = [this.y.get(upper.id)!, this.y.get(lower.id)! + lower.height];
        const now = this.length(upper.id, top) + this.length(lower.id, this.y.get(lower.id)!);
        const then = this.length(lower.id, top) + this.length(upper.id, bottom - upper.height);
        const fewer = this.between(upper.id, lower.id) - this.between(lower.id, upper.id);
        if (fewer < 0 || (fewer === 0 && then >= now - 0.5)) continue;
        column.items[i] = lower;
        column.items[i + 1] = upper;
        this.y.set(lower.id, top).set(upper.id, bottom - upper.height);
        swapped = true;
      }
    }
  }
}

/** Merges the neighbouring lanes between which fewest lines run, as long as the whole is too wide and that saves a column. */
function merged(groups: readonly Group[], links: readonly Link[], room: { width: number; height: number }): Group[] {
  const out = [...groups];
  const widest = Math.max(...groups.flatMap(({ items }) => items.map(({ width }) => width)));
  const fewest = Math.min(FEWEST_LANES, Math.max(1, Math.floor((room.width + GUTTER.least) / (widest + GUTTER.least))));
  for (;;) {
    const columns = out.flatMap(({ items }) => columnsOf(items, room.height));
    const width = columns.reduce((sum, column) => sum + column.width + GUTTER.least, -GUTTER.least);
    if (width <= room.width || out.length <= fewest) return out;
    const laneOf = new Map(out.flatMap(({ items }, n) => items.map(({ id }) => [id, n] as const)));
    let best: { n: number; cost: number } | undefined;
    for (let n = 0; n + 1 < out.length; n += 1) {
      const [left, right] = [out[n]!.items, out[n + 1]!.items];
      if (columnsNeeded([...left, ...right], room.height) >= columnsNeeded(left, room.height) + columnsNeeded(right, room.height)) continue;
      const cost = links.filter(({ a, b }) => Math.min(laneOf.get(a)!, laneOf.get(b)!) === n && Math.max(laneOf.get(a)!, laneOf.get(b)!) === n + 1).length;
      if (!best || cost < best.cost) best = { n, cost };
    }
    if (!best) return out;
    const [left, right] = [out[best.n]!, out[best.n + 1]!];
    out.splice(best.n, 2, { lanes: [...left.lanes, ...right.lanes], items: [...left.items, ...right.items] });
  }
}

/**
 * @param order places from a layered layout: only their order is used, x before y
 * @param room size in units to fill; the result is larger where the blocks do not fit
 */
export function placeLanes(
  items: readonly Item[],
  links: readonly Link[],
  order: ReadonlyMap<string, { x: number; y: number }>,
  room: { width: number; height: number },
  how: Thoroughness,
): Laid {
  if (items.length === 0) return { at: new Map(), lanes: [], width: 0, height: 0, crossings: 0 };
  const place = (id: string): { x: number; y: number } => order.get(id) ?? { x: 0, y: 0 };
  const sorted = items.toSorted((a, b) => place(a.id).x - place(b.id).x || place(a.id).y - place(b.id).y || (a.id < b.id ? -1 : 1));
  const free = { width: room.width, height: Math.max(200, room.height - HEADING_HEIGHT) };
  const lanes = LANE_ORDER.map((lane): Group => ({ lanes: [lane], items: sorted.filter((item) => item.lane === lane) })).filter(
    (group) => group.items.length > 0,
  );
  const groups = merged(lanes, links, free).map((group) => ({ ...group, columns: columnsOf(group.items, free.height) }));
  const columns = groups.flatMap((group) => group.columns);
  const height = Math.max(free.height, ...columns.map((column) => heightOf(column.items)));
  const sweeper = new Sweeper(columns, links, height);
  let crossings = how === 'sized' ? 0 : sweeper.run();
  if (how === 'sifted') {
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const taken = columns.reduce((sum, { width }) => sum + width, 0);
    const sifted = sift(
      {
        columns: columns.map((column) => column.items),
        lanes: groups.flatMap((group, n) => group.columns.map(() => n)),
        height,
        width: Math.max(taken, free.width - GUTTER.least * (columns.length - 1)),
      },
      links,
      sweeper.y,
    );
    crossings = sifted.crossings;
    for (const [id, y] of sifted.y) sweeper.y.set(id, y);
    for (const [n, ids] of sifted.columns.entries()) {
      columns[n]!.items = ids.map((id) => itemOf.get(id)!);
      columns[n]!.width = Math.max(...columns[n]!.items.map((item) => item.width));
    }
  }
  const bodies = columns.reduce((sum, { width }) => sum + width, 0);
  const gutter = Math.floor(Math.min(GUTTER.most, Math.max(GUTTER.least, (free.width - bodies) / Math.max(1, columns.length - 1))));
  const top = Math.min(...sweeper.y.values());
  const at: Laid['at'] = new Map();
  const headings: LaneHeading[] = [];
  let x = 0;
  for (const group of groups) {
    const left = x;
    for (const column of group.columns) {
      for (const { id } of column.items) at.set(id, { x, y: sweeper.y.get(id)! - top + HEADING_HEIGHT });
      x += column.width + gutter;
    }
    headings.push({ lanes: group.lanes, text: '', x: left, y: 0, width: x - gutter - left, height: HEADING_HEIGHT - 12 });
  }
  return { at, lanes: headings, width: x - gutter, height: Math.max(...items.map((item) => at.get(item.id)!.y + item.height)), crossings };
}
