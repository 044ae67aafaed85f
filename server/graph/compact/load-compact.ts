/** Reads the compact graph of a whole case from the database, row by row, and moves it on by what was changed since. */
import { GROUPS } from '../../domain/model/lists.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { CompactBuilder } from '../../domain/tracing/compact/build-compact.ts';
import { AGGREGATE, GENERIC, type CompactGraph } from '../../domain/tracing/compact/compact-graph.ts';
import { idAt } from '../../domain/tracing/compact/id-table.ts';
import { typeAt } from '../../domain/tracing/compact/part-of-compact.ts';
import type { SameDecision } from '../../domain/tracing/same-places.ts';
import type { TraceEntity, TraceSegment } from '../../domain/tracing/trace-graph.ts';
import type { Tx } from '../../store/connect.ts';
import { listClaimsDerived } from '../../store/statements/claims.ts';
import { changedByKind } from '../../store/load-delta.ts';
import {
  loadOtherHolders,
  loadTraceEntities,
  loadTraceSegments,
  loadTraceSegmentsOfClaims,
  loadTraceSegmentsOfHubs,
  mostCommonHolders,
  readTraceEntities,
  SEGMENT_BITS,
} from '../../store/statements/segments.ts';
import { loadSameDecisions } from '../../store/load-same-decisions.ts';
import { runInSlices } from '../run-in-slices.ts';

/** Segments that lead from one entity and come in one row; of more each comes in a row of its own, because a row is held whole. */
const MOST_A_ROW = 20_000;
/** Rows read from one report of the progress to the next. */
const ROWS_A_REPORT = 10_000;
const GROUP_OF = new Map(GROUPS.map((group) => [group.toUpperCase(), group]));

/** @param progress told of entities and segments read so far */
export async function loadCompact(tx: Tx, rev: number, progress: (entities: number, segments: number) => void = () => {}): Promise<CompactGraph> {
  const builder = new CompactBuilder();
  let [entities, segments] = [0, 0];
  const hubs: string[] = [];
  for await (const { id, type, generic, aggregate, many } of loadTraceEntities.stream(tx, { rev, most: MOST_A_ROW })) {
    builder.addEntity(id, { type, generic, aggregate });
    if (many) hubs.push(id);
    entities += 1;
    if (entities % ROWS_A_REPORT === 0) progress(entities, segments);
  }
  for await (const row of loadTraceSegments.stream(tx, { rev, without: hubs })) {
    const before = segments;
    for (let i = 0; i < row.claims.length; i += 1) {
      const figures = { rank: row.ranks[i]!, origins: row.origins[i]!, uninvolved: row.uninvolved[i]!, bits: row.bits[i]! };
      const ends = { from: row.from, to: row.to[i]! };
      builder.addSegment(segmentOf({ claim: row.claims[i]!, n: row.n[i]!, type: row.types[i]!, predicate: row.predicates[i]!, ...ends, ...figures }));
      segments += 1;
    }
    if (Math.floor(before / ROWS_A_REPORT) !== Math.floor(segments / ROWS_A_REPORT)) progress(entities, segments);
  }
  for await (const row of loadTraceSegmentsOfHubs.stream(tx, { rev, ids: hubs })) {
    builder.addSegment(segmentOf(row));
    segments += 1;
    if (segments % ROWS_A_REPORT === 0) progress(entities, segments);
  }
  const [common] = await mostCommonHolders.run(tx, { rev });
  if (common) {
    builder.holdOthers(common.datasets);
    for await (const { claim, datasets } of loadOtherHolders.stream(tx, { rev, datasets: common.datasets })) builder.holdClaim(claim, datasets);
  }
  return runInSlices(builder.finish(await loadSameDecisions(tx, rev)));
}

/**
 * The graph at a later revision.
 * @param after the revision of the graph
 * @returns undefined where a change set was too large to name its records: then the graph is loaded anew
 */
export async function moveOnCompact(tx: Tx, graph: CompactGraph, after: number, rev: number): Promise<CompactGraph | undefined> {
  const changed = await changedByKind(tx, after, rev);
  if (!changed) return undefined;
  const entities = new Set(changed.get('entity'));
  const claims = new Set([...(changed.get('claim') ?? []), ...(await listClaimsDerived.run(tx, { after, rev })).map(({ id }) => id)]);
  // A claim is held by whatever dataset has a citation of it; its citations are changed without it.
  const put = await readTraceEntities.run(tx, { rev, ids: [...entities] });
  const segments = await loadTraceSegmentsOfClaims.run(tx, { rev, ids: [...claims] });
  const builder = new CompactBuilder(graph);
  return runInSlices(moveOn(builder, graph, { entities, put, claims, segments: segments.map(segmentOf), same: await loadSameDecisions(tx, rev) }));
}

interface Moves {
  /** Ids of the entities that were changed, and those of them that are there. */
  entities: ReadonlySet<string>;
  put: readonly ({ id: string } & TraceEntity)[];
  /** Ids of the claims whose segments may be others, and these. */
  claims: ReadonlySet<string>;
  segments: readonly TraceSegment[];
  same: readonly SameDecision[];
}

function* moveOn(builder: CompactBuilder, graph: CompactGraph, { entities, put, claims, segments, same }: Moves): InSlices<CompactGraph> {
  const fresh = [...put].sort((a, b) => (a.id < b.id ? -1 : 1));
  let next = 0;
  const add = ({ id, type, generic, aggregate }: (typeof fresh)[number]) => builder.addEntity(id, { type, generic, aggregate });
  for (let n = 0; n < graph.entities.size; n += 1) {
    const id = idAt(graph.entities, n);
    for (; next < fresh.length && fresh[next]!.id < id; next += 1) add(fresh[next]!);
    if (!entities.has(id)) add({ id, type: typeAt(graph, n), generic: (graph.traits[n]! & GENERIC) !== 0, aggregate: (graph.traits[n]! & AGGREGATE) !== 0 });
    yield;
  }
  for (; next < fresh.length; next += 1) add(fresh[next]!);
  yield* builder.keepSegments(graph, claims);
  for (const segment of segments) builder.addSegment(segment);
  return yield* builder.finish(same);
}

interface LoadedSegment {
  claim: string;
  n: number;
  from: string;
  to: string;
  type: string;
  predicate: string;
  rank: number;
  origins: number;
  uninvolved: number;
  bits: number;
  /** Absent: said for its claim. */
  datasets?: readonly string[];
}

/** Written field by field: of millions, a copy of the rest of a row takes longer than all else. */
function segmentOf(row: LoadedSegment): TraceSegment {
  const { bits } = row;
  return {
    claim: row.claim,
    n: row.n,
    from: row.from,
    to: row.to,
    group: GROUP_OF.get(row.type) ?? 'association',
    predicate: row.predicate,
    rank: row.rank,
    origins: row.origins,
    uninvolvedOrigins: row.uninvolved,
    traversed: (bits & SEGMENT_BITS.traversed) !== 0,
    within: (bits & SEGMENT_BITS.within) !== 0,
    accusatory: (bits & SEGMENT_BITS.accusatory) !== 0,
    disputedOnly: (bits & SEGMENT_BITS.disputedOnly) !== 0,
    contested: (bits & SEGMENT_BITS.contested) !== 0,
    datasets: row.datasets,
  };
}
