/** The part of a compact graph that holds some paths, written as the domain writes a graph: what ranks and tells the paths reads nothing else. */
import { ENTITY_TYPES, GROUPS, type EntityType } from '../../model/lists.ts';
import type { TraceEntity, TraceGraph, TraceSegment } from '../trace-graph.ts';
import { AGGREGATE, GENERIC, WORD, type CompactGraph } from './compact-graph.ts';
import { idAt, numberOf } from './id-table.ts';
import { firstAtLeast } from './shared-arrays.ts';

/** @param paths sequences of places, as ids of their first entities */
export function partOfCompact(graph: CompactGraph, paths: Iterable<readonly string[]>): TraceGraph {
  const entities = new Map<string, TraceEntity>();
  const segments = new Map<number, TraceSegment>();
  const seen = new Set<string>();
  for (const path of paths) {
    const places = path.map((id) => numberOf(graph.entities, id));
    for (const [i, place] of places.entries()) {
      for (const n of graph.members.get(place) ?? [place]) addEntity(graph, n, entities);
      const before = places[i - 1];
      if (before === undefined || seen.has(`${before} ${place}`)) continue;
      seen.add(`${before} ${place}`);
      for (const segment of segmentsBetween(graph, before, place)) segments.set(segment, segmentAt(graph, segment));
    }
  }
  return { entities, segments: [...segments.values()], same: graph.same };
}

/** Numbers of the segments that join two places, found by halving in the list of the place with fewer neighbours. */
function segmentsBetween({ starts, neighbours, joins }: CompactGraph, a: number, b: number): number[] {
  const [few, other] = starts[a + 1]! - starts[a]! <= starts[b + 1]! - starts[b]! ? [a, b] : [b, a];
  const end = starts[few + 1]!;
  const found: number[] = [];
  for (let e = firstAtLeast(neighbours, other, starts[few]!, end); e < end && neighbours[e] === other; e += 1) found.push(joins[e]!);
  return found;
}

export function typeAt({ types }: Pick<CompactGraph, 'types'>, n: number): EntityType {
  return ENTITY_TYPES[types[n]!] ?? 'Item';
}

function addEntity({ entities: ids, types, traits, degrees }: CompactGraph, n: number, into: Map<string, TraceEntity>): void {
  const id = idAt(ids, n);
  if (into.has(id)) return;
  into.set(id, { type: typeAt({ types }, n), generic: (traits[n]! & GENERIC) !== 0, aggregate: (traits[n]! & AGGREGATE) !== 0, degree: degrees[n]! });
}

function segmentAt({ entities, claims, predicates, holders, segments }: CompactGraph, s: number): TraceSegment {
  const word = segments.word[s]!;
  const datasets = holders[segments.holder[s]!];
  return {
    claim: idAt(claims, segments.claim[s]!),
    n: segments.n[s]!,
    from: idAt(entities, segments.from[s]!),
    to: idAt(entities, segments.to[s]!),
    group: GROUPS[WORD.group(word)] ?? 'association',
    predicate: predicates[segments.predicate[s]!] ?? '',
    ...(word & WORD.at ? { at: true as const } : {}),
    rank: WORD.rank(word),
    origins: segments.origins[s]!,
    uninvolvedOrigins: WORD.uninvolved(word),
    traversed: (word & WORD.traversed) !== 0,
    within: (word & WORD.within) !== 0,
    accusatory: (word & WORD.accusatory) !== 0,
    disputedOnly: (word & WORD.disputedOnly) !== 0,
    contested: (word & WORD.contested) !== 0,
    ...(datasets === undefined ? {} : { datasets }),
  };
}
