/** Finds one link between two sets of entities, for questions that only ask whether there is one left. */
import type { InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { PathsOf, type Budget, type Collected } from './collect-paths.ts';
import { idAt } from './compact/id-table.ts';
import { WORD, type CompactGraph } from './compact/compact-graph.ts';
import { passingOf, placesIn, type HopTest } from './hop-test.ts';
import { linksHolding } from './path-distances.ts';
import { Sides, type Lookout } from './path-region.ts';

/** One link: its hops, each by the best of the claims that are hops there. */
export interface FirstLink {
  /** A claim a hop, in the order of the path. */
  claims: string[];
}

/**
 * A link of the fewest hops, up to `maxHops`. Which one of several is the same each time.
 * @param isHop which segments may be hops
 * @param budget hops that may still be tried; `stopped` where they were used up
 * @returns undefined where no link is left
 */
export function* firstLink(
  graph: CompactGraph,
  ends: { from: readonly string[]; to: readonly string[] },
  switches: Required<TraceSwitches>,
  isHop: HopTest,
  budget: Budget,
): InSlices<FirstLink | undefined | 'stopped'> {
  const lookout: Lookout = { graph, isHop, passing: passingOf(graph, switches), from: placesIn(graph, ends.from), to: placesIn(graph, ends.to) };
  const places = yield* shortestIn(lookout, placesIn(graph, switches.mustPass), switches.maxHops, budget);
  if (places === undefined || places === 'stopped') return places;
  return { claims: places.slice(1).map((place, i) => claimBetween(lookout, places[i]!, place)) };
}

/** The places of a shortest link that holds some places. */
export function* shortestIn(lookout: Lookout, held: readonly number[], maxHops: number, budget: Budget): InSlices<readonly number[] | undefined | 'stopped'> {
  const near = held.length === 0 ? yield* shortestWalk(lookout, maxHops) : 'unclear';
  return near === 'unclear' ? yield* shortestLink(lookout, held, maxHops, budget) : near;
}

/** The places of a shortest link, whatever it must hold and pass: slower than a walk. */
function* shortestLink(lookout: Lookout, held: readonly number[], maxHops: number, budget: Budget): InSlices<number[] | undefined | 'stopped'> {
  const sides = new Sides(lookout);
  try {
    yield* sides.meet(maxHops);
    for (let hops = sides.fewestHops; hops <= maxHops; hops += 1) {
      yield* sides.cover(hops);
      const net = yield* sides.network(hops);
      const found: Collected = { paths: [], more: false, stopped: false };
      yield* new PathsOf(net, linksHolding(net, held), hops, budget).ofHops(hops, 1, found);
      const [path] = found.paths;
      if (path) return path.places.map((place) => net.places[place]!);
      if (found.stopped) return 'stopped';
    }
    return undefined;
  } finally {
    sides.end();
  }
}

/** Entries looked at from one `yield` to the next. */
const SLICE = 4_000;
/** What a walk borrows: by side the run in which a place was met, and the place it was met from, an end from itself. */
interface Marks {
  run: number;
  met: readonly [Uint32Array, Uint32Array];
  before: readonly [Uint32Array, Uint32Array];
}
/** Arrays as long as the graph has entities: to make them costs more than a walk. One that is being used is not here. */
const spare = new WeakMap<CompactGraph, Marks[]>();

/**
 * The places of a shortest walk, looked for from both sides in turn. A walk of the fewest hops passes no place twice; where it passes a common body, or an end
 * is on both sides, what the shortest link is stays unclear.
 */
function* shortestWalk(of: Lookout, maxHops: number): InSlices<number[] | undefined | 'unclear'> {
  const { graph } = of;
  const known = spare.get(graph) ?? [];
  spare.set(graph, known);
  const size = graph.types.length;
  const pair = () => [new Uint32Array(size), new Uint32Array(size)] as const;
  const marks = known.pop() ?? { run: 0, met: pair(), before: pair() };
  try {
    marks.run += 1;
    return yield* walkBetween(of, maxHops, marks);
  } finally {
    known.push(marks);
  }
}

function* walkBetween(of: Lookout, maxHops: number, { run, met, before }: Marks): InSlices<number[] | undefined | 'unclear'> {
  const { graph, isHop, passing } = of;
  const { starts, neighbours, words, joins } = graph;
  const edges: [readonly number[], readonly number[]] = [of.from, of.to];
  // An end was met from itself.
  for (const place of of.from) met[0][place] = run;
  for (const place of of.from) before[0][place] = place;
  for (const place of of.to) {
    if (met[0][place] === run) return 'unclear';
    met[1][place] = run;
    before[1][place] = place;
  }
  const cost = (edge: readonly number[]) => edge.reduce((sum, place) => sum + starts[place + 1]! - starts[place]!, 0);
  const costs = [cost(edges[0]), cost(edges[1])];
  let looked = 0;
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const side = costs[0]! <= costs[1]! ? 0 : 1;
    const other = side === 0 ? 1 : 0;
    const [own, others, from, back] = [met[side], met[other], before[side], before[other]];
    const next: number[] = [];
    for (const place of edges[side]) {
      const end = starts[place + 1]!;
      for (let e = starts[place]!; e < end; e += 1) {
        looked += 1;
        if (looked % SLICE === 0) yield;
        const neighbour = neighbours[e]!;
        if (own[neighbour] === run || !isHop(words[e]!, joins[e]!)) continue;
        const isMet = others[neighbour] === run;
        const isOpen = (isMet && back[neighbour] === neighbour) || passing.passes(neighbour);
        if (isOpen && isMet) {
          const [first, last] = side === 0 ? [place, neighbour] : [neighbour, place];
          const places = [...trail(first, before[0]).reverse(), ...trail(last, before[1])];
          return passesBody(of, places) ? 'unclear' : places;
        }
        own[neighbour] = run;
        from[neighbour] = place;
        if (isOpen) next.push(neighbour);
      }
    }
    edges[side] = next;
    costs[side] = cost(next);
    if (next.length === 0) return undefined;
  }
  return undefined;
}

/** From a place back to its end. */
function trail(place: number, before: Uint32Array): number[] {
  const places = [place];
  for (let at = place; before[at] !== at;) places.push((at = before[at]!));
  return places;
}

/** Whether a place between joins two others only as a body that they have in common. */
function passesBody(of: Lookout, places: readonly number[]): boolean {
  for (let i = 1; i + 1 < places.length; i += 1) if (isBodyHop(of, places[i]!, places[i - 1]!) && isBodyHop(of, places[i]!, places[i + 1]!)) return true;
  return false;
}

/** Whether every claim that is a hop from a place to a neighbour says only that this one is associated with a body here, or stands within it. */
function isBodyHop({ graph, isHop }: Lookout, here: number, there: number): boolean {
  const { starts, neighbours, words, joins } = graph;
  for (let e = starts[here]!; e < starts[here + 1]!; e += 1) {
    if (neighbours[e] === there && isHop(words[e]!, joins[e]!) && (words[e]! & WORD.bodyHere) === 0) return false;
  }
  return true;
}

/** The best claim that is a hop between two places. */
function claimBetween({ graph, isHop }: Lookout, from: number, to: number): string {
  for (let e = graph.starts[from]!; e < graph.starts[from + 1]!; e += 1) {
    if (graph.neighbours[e] === to && isHop(graph.words[e]!, graph.joins[e]!)) return idAt(graph.claims, graph.segments.claim[graph.joins[e]!]!);
  }
  throw new RangeError('No hop joins two neighbours of a path.');
}
