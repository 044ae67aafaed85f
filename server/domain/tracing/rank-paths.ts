/** Ranks paths: the best claim of each hop, the weakest hop, and the order of paths (model.md, "Trace"). */
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import { commonBodies, isBodyHop } from './common-body.ts';
import { AppError } from '../model/errors.ts';
import { hopsOfGraph, type HopIndex } from './hop-index.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { samePlaces, type SameDecision, type SamePlaces } from './same-places.ts';
import type { TraceEntity, TraceGraph, TraceSegment } from './trace-graph.ts';

export interface TraceHop {
  /** The two entities that the best claim joins. */
  from: string;
  to: string;
  /** Whether the segment of the best claim points from `from` to `to`. */
  forward: boolean;
  /** The claim with the best figures; see `compareClaims`. */
  best: string;
  /** All claims of the hop, the best first. */
  claims: string[];
  rank: number;
  uninvolvedOrigins: number;
  origins: number;
  accusatory: boolean;
  /** Number of the segment of the best claim. */
  n: number;
}
/** A step between two entities that the curator decided to be the same; it is no hop. */
export interface SameStep {
  /** Index of the hop that follows it; the number of hops where it follows the last one. */
  before: number;
  from: string;
  to: string;
  /** The decisions that join the two, in order from `from` to `to`. */
  decisions: SameDecision[];
}
export interface TracePath {
  /** Every entity of the path, in order. Two that are the same follow each other without a hop between them. */
  entities: string[];
  hops: TraceHop[];
  same: SameStep[];
  /** Index of the hop with the lowest rank: among the accusatory hops, or among all where none accuses. */
  weakest: { hop: number; rank: number };
  /** The fewest uninvolved origins that any hop has. */
  fewestUninvolved: number;
  /** The common bodies on the path, which make it no link; empty for a link. */
  bodies: string[];
}

type Ranked = Pick<TraceGraph, 'segments' | 'same'> & { entities: ReadonlyMap<string, Pick<TraceEntity, 'type'>> };

export interface RankedPaths {
  paths: TracePath[];
  commonBody: TracePath[];
}

/**
 * Turns sequences of entities or places into paths, ordered by weakest standing, fewest uninvolved origins on a hop, hops, ids (or hops first). Paths through a
 * common body are returned apart. Links longer than the shortest link plus the slack are left out; so are common-body paths longer than the shortest of them
 * plus the slack, or than the longest link allowed.
 * @param ends the entities asked for: a path begins and ends at one of them. Without them, it begins and ends at the entities that its first and last hop
 * touch.
 * @throws AppError `invalid` where a sequence holds two neighbours that no hop joins
 */
export function rankPaths(
  sequences: Iterable<readonly string[]>,
  graph: Ranked,
  switches: Required<TraceSwitches>,
  ends: { from: readonly string[]; to: readonly string[] } = { from: [], to: [] },
): RankedPaths {
  return inOneGo(rankPathsInSlices(sequences, graph, switches, ends));
}

/** The same in slices. */
export function* rankPathsInSlices(
  sequences: Iterable<readonly string[]>,
  graph: Ranked,
  switches: Required<TraceSwitches>,
  ends: { from: readonly string[]; to: readonly string[] },
): InSlices<RankedPaths> {
  const places = samePlaces(graph.same);
  const index = yield* hopsOfGraph(graph, switches);
  const typeOf = (id: string) => graph.entities.get(id)?.type;
  const isBodyHopAt = (body: string, neighbour: string) => isBodyHop((id) => places.of(id) === body, typeOf, index.get(body)?.get(neighbour) ?? []);
  const paths: TracePath[] = [];
  const commonBody: TracePath[] = [];
  for (const sequence of sequences) {
    const way = sequence.map(places.of).filter((place, i, all) => place !== all[i - 1]);
    const path = pathOf(way, index, places, ends, commonBodies(way, isBodyHopAt));
    (path.bodies.length > 0 ? commonBody : paths).push(path);
    yield;
  }
  const order = (a: TracePath, b: TracePath) => comparePaths(a, b, switches.order);
  const longest = shortestOf(paths) + switches.slack;
  const longestBody = Math.min(longest, shortestOf(commonBody) + switches.slack);
  return {
    paths: paths.filter((path) => path.hops.length <= longest).sort(order),
    commonBody: commonBody.filter((path) => path.hops.length <= longestBody).sort(order),
  };
}

