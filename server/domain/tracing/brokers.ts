/**
 * Brokers: who stands on the shortest links from sponsors to plots, and on how many (betweenness restricted to these ends, exact).
 *
 * A pair of ends is joined by its shortest links; somebody on all of them counts 1 for the pair, somebody on one of three of them a third. The score of an
 * entity is the sum over the pairs. A claim that joins the same two again is no further link. (Brandes 2008, "On variants of shortest-path betweenness
 * centrality", 3.2 and 3.6; here with the hops of a trace, so that a body in common joins nobody.)
 */
import type { InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { PathsOf, type Budget, type Collected } from './collect-paths.ts';
import { WORD, type CompactGraph } from './compact/compact-graph.ts';
import { idAt } from './compact/id-table.ts';
import { hopTest, passingOf, placesIn, type HopTest, type Passing } from './hop-test.ts';
import { linksHolding } from './path-distances.ts';
import { BODY_HERE, BODY_THERE } from './path-network.ts';
import { Sides, type Lookout } from './path-region.ts';

export interface Broker {
  /** The first of the entities of its place. */
  entity: string;
  /** The sum over the pairs of ends of the share of their shortest links that pass it. */
  score: number;
  /** The pairs of ends with a shortest link that passes it. */
  pairs: number;
}
export interface Brokers {
  /** The highest score first, then by id. */
  brokers: Broker[];
  /** Pairs of ends that are linked. */
  linked: number;
  /** All pairs of ends, those of an entity and itself aside. */
  pairs: number;
  /** The time was over: sponsors not looked at are missing. */
  stopped: boolean;
}

const FAR = 255;
const [UNKNOWN, OPEN, CLOSED] = [0, 1, 2];
const SLICE = 4_000;
/** A place is reached in two states: by a hop after which a body hop may follow, and by a body hop, after which none may. */
const STATES = 2;
/** Most steps for the shortest links of one pair that only passing a common body would make shorter. */
const STEPS_A_PAIR = 200_000;

/**
 * @param switches those of a trace; `order`, `slack`, `most`, `mustPass` have no meaning here
 * @param most entries of the list
 */
export function* brokersBetween(
  graph: CompactGraph,
  ends: { from: readonly string[]; to: readonly string[] },
  switches: Required<TraceSwitches>,
  most: number,
): InSlices<Brokers> {
  const sources = placesIn(graph, ends.from);
  const targets = placesIn(graph, ends.to);
  const isHop = hopTest(graph, switches);
  const passing = passingOf(graph, switches);
  const walk = new Walk(yield* hopsOf(graph, isHop), passing, switches.maxHops);
  const scores = new Map<number, { score: number; pairs: number }>();
  const add: Add = (place, share, pairs) => {
    const known = scores.get(place) ?? { score: 0, pairs: 0 };
    scores.set(place, { score: known.score + share, pairs: known.pairs + pairs });
  };
  const both = new Set(sources.filter((place) => targets.includes(place)));
  const found: Brokers = { brokers: [], linked: 0, pairs: 0, stopped: false };
  for (const source of sources) {
    if (yield) {
      found.stopped = true;
      break;
    }
    // A pair of two that are both on either side is looked at from the first of them.
    const goals = targets.filter((target) => target !== source && !(target < source && both.has(target) && both.has(source)));
    found.pairs += goals.length;
    yield* walk.from(source);
    const { reached, missed } = walk.pairsTo(goals);
    found.linked += reached.length;
    yield* walk.share(reached, add);
    walk.end();
    for (const target of missed) {
      const longer = yield* longerLinks({ graph, isHop, passing, from: [source], to: [target] }, switches.maxHops);
      if (longer === 'stopped') found.stopped = true;
      else if (longer.links > 0) {
        found.linked += 1;
        for (const [place, links] of longer.through) add(place, links / longer.links, 1);
      }
    }
  }
  const brokers = [...scores].map(([place, of]): Broker => ({ entity: idAt(graph.entities, place), ...of }));
  found.brokers = brokers.sort((a, b) => b.score - a.score || (a.entity < b.entity ? -1 : 1)).slice(0, most);
  return found;
}

type Add = (place: number, share: number, pairs: number) => void;

/** The hops of a graph, each once from either end, whichever claims tell it. */
interface Hops {
  starts: Uint32Array;
  next: Uint32Array;
  /** `BODY_HERE`, `BODY_THERE`. */
  flags: Uint8Array;
}

function* hopsOf({ starts, neighbours, words, joins }: CompactGraph, isHop: HopTest): InSlices<Hops> {
  const size = starts.length - 1;
  const hops: Hops = { starts: new Uint32Array(size + 1), next: new Uint32Array(neighbours.length), flags: new Uint8Array(neighbours.length) };
  let at = 0;
  for (let place = 0; place < size; place += 1) {
    if (place % SLICE === 0) yield;
    const end = starts[place + 1]!;
    for (let e = starts[place]!; e < end;) {
      const other = neighbours[e]!;
      let bodies = 0;
      let isOne = false;
      for (; e < end && neighbours[e] === other; e += 1) {
        if (!isHop(words[e]!, joins[e]!)) continue;
        bodies = isOne ? bodies & words[e]! : words[e]!;
        isOne = true;
      }
      if (!isOne) continue;
      hops.next[at] = other;
      hops.flags[at] = (bodies & WORD.bodyHere ? BODY_HERE : 0) | (bodies & WORD.bodyThere ? BODY_THERE : 0);
      at += 1;
    }
    hops.starts[place + 1] = at;
  }
  return hops;
}

/** The shortest walks from one place, layer by layer, counted by state. */
class Walk {
  private readonly depth: Uint8Array;
  /** How many shortest walks come to a place in each state. */
  private readonly counts: Float64Array;
  /** Of all walks on to the ends from a place in each state, each by its share of its pair. */
  private readonly shares: Float64Array;
  /** The ends that these walks lead to: bits, by place and state. */
  private readonly ends = new Map<number, Uint32Array>();
  private order: number[] = [];
  /** Whether a place may be passed, once that was asked. */
  private readonly open: Uint8Array;

  constructor(
    private readonly hops: Hops,
    private readonly passing: Passing,
    private readonly maxHops: number,
  ) {
    const size = hops.starts.length - 1;
    this.depth = new Uint8Array(size).fill(FAR);
    this.open = new Uint8Array(size);
    this.counts = new Float64Array(size * STATES);
    this.shares = new Float64Array(size * STATES);
  }

  private leadsOn(place: number): boolean {
    if (this.depth[place]! >= this.maxHops) return false;
    if (place === this.order[0]) return true;
    let open = this.open[place]!;
    if (open === UNKNOWN) this.open[place] = open = this.passing.passes(place) ? OPEN : CLOSED;
    return open === OPEN;
  }

  *from(source: number): InSlices<void> {
    const { depth, counts, order } = this;
    const { starts, next, flags } = this.hops;
    depth[source] = 0;
    counts[source * STATES] = 1;
    order.push(source);
    let looked = 0;
    for (let i = 0; i < order.length; i += 1) {
      const place = order[i]!;
      if (!this.leadsOn(place)) continue;
      const any = counts[place * STATES]!;
      const byBody = counts[place * STATES + 1]!;
      for (let hop = starts[place]!; hop < starts[place + 1]!; hop += 1) {
        looked += 1;
        if (looked % SLICE === 0) yield;
        const other = next[hop]!;
        if (depth[other] === FAR) {
          depth[other] = depth[place]! + 1;
          order.push(other);
        } else if (depth[other] !== depth[place]! + 1) continue;
        counts[other * STATES + (flags[hop]! & BODY_THERE ? 1 : 0)]! += flags[hop]! & BODY_HERE ? any : any + byBody;
      }
    }
  }

  /** The ends that a shortest walk reaches by a link, and those that it reaches only over a body in common. */
  pairsTo(goals: readonly number[]): { reached: number[]; missed: number[] } {
    const near = goals.filter((place) => this.depth[place] !== FAR);
    return { reached: near.filter((place) => this.walksTo(place) > 0), missed: near.filter((place) => this.walksTo(place) === 0) };
  }

  private walksTo(place: number): number {
    return this.counts[place * STATES]! + this.counts[place * STATES + 1]!;
  }

  /** Adds the share that each place between has of the links to the ends reached: looked at from these back, a layer at a time. */
  *share(reached: readonly number[], add: Add): InSlices<void> {
    const { depth, counts, shares, ends } = this;
    const { starts, next, flags } = this.hops;
    const numbers = new Map(reached.map((place, n) => [place, n]));
    const words = Math.ceil(reached.length / 32);
    const layers: Set<number>[] = Array.from({ length: this.maxHops + 1 }, () => new Set());
    for (const place of reached) layers[depth[place]!]!.add(place);
    let looked = 0;
    for (let far = this.maxHops; far > 0; far -= 1) {
      for (const place of layers[far]!) {
        const goal = numbers.get(place);
        const own = goal === undefined ? 0 : 1 / this.walksTo(place);
        for (let hop = starts[place]!; hop < starts[place + 1]!; hop += 1) {
          looked += 1;
          if (looked % SLICE === 0) yield;
          const before = next[hop]!;
          if (depth[before] !== far - 1 || !this.leadsOn(before)) continue;
          // The hop is seen from its far end.
          const to = place * STATES + (flags[hop]! & BODY_HERE ? 1 : 0);
          const rest = shares[to]! + own;
          if (rest === 0) continue;
          for (let state = 0; state < (flags[hop]! & BODY_THERE ? 1 : STATES); state += 1) {
            const here = before * STATES + state;
            if (counts[here] === 0) continue;
            shares[here]! += rest;
            let bits = ends.get(here);
            if (!bits) ends.set(here, (bits = new Uint32Array(words)));
            const beyond = ends.get(to);
            if (beyond) for (let n = 0; n < words; n += 1) bits[n]! |= beyond[n]!;
            if (goal !== undefined) bits[goal >>> 5]! |= 1 << (goal & 31);
            if (far > 1) layers[far - 1]!.add(before);
          }
        }
      }
      for (const place of layers[far]!) {
        const score = shares[place * STATES]! * counts[place * STATES]! + shares[place * STATES + 1]! * counts[place * STATES + 1]!;
        if (score > 0) add(place, score, bitsIn(ends.get(place * STATES), ends.get(place * STATES + 1)));
      }
    }
  }

  end(): void {
    for (const place of this.order) {
      this.depth[place] = FAR;
      this.counts[place * STATES] = 0;
      this.counts[place * STATES + 1] = 0;
    }
    for (const at of this.ends.keys()) this.shares[at] = 0;
    this.ends.clear();
    this.order = [];
  }
}

function bitsIn(a: Uint32Array | undefined, b: Uint32Array | undefined): number {
  let bits = 0;
  for (let n = 0; n < (a ?? b)!.length; n += 1) for (let word = ((a?.[n] ?? 0) | (b?.[n] ?? 0)) >>> 0; word !== 0; word &= word - 1) bits += 1;
  return bits;
}

/** The shortest links of a pair that only a body in common would join in fewer hops: each is looked at. */
function* longerLinks(lookout: Lookout, maxHops: number): InSlices<{ links: number; through: Map<number, number> } | 'stopped'> {
  const sides = new Sides(lookout);
  const budget: Budget = { steps: STEPS_A_PAIR };
  try {
    yield* sides.meet(maxHops);
    for (let hops = sides.fewestHops; hops <= maxHops; hops += 1) {
      yield* sides.cover(hops);
      const net = yield* sides.network(hops);
      const found: Collected = { paths: [], more: false, stopped: false };
      yield* new PathsOf(net, linksHolding(net, []), hops, budget).ofHops(hops, Infinity, found);
      if (found.stopped) return 'stopped';
      if (found.paths.length === 0) continue;
      const through = new Map<number, number>();
      for (const { places } of found.paths) for (const n of places.slice(1, -1)) through.set(net.places[n]!, (through.get(net.places[n]!) ?? 0) + 1);
      return { links: found.paths.length, through };
    }
    return { links: 0, through: new Map() };
  } finally {
    sides.end();
  }
}
