/** The search of a trace in the database: layer by layer from both sides, until every path that may be shown lies in what was fetched. */
import { GROUPS, RANK_OF_LEVEL, WITHHELD_GROUPS, WITHHELD_TYPES, type Group } from '../../domain/model/lists.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { findPaths, type TraceSearch } from '../../domain/tracing/find-paths.ts';
import type { TraceEntity, TraceGraph, TraceSegment } from '../../domain/tracing/trace-graph.ts';
import { expandTraceLayer, readTraceEntities, readTraceSegments } from '../../store/statements/segments.ts';
import type { FlatReader } from './flat-context.ts';

/** What one search may cost, whatever the graph: entities met, neighbours a statement returns, segments fetched. */
export const GRAPH_LIMITS = { entities: 60_000, rows: 300_000, segments: 200_000, frontier: 5_000, scan: 200_000 } as const;

export interface GraphSearch extends TraceSearch {
  /** The part of the graph that holds every path found. */
  graph: TraceGraph;
  /** Hops up to which the search is complete. */
  completeTo: number;
}

/**
 * Same answer as `findPaths` over the whole graph. A path of K hops lies within K/2 layers of one side or the other, so that K layers in all (the smaller side
 * first) hold it; what lies on no path of K hops is left out before the segments are fetched. K grows until a link is found, and then by the slack.
 */
export async function searchGraph(reader: FlatReader, from: readonly string[], to: readonly string[], switches: Required<TraceSwitches>): Promise<GraphSearch> {
  const hopParams = hopParamsOf(switches);
  const search = new Layers(reader, from, to, switches, hopParams);
  let result: TraceSearch = { paths: [], entitiesSeen: 0, stoppedAtLimit: false, hubsNotPassed: [], searchedHops: 0 };
  let graph: TraceGraph | undefined;
  let lookedAt = 0;
  const look = async (hops: number) => {
    lookedAt = hops;
    if (!search.isJoined(hops)) return;
    graph = await fetchGraph(reader, search.between(hops), hopParams);
    result = findPaths(graph, from, to, { ...switches, maxHops: hops });
  };
  let hops = 0;
  // Before a link is known each length is looked at; after it only the last one matters.
  while (hops < Math.min(switches.maxHops, (result.shortest ?? Infinity) + switches.slack) && (await search.grow())) {
    hops += 1;
    if (result.shortest === undefined) await look(hops);
  }
  const completeTo = search.isExhausted ? switches.maxHops : hops;
  if (completeTo > lookedAt) await look(completeTo);
  return {
    ...result,
    graph: graph ?? (await fetchGraph(reader, search.between(0), hopParams)),
    completeTo,
    entitiesSeen: search.seen,
    hubsNotPassed: [...search.hubs].sort(),
    stoppedAtLimit: result.stoppedAtLimit || search.wasCut,
  };
}

interface HopParams {
  relTypes: string[];
  rankAtLeast: number;
  uninvolvedAtLeast: number;
}

function hopParamsOf(switches: Required<TraceSwitches>): HopParams {
  const withheld: ReadonlySet<Group> = new Set(WITHHELD_GROUPS.filter((group) => !switches.groups.includes(group)));
  return {
    relTypes: GROUPS.filter((group) => !withheld.has(group)).map((group) => group.toUpperCase()),
    rankAtLeast: RANK_OF_LEVEL[switches.standingAtLeast],
    uninvolvedAtLeast: switches.uninvolvedAtLeast,
  };
}

/** The neighbourhoods of both sides as far as they were looked at. */
class Layers {
  readonly hubs = new Set<string>();
  wasCut = false;
  /** One side has been looked at whole: every path from it is known. */
  isExhausted = false;
  private readonly neighbours = new Map<string, Set<string>>();
  private readonly ends: ReadonlySet<string>;
  private readonly sides: { seen: Set<string>; frontier: string[] }[];

  constructor(
    private readonly reader: FlatReader,
    private readonly from: readonly string[],
    private readonly to: readonly string[],
    private readonly switches: Required<TraceSwitches>,
    private readonly hop: HopParams,
  ) {
    this.ends = new Set([...from, ...to]);
    this.sides = [from, to].map((ids) => ({ seen: new Set(ids), frontier: [...ids] }));
  }

  get seen(): number {
    return new Set(this.sides.flatMap((side) => [...side.seen])).size + this.hubs.size;
  }

