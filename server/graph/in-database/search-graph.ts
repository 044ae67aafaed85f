/** The search of a trace in the database: layer by layer from both sides, until every path that may be shown lies in what was fetched. */
import { GROUPS, RANK_OF_LEVEL, WITHHELD_GROUPS, WITHHELD_TYPES, type Group } from '../../domain/model/lists.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { findPathsInSlices, SEARCH_LIMITS, type TraceSearch } from '../../domain/tracing/find-paths.ts';
import { rankPaths } from '../../domain/tracing/rank-paths.ts';
import { samePlaces, type SameDecision, type SamePlaces } from '../../domain/tracing/same-places.ts';
import type { TraceEntity, TraceGraph, TraceSegment } from '../../domain/tracing/trace-graph.ts';
import { mayPass } from '../../domain/tracing/trace-switches.ts';
import { expandTraceLayer, readTraceEntities, readTraceSegments } from '../../store/statements/segments.ts';
import type { HopsQuestion } from '../graph.ts';
import { runInSlices } from '../run-in-slices.ts';
import { sameDecisionsOf, type DatabaseReader } from './row-context.ts';

/** What one search may cost, whatever the graph: entities met, neighbours a statement returns, segments fetched. */
export const GRAPH_LIMITS = { entities: 60_000, rows: 300_000, segments: 200_000, frontier: 5_000, scan: 200_000 } as const;

export interface GraphSearch extends TraceSearch {
  /** The part of the graph that holds every path found. */
  graph: TraceGraph;
  /** Hops up to which the search is complete. */
  completeTo: number;
}

/**
 * Same answer as `findPaths` over the whole graph. Every path of up to 2r hops, and every entity within r hops of a side, lies within r layers of the two
 * sides; r grows until a link is found and the slack is covered. What lies on no path of that length is left out before the segments are fetched.
 * @param question where the time is over (`isOver`) no further layer is looked at: what was found stands, `completeTo` says up to where, and `stoppedAtLimit` is true
 */
export async function searchGraph(reader: DatabaseReader, { from, to, switches, isOver = () => false }: HopsQuestion): Promise<GraphSearch> {
  const hop = hopParamsOf(switches);
  const same = await sameDecisionsOf(reader);
  const layers = new Layers(reader, [from, to], switches, hop, samePlaces(same), isOver);
  const hasSeveralEnds = from.length > 1 || to.length > 1;
  let graph: TraceGraph = { entities: new Map(), segments: [], same };
  let result: TraceSearch = { paths: [], entitiesSeen: 0, stoppedAtLimit: false, more: false, hubsNotPassed: [], searchedHops: 0 };
  let completeTo = 0;
  while (completeTo < neededHops(result, graph, switches, { from, to }, hasSeveralEnds) && (await layers.grow())) {
    completeTo = Math.min(layers.depth * 2, switches.maxHops);
    const isLast = completeTo === switches.maxHops;
    if (!isLast && !layers.areJoined(completeTo)) continue;
    graph = await fetchGraph(reader, layers.between(completeTo), hop, same);
    result = await runInSlices(findPathsInSlices(graph, from, to, { ...switches, maxHops: completeTo }, { ...SEARCH_LIMITS, paths: switches.most }), isOver);
  }
  const searchedHops = layers.wasCut ? Math.min(result.searchedHops || completeTo, completeTo) : result.searchedHops;
  const { seen, hubs } = layers.within(Math.ceil(searchedHops / 2));
  return { ...result, searchedHops, graph, completeTo, entitiesSeen: seen, hubsNotPassed: hubs, stoppedAtLimit: result.stoppedAtLimit || layers.wasCut };
}

/** Hops that must have been looked at: those of the shortest link and the slack; all, where none is known, or where a body in common must be told apart from a longer link. */
function neededHops(
  { shortest, paths }: TraceSearch,
  graph: TraceGraph,
  switches: Required<TraceSwitches>,
  ends: { from: readonly string[]; to: readonly string[] },
  hasSeveralEnds: boolean,
): number {
  if (shortest === undefined) return switches.maxHops;
  if (hasSeveralEnds && rankPaths(paths, graph, switches, ends).commonBody.length > 0) return switches.maxHops;
  return Math.min(switches.maxHops, shortest + switches.slack);
}

interface HopParams {
  relTypes: string[];
  rankAtLeast: number;
  uninvolvedAtLeast: number;
  originsAtLeast: number;
  uncontested: boolean;
  datasets: string[];
}

