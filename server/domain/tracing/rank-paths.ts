/** What a path is worth: the best claim of each hop, the weakest hop, and the order of paths (model.md, "Trace"). */
import { commonBodies, isBodyHop } from './common-body.ts';
import { AppError } from '../model/errors.ts';
import { hopIndex, type HopIndex } from './hop-index.ts';
import type { TraceSwitches } from '../model/questions.ts';
import type { TraceEntity, TraceSegment } from './trace-graph.ts';

export interface TraceHop {
  from: string;
  to: string;
  /** The best claim's segment points from `from` to `to`. */
  forward: boolean;
  /** The claim that holds the hop up best. */
  best: string;
  /** All claims of the hop, the best first. */
  claims: string[];
  rank: number;
  uninvolvedOrigins: number;
  origins: number;
  accusatory: boolean;
  /** Which segment of the best claim it is. */
  n: number;
}
export interface TracePath {
  entities: string[];
  hops: TraceHop[];
  /** Index of the hop that stands weakest, among the accusatory ones where there are any. */
  weakest: { hop: number; rank: number };
  /** The fewest uninvolved origins any hop has. */
  fewestUninvolved: number;
  /** Bodies that make it no link; empty for a link. */
  bodies: string[];
}

/**
 * Paths from entity sequences, in order: weakest standing, fewest uninvolved origins on a hop, hops, ids (or hops first). Those that run through a common body stand apart.
 * Links longer than the shortest link and the slack are left out; so are common-body paths longer than the shortest of them and the slack, or than the longest link.
 * @throws AppError `invalid` where a sequence joins two entities by no claim that may be a hop.
 */
export function rankPaths(
  sequences: Iterable<readonly string[]>,
  segments: Iterable<TraceSegment>,
  entities: ReadonlyMap<string, Pick<TraceEntity, 'type'>>,
  switches: Required<TraceSwitches>,
): { paths: TracePath[]; commonBody: TracePath[] } {
  const index = hopIndex(segments, switches);
  const isBodyHopAt = (body: string, neighbour: string) => isBodyHop(body, entities.get(body)?.type, index.get(body)?.get(neighbour) ?? []);
  const paths: TracePath[] = [];
  const commonBody: TracePath[] = [];
  for (const sequence of sequences) {
    const path = pathOf(sequence, index, commonBodies(sequence, isBodyHopAt));
    (path.bodies.length > 0 ? commonBody : paths).push(path);
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

function pathOf(sequence: readonly string[], index: HopIndex, bodies: string[]): TracePath {
  const hops: TraceHop[] = [];
  for (let i = 1; i < sequence.length; i += 1) {
    const [from = '', to = ''] = [sequence[i - 1], sequence[i]];
    hops.push(hopOf(from, to, index.get(from)?.get(to) ?? []));
  }
  return {
    entities: [...sequence],
    hops,
    weakest: weakestOf(hops),
    fewestUninvolved: hops.reduce((fewest, hop) => Math.min(fewest, hop.uninvolvedOrigins), Infinity),
    bodies,
  };
}

function hopOf(from: string, to: string, segments: readonly TraceSegment[]): TraceHop {
  const sorted = [...segments].sort(compareClaims);
  const best = sorted[0];
  if (!best) throw new AppError('invalid', `no claim that may be a hop joins ${from} and ${to}`);
  return {
    from,
    to,
    forward: best.from === from,
    best: best.claim,
    claims: [...new Set(sorted.map((segment) => segment.claim))],
    rank: best.rank,
    uninvolvedOrigins: best.uninvolvedOrigins,
    origins: best.origins,
    accusatory: best.accusatory,
    n: best.n,
  };
}

/** Firmest first: rank, uninvolved origins, origins, id. */
function compareClaims(a: TraceSegment, b: TraceSegment): number {
  return b.rank - a.rank || b.uninvolvedOrigins - a.uninvolvedOrigins || b.origins - a.origins || compareText(a.claim, b.claim) || a.n - b.n;
}

/** Where two hops stand equally low, the one with fewer uninvolved origins, then with fewer origins, then the earlier. */
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