  /** One layer more, on the side with less to look at. False where a limit forbids it or nothing is left. */
  async grow(): Promise<boolean> {
    const [a, b] = this.sides;
    if (!a || !b) return false;
    this.isExhausted = a.frontier.length === 0 || b.frontier.length === 0;
    if (this.isExhausted || this.wasCut) return false;
    const side = a.frontier.length <= b.frontier.length ? a : b;
    const next = new Set<string>();
    for (let i = 0; i < side.frontier.length; i += GRAPH_LIMITS.frontier) {
      const part = side.frontier.slice(i, i + GRAPH_LIMITS.frontier);
      for (const { id, reached, hubs, isCut } of await this.lookOut(part)) {
        if (isCut) this.wasCut = true;
        for (const hub of hubs) this.hubs.add(hub);
        for (const other of reached) {
          this.join(id, other);
          // No path goes on from an end.
          if (!side.seen.has(other) && !this.ends.has(other)) next.add(other);
          side.seen.add(other);
        }
      }
      if (this.wasCut) break;
    }
    side.frontier = [...next];
    if (this.seen > GRAPH_LIMITS.entities) this.wasCut = true;
    return !this.wasCut;
  }

  private async lookOut(frontier: string[]) {
    const { switches } = this;
    const open: ReadonlySet<string> = new Set(switches.throughTypes);
    const rows = await expandTraceLayer.run(this.reader.tx, {
      rev: this.reader.revision,
      frontier,
      ends: [...this.ends],
      ...this.hop,
      closedTypes: WITHHELD_TYPES.filter((type) => !open.has(type)),
      throughGeneric: switches.throughGeneric,
      throughAggregate: switches.throughAggregate,
      degreeLimit: switches.degreeLimit,
      scan: GRAPH_LIMITS.scan,
      limit: GRAPH_LIMITS.rows,
    });
    const met = rows.reduce((sum, row) => sum + row.met, 0);
    if (met >= GRAPH_LIMITS.rows) this.wasCut = true;
    return rows;
  }

  private join(a: string, b: string): void {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = this.neighbours.get(x);
      if (known) known.add(y);
      else this.neighbours.set(x, new Set([y]));
    }
  }

  isJoined(hops: number): boolean {
    const ahead = this.distances(this.from);
    return this.to.some((id) => (ahead.get(id) ?? Infinity) <= hops && (ahead.get(id) ?? 0) > 0) || this.meetsItself(hops);
  }

  /** Ends that stand in both sets are joined by a path of at least one hop back to another. */
  private meetsItself(hops: number): boolean {
    const shared = this.from.filter((id) => this.to.includes(id));
    return shared.length > 0 && hops >= 1;
  }

  /** Entities that lie on a walk of so many hops from one side to the other, and the ends. */
  between(hops: number): string[] {
    const ahead = this.distances(this.from);
    const back = this.distances(this.to);
    const kept = new Set(this.ends);
    for (const [id, steps] of ahead) if (steps + (back.get(id) ?? Infinity) <= hops) kept.add(id);
    return [...kept];
  }

  /** Hops from some entities over what was fetched; at least as many as there are, and exactly as many on every path that counts. */
  private distances(start: readonly string[]): Map<string, number> {
    const steps = new Map(start.map((id) => [id, 0]));
    let edge = [...start];
    for (let hop = 1; edge.length > 0; hop += 1) {
      const next: string[] = [];
      for (const id of edge) {
        for (const other of this.neighbours.get(id) ?? []) {
          if (steps.has(other)) continue;
          steps.set(other, hop);
          if (!this.ends.has(other)) next.push(other);
        }
      }
      edge = next;
    }
    return steps;
  }
}

async function fetchGraph(reader: FlatReader, ids: string[], hop: HopParams): Promise<TraceGraph> {
  const { tx, revision } = reader;
  const entities = new Map<string, TraceEntity>();
  for (const { id, ...entity } of await readTraceEntities.run(tx, { rev: revision, ids })) entities.set(id, entity);
  const rows = await readTraceSegments.run(tx, { rev: revision, ids, ...hop, limit: GRAPH_LIMITS.segments });
  const groupOf = new Map(GROUPS.map((group) => [group.toUpperCase(), group]));
  const segments = rows.flatMap(({ type, ...row }): TraceSegment[] => {
    const group = groupOf.get(type);
    return group ? [{ ...row, group, traversed: true, disputedOnly: false }] : [];
  });
  return { entities, segments, same: [] };
}