function hopParamsOf(switches: Required<TraceSwitches>): HopParams {
  const withheld: ReadonlySet<Group> = new Set(WITHHELD_GROUPS.filter((group) => !switches.groups.includes(group)));
  return {
    relTypes: GROUPS.filter((group) => !withheld.has(group)).map((group) => group.toUpperCase()),
    rankAtLeast: RANK_OF_LEVEL[switches.standingAtLeast],
    uninvolvedAtLeast: switches.uninvolvedAtLeast,
    originsAtLeast: switches.originsAtLeast,
    uncontested: switches.uncontested,
    datasets: switches.datasets,
  };
}

interface Side {
  /** Places met from here, with the hops to them. */
  steps: Map<string, number>;
  frontier: string[];
}

/** The neighbourhoods of both sides, by place (`same-places`), as far as they were looked at. */
class Layers {
  wasCut = false;
  /** Layers looked at from each side. */
  depth = 0;
  private readonly neighbours = new Map<string, Set<string>>();
  private readonly ends: ReadonlySet<string>;
  private readonly sides: Side[];
  /** Whether a path may pass a place, the ends aside. */
  private readonly passes = new Map<string, boolean>();
  /** Entities that only the degree limit closes, by place. */
  private readonly hubs = new Map<string, string[]>();
  private readonly held: ReadonlySet<string>;
  private readonly avoided: ReadonlySet<string>;
  /** Entities of places of several. */
  private readonly there = new Map<string, string[]>();

  constructor(
    private readonly reader: DatabaseReader,
    sides: readonly (readonly string[])[],
    private readonly switches: Required<TraceSwitches>,
    private readonly hop: HopParams,
    private readonly places: SamePlaces,
    private readonly isOver: () => boolean,
  ) {
    this.sides = sides.map((ids) => {
      const frontier = [...new Set(ids.map(places.of))];
      return { steps: new Map(frontier.map((place) => [place, 0])), frontier };
    });
    this.held = new Set(switches.mustPass.map(places.of));
    this.avoided = new Set(switches.mustAvoid.map(places.of));
    this.ends = new Set(this.sides.flatMap(({ frontier }) => frontier));
  }

  /** One layer more on both sides. False where a limit was met, or the time is over. */
  async grow(): Promise<boolean> {
    if (this.isOver()) this.wasCut = true;
    if (this.wasCut) return false;
    if (this.depth === 0) await this.judge(this.ends);
    this.depth += 1;
    for (const side of this.sides) {
      const met = await this.lookOut(side);
      await this.judge(met);
      const fresh = [...met].filter((place) => !side.steps.has(place));
      for (const place of fresh) side.steps.set(place, this.depth);
      // No path goes on from an end.
      side.frontier = fresh.filter((place) => !this.ends.has(place) && this.passes.get(place) === true);
    }
    if (new Set(this.sides.flatMap(({ steps }) => [...steps.keys()])).size > GRAPH_LIMITS.entities) this.wasCut = true;
    return true;
  }

  /** The neighbours of the frontier of a side, by hop. */
  private async lookOut(side: Side): Promise<Set<string>> {
    const { switches } = this;
    const open: ReadonlySet<string> = new Set(switches.throughTypes);
    const frontier = side.frontier.flatMap((place) => this.membersOf(place));
    const found = new Set<string>();
    for (let i = 0; i < frontier.length && !this.wasCut; i += GRAPH_LIMITS.frontier) {
      if (i > 0 && this.isOver()) {
        this.wasCut = true;
        break;
      }
      const rows = await expandTraceLayer.run(this.reader.tx, {
        rev: this.reader.revision,
        frontier: frontier.slice(i, i + GRAPH_LIMITS.frontier),
        ...this.hop,
        closedTypes: WITHHELD_TYPES.filter((type) => !open.has(type)),
        throughGeneric: switches.throughGeneric,
        throughAggregate: switches.throughAggregate,
        degreeLimit: switches.degreeLimit,
        scan: GRAPH_LIMITS.scan,
        limit: GRAPH_LIMITS.rows,
      });
      if (rows.reduce((sum, { open: passed, hubs, closed }) => sum + passed.length + hubs.length + closed.length, 0) >= GRAPH_LIMITS.rows) this.wasCut = true;
      for (const { id, open: passed, hubs, closed, isCut } of rows) {
        if (isCut) this.wasCut = true;
        const here = this.places.of(id);
        const meet = (other: string, passes: boolean, isHub: boolean) => {
          const place = this.places.of(other);
          if (place === here) return;
          found.add(place);
          this.join(here, place);
          // A place of several is judged by all of them.
          if (this.places.members.has(place)) return;
          const decided = this.decided(place);
          this.passes.set(place, decided ?? passes);
          if (isHub && decided === undefined) this.hubs.set(place, [other]);
        };
        for (const other of passed) meet(other, true, false);
        for (const other of hubs) meet(other, false, true);
        for (const other of closed) meet(other, false, false);
      }
    }
    return found;
  }

