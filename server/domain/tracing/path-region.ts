/** Looks out from both sides of a trace, and cuts out the part of the graph in which paths of so many hops lie. The cost follows what is looked at, not the size of the graph. */
import { WORD, type CompactGraph } from './compact/compact-graph.ts';
import { firstAtLeast } from './compact/shared-arrays.ts';
import type { InSlices } from '../figures/in-slices.ts';
import type { HopTest, Passing } from './hop-test.ts';
import { ACCUSES, BODY_HERE, BODY_THERE, type PathNetwork } from './path-network.ts';

/** What one trace looks at. */
export interface Lookout {
  graph: CompactGraph;
  isHop: HopTest;
  passing: Passing;
  /** Places the paths begin and end at, ascending. */
  from: readonly number[];
  to: readonly number[];
}

const FAR = 255;
/** Entries looked at from one `yield` to the next. */
const SLICE = 4_000;

/** Arrays as long as the graph has entities, all `FAR`, which a trace borrows: to make them costs more than a trace. */
const spare = new WeakMap<CompactGraph, Uint8Array[]>();

function borrow(graph: CompactGraph): Uint8Array {
  return spare.get(graph)?.pop() ?? new Uint8Array(graph.types.length).fill(FAR);
}

function giveBack(graph: CompactGraph, hops: Uint8Array): void {
  const known = spare.get(graph);
  if (known) known.push(hops);
  else spare.set(graph, [hops]);
}

/** The places within so many hops of one side. */
class Ball {
  /** Hops to each place from this side, `FAR` where it was not met. */
  readonly hops: Uint8Array;
  readonly touched: number[] = [];
  depth = 0;
  /** What was met last and leads further. */
  frontier: number[];

  constructor(
    private readonly of: Lookout,
    ends: readonly number[],
    private readonly mayPass: (place: number) => boolean,
  ) {
    this.hops = borrow(of.graph);
    this.frontier = [...ends];
    for (const place of ends) this.meet(place, 0);
  }

  meet(place: number, hops: number): void {
    this.hops[place] = hops;
    this.touched.push(place);
  }

  /** Entries that the next layer costs. */
  cost(): number {
    const { starts } = this.of.graph;
    return this.frontier.reduce((sum, place) => sum + starts[place + 1]! - starts[place]!, 0);
  }

  /**
   * One layer more.
   * @param met told of each hop with the hops to its far end
   */
  *grow(met: (place: number, hops: number) => void): InSlices<void> {
    const { graph, isHop } = this.of;
    const { starts, neighbours, words, joins } = graph;
    const { hops } = this;
    this.depth += 1;
    const next: number[] = [];
    let looked = 0;
    for (const place of this.frontier) {
      for (let e = starts[place]!; e < starts[place + 1]!; e += 1) {
        looked += 1;
        if (looked % SLICE === 0) yield;
        if (!isHop(words[e]!, joins[e]!)) continue;
        const other = neighbours[e]!;
        met(other, this.depth);
        if (hops[other] !== FAR) continue;
        this.meet(other, this.depth);
        if (this.mayPass(other)) next.push(other);
      }
    }
    this.frontier = next;
  }

  /**
   * Looks on from the last layer, only into places that `isWanted` for so many hops; forgotten again by `forget`.
   * @returns how many places had been met before
   */
  *lookOn(mostHops: number, isWanted: (place: number, hops: number) => boolean): InSlices<number> {
    const { graph, isHop } = this.of;
    const { starts, neighbours, words, joins } = graph;
    const { hops } = this;
    const before = this.touched.length;
    let edge = this.frontier.filter((place) => isWanted(place, this.depth));
    let looked = 0;
    for (let depth = this.depth + 1; depth <= mostHops && edge.length > 0; depth += 1) {
      const next: number[] = [];
      for (const place of edge) {
        for (let e = starts[place]!; e < starts[place + 1]!; e += 1) {
          looked += 1;
          if (looked % SLICE === 0) yield;
          const other = neighbours[e]!;
          if (hops[other] !== FAR || !isWanted(other, depth) || !isHop(words[e]!, joins[e]!)) continue;
          this.meet(other, depth);
          if (this.mayPass(other)) next.push(other);
        }
      }
      edge = next;
    }
    return before;
  }

  forget(before: number): void {
    for (let i = before; i < this.touched.length; i += 1) this.hops[this.touched[i]!] = FAR;
    this.touched.length = before;
  }

  end(): void {
    this.forget(0);
    giveBack(this.of.graph, this.hops);
  }
}

/** The two sides of a trace, looked at as far as was needed. End it: it has borrowed. */
export class Sides {
  /** No path has fewer hops; Infinity as long as the sides have not met. */
  fewestHops = Infinity;
  private readonly ends: ReadonlySet<number>;
  private readonly targets: ReadonlySet<number>;
  private readonly sources: ReadonlySet<number>;
  private readonly ahead: Ball;
  private readonly back: Ball;

  constructor(private readonly of: Lookout) {
    this.targets = new Set(of.to);
    this.sources = new Set(of.from);
    this.ends = new Set([...of.from, ...of.to]);
    this.ahead = new Ball(of, of.from, this.mayPass);
    this.back = new Ball(of, of.to, this.mayPass);
  }

  private readonly mayPass = (place: number): boolean => !this.ends.has(place) && this.of.passing.passes(place);

  /** Looks out until the layers of both sides make so many hops together, or the sides have met. */
  *meet(mostHops: number): InSlices<void> {
    while (this.fewestHops === Infinity && this.ahead.depth + this.back.depth < mostHops) yield* this.growOne();
  }