function shortestOf(paths: readonly TracePath[]): number {
  return paths.reduce((fewest, path) => Math.min(fewest, path.hops.length), Infinity);
}

/** @param way the sequence of places; @param common those of them that are common bodies */
function pathOf(
  way: readonly string[],
  index: HopIndex,
  places: SamePlaces,
  ends: { from: readonly string[]; to: readonly string[] },
  common: string[],
): TracePath {
  const hops: TraceHop[] = [];
  for (let i = 1; i < way.length; i += 1) {
    const [from = '', to = ''] = [way[i - 1], way[i]];
    hops.push(hopOf(from, to, index.get(from)?.get(to) ?? [], places));
  }
  const [first, last] = [hops[0]?.from ?? way[0] ?? '', hops.at(-1)?.to ?? way.at(-1) ?? ''];
  const start = askedFor(ends.from, first, places);
  const end = askedFor(ends.to, last, places);
  const entities = [start];
  const same: SameStep[] = [];
  const goTo = (id: string, before: number) => {
    const from = entities.at(-1) ?? id;
    if (from === id) return;
    same.push({ before, from, to: id, decisions: places.between(from, id) });
    entities.push(id);
  };
  hops.forEach((hop, i) => {
    goTo(hop.from, i);
    entities.push(hop.to);
  });
  goTo(end, hops.length);
  const bodies = common.map((place) => hops.find((hop) => places.of(hop.to) === place)?.to ?? place);
  return {
    entities,
    hops,
    same,
    weakest: weakestOf(hops),
    fewestUninvolved: hops.reduce((fewest, hop) => Math.min(fewest, hop.uninvolvedOrigins), Infinity),
    bodies,
  };
}

/** The entity asked for at the place where a path begins or ends: the one that the hop touches, or else the first of the place by id. */
function askedFor(asked: readonly string[], touched: string, places: SamePlaces): string {
  const here = asked.filter((id) => places.of(id) === places.of(touched));
  return here.length === 0 || here.includes(touched) ? touched : ([...here].sort()[0] ?? touched);
}

function hopOf(from: string, to: string, segments: readonly TraceSegment[], places: SamePlaces): TraceHop {
  const sorted = [...segments].sort(compareClaims);
  const best = sorted[0];
  if (!best) throw new AppError('invalid', `no claim that may be a hop joins ${from} and ${to}`);
  const forward = places.of(best.from) === from;
  return {
    from: forward ? best.from : best.to,
    to: forward ? best.to : best.from,
    forward,
    best: best.claim,
    claims: [...new Set(sorted.map((segment) => segment.claim))],
    rank: best.rank,
    uninvolvedOrigins: best.uninvolvedOrigins,
    origins: best.origins,
    accusatory: best.accusatory,
    n: best.n,
  };
}

/** Best first: higher rank, more uninvolved origins, more origins, smaller id. */
function compareClaims(a: TraceSegment, b: TraceSegment): number {
  return b.rank - a.rank || b.uninvolvedOrigins - a.uninvolvedOrigins || b.origins - a.origins || compareText(a.claim, b.claim) || a.n - b.n;
}

/** The hop with the lowest rank; of equal ones the one with fewer uninvolved origins, then fewer origins, then the first. */
function weakestOf(hops: readonly TraceHop[]): { hop: number; rank: number } {
  const accusing = hops.some((hop) => hop.accusatory);
  let weakest = -1;
  hops.forEach((hop, i) => {
    const low = hops[weakest];
    if (accusing && !hop.accusatory) return;
    const difference = low ? hop.rank - low.rank || hop.uninvolvedOrigins - low.uninvolvedOrigins || hop.origins - low.origins : -1;
    if (difference < 0) weakest = i;
  });
  return { hop: weakest, rank: hops[weakest]?.rank ?? -1 };
}

function comparePaths(a: TracePath, b: TracePath, order: 'weakest-hop' | 'hops'): number {
  const hops = a.hops.length - b.hops.length;
  const worth = b.weakest.rank - a.weakest.rank || b.fewestUninvolved - a.fewestUninvolved;
  return (order === 'hops' ? hops || worth : worth || hops) || compareSequences(a.entities, b.entities);
}

function compareSequences(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compareText(a[i] ?? '', b[i] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