  /** Those decided the same are passed only if each of them may be. */
  private async judge(places: Iterable<string>): Promise<void> {
    const several = [...places].filter((place) => this.places.members.has(place) && !this.passes.has(place));
    if (several.length === 0) return;
    const ids = several.flatMap((place) => this.places.members.get(place) ?? []);
    const known = new Map((await readTraceEntities.run(this.reader.tx, { rev: this.reader.revision, ids })).map((entity) => [entity.id, entity]));
    for (const place of several) {
      const here = (this.places.members.get(place) ?? []).flatMap((id) => known.get(id) ?? []);
      const over = here.filter(({ degree }) => degree > this.switches.degreeLimit);
      const decided = this.decided(place);
      const isOpen = decided ?? here.every((entity) => mayPass(entity, this.switches));
      this.there.set(
        place,
        here.map(({ id }) => id),
      );
      this.passes.set(place, decided ?? (isOpen && over.length === 0));
      if (decided === undefined && isOpen && over.length > 0) this.hubs.set(place, over.map(({ id }) => id).sort());
    }
  }

  /** A place that every path holds is passed, one that no path holds is not; undefined of any other. */
  private decided(place: string): boolean | undefined {
    if (this.avoided.has(place)) return false;
    return this.held.has(place) ? true : undefined;
  }

  private membersOf(place: string): readonly string[] {
    return this.there.get(place) ?? [place];
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

  /** Whether the two sides may be joined by a path of so many hops. */
  areJoined(hops: number): boolean {
    const [from, to] = this.sides;
    if (!from || !to) return false;
    return [...from.steps].some(([place, steps]) => steps + (to.steps.get(place) ?? Infinity) <= hops);
  }

  /** Entities that lie on a walk of so many hops from one side to the other, and the ends. */
  between(hops: number): string[] {
    const [ahead, back] = this.sides.map(({ steps }) => this.distances([...steps].flatMap(([place, n]) => (n === 0 ? [place] : []))));
    const kept = new Set(this.ends);
    for (const [place, steps] of ahead ?? []) if (steps + (back?.get(place) ?? Infinity) <= hops) kept.add(place);
    return [...kept].flatMap((place) => this.membersOf(place));
  }

  /** How many entities lie within so many hops of either side, and which of them only their degree closes. */
  within(hops: number): { seen: number; hubs: string[] } {
    const near = new Set(this.sides.flatMap(({ steps }) => [...steps].flatMap(([place, n]) => (n <= hops ? [place] : []))));
    const places = [...near];
    return {
      seen: places.reduce((sum, place) => sum + this.membersOf(place).length, 0),
      hubs: places.flatMap((place) => (this.ends.has(place) ? [] : (this.hubs.get(place) ?? []))).sort(),
    };
  }

  /** Hops from some places over what was fetched; at least as many as there are, and exactly as many on every path that counts. */
  private distances(start: readonly string[]): Map<string, number> {
    const steps = new Map(start.map((place) => [place, 0]));
    let edge = [...start];
    for (let hop = 1; edge.length > 0; hop += 1) {
      const next: string[] = [];
      for (const place of edge) {
        for (const other of this.neighbours.get(place) ?? []) {
          if (steps.has(other)) continue;
          steps.set(other, hop);
          if (!this.ends.has(other) && this.passes.get(other) === true) next.push(other);
        }
      }
      edge = next;
    }
    return steps;
  }
}

async function fetchGraph(reader: DatabaseReader, ids: string[], hop: HopParams, same: readonly SameDecision[]): Promise<TraceGraph> {
  const { tx, revision } = reader;
  const entities = new Map<string, TraceEntity>();
  for (const { id, ...entity } of await readTraceEntities.run(tx, { rev: revision, ids })) entities.set(id, entity);
  const rows = await readTraceSegments.run(tx, { rev: revision, ids, ...hop, limit: GRAPH_LIMITS.segments });
  const groupOf = new Map(GROUPS.map((group) => [group.toUpperCase(), group]));
  const segments = rows.flatMap(({ type, ...row }): TraceSegment[] => {
    const group = groupOf.get(type);
    return group ? [{ ...row, group, traversed: true, disputedOnly: false }] : [];
  });
  return { entities, segments, same };
}