  /** Looks out until the layers of both sides make so many hops together. */
  *cover(hops: number): InSlices<void> {
    while (this.ahead.depth + this.back.depth < hops) yield* this.growOne();
  }

  private *growOne(): InSlices<void> {
    const [ahead, back] = [this.ahead, this.back];
    const meets = (far: Ball, ends: ReadonlySet<number>) => (place: number, hops: number) => {
      const rest = ends.has(place) ? 0 : far.hops[place]!;
      if (rest !== FAR && hops + rest < this.fewestHops && (rest === 0 || this.mayPass(place))) this.fewestHops = hops + rest;
    };
    if (ahead.cost() <= back.cost()) yield* ahead.grow(meets(back, this.targets));
    else yield* back.grow(meets(ahead, this.sources));
  }

  /** How many entities lie within so many hops of either side, and which of them only their degree closes. */
  *seenWithin(hops: number): InSlices<{ seen: number; hubs: number[] }> {
    const ignore = () => {};
    while (this.ahead.depth < hops) yield* this.ahead.grow(ignore);
    while (this.back.depth < hops) yield* this.back.grow(ignore);
    const { passing } = this.of;
    let seen = 0;
    const hubs: number[] = [];
    const see = (place: number) => {
      seen += passing.members(place).length;
      if (!this.ends.has(place)) hubs.push(...passing.hubs(place));
    };
    for (const place of this.ahead.touched) if (this.ahead.hops[place]! <= hops) see(place);
    for (const place of this.back.touched) if (this.back.hops[place]! <= hops && this.ahead.hops[place]! > hops) see(place);
    return { seen, hubs };
  }

  /** The network of all paths of up to so many hops, which both sides were looked at for. */
  *network(hops: number): InSlices<PathNetwork> {
    const { ahead, back } = this;
    const [aheadDepth, backDepth] = [ahead.depth, back.depth];
    const aheadBefore = yield* ahead.lookOn(hops, (place, n) => back.hops[place]! <= backDepth && back.hops[place]! + n <= hops);
    const backBefore = yield* back.lookOn(hops, (place, n) => ahead.hops[place]! <= aheadDepth && ahead.hops[place]! + n <= hops);
    const isOnPath = (place: number) => ahead.hops[place]! + back.hops[place]! <= hops && (this.ends.has(place) || this.of.passing.passes(place));
    // An end is there also where nothing leads to it.
    const places = [...this.ends];
    for (const place of ahead.touched) if (isOnPath(place) && !this.ends.has(place)) places.push(place);
    const network = yield* this.cut(Uint32Array.from(places).sort(), hops);
    ahead.forget(aheadBefore);
    back.forget(backBefore);
    return network;
  }

  private *cut(places: Uint32Array, hops: number): InSlices<PathNetwork> {
    const { graph, isHop } = this.of;
    const starts = new Uint32Array(places.length + 1);
    const next: number[] = [];
    const rank: number[] = [];
    const uninvolved: number[] = [];
    const flags: number[] = [];
    const [ahead, back] = [this.ahead.hops, this.back.hops];
    let looked = 0;
    for (const [n, place] of places.entries()) {
      const end = graph.starts[place + 1]!;
      for (let e = graph.starts[place]!; e < end;) {
        const other = graph.neighbours[e]!;
        // Most neighbours were met from one side alone, if at all: that is looked at before they are sought among the places.
        const isNear = ahead[place]! + back[other]! < hops || ahead[other]! + back[place]! < hops;
        if (!isNear) {
          e += 1;
          continue;
        }
        const to = indexOf(places, other);
        let best = -1;
        let bodies: number = WORD.bodyHere | WORD.bodyThere;
        for (; e < end && graph.neighbours[e] === other; e += 1) {
          looked += 1;
          if (looked % SLICE === 0) yield;
          if (to < 0 || !isHop(graph.words[e]!, graph.joins[e]!)) continue;
          if (best < 0) best = graph.words[e]!;
          bodies &= graph.words[e]!;
        }
        if (best < 0) continue;
        next.push(to);
        rank.push(WORD.rank(best));
        uninvolved.push(WORD.uninvolved(best));
        flags.push((best & WORD.accusatory ? ACCUSES : 0) | (bodies & WORD.bodyHere ? BODY_HERE : 0) | (bodies & WORD.bodyThere ? BODY_THERE : 0));
      }
      starts[n + 1] = next.length;
    }
    const marked = (...of: readonly (readonly number[])[]) => {
      const flagged = new Uint8Array(places.length);
      for (const list of of) for (const n of list) flagged[n] = 1;
      return flagged;
    };
    const numbers = (of: readonly number[]) => of.map((place) => indexOf(places, place));
    const [from, to] = [numbers(this.of.from), numbers(this.of.to)];
    return {
      places,
      starts,
      next: Uint32Array.from(next),
      rank: Int8Array.from(rank),
      uninvolved: Uint16Array.from(uninvolved),
      flags: Uint8Array.from(flags),
      from,
      to,
      isFrom: marked(from),
      isTo: marked(to),
      closed: marked(from, to),
    };
  }

  end(): void {
    this.ahead.end();
    this.back.end();
  }
}

/** The index of a number in an ascending list; -1 where it is not there. */
function indexOf(ascending: Uint32Array, wanted: number): number {
  const at = firstAtLeast(ascending, wanted);
  return ascending[at] === wanted ? at : -1;
}
