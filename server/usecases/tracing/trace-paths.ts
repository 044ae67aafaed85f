/** Traces from a set to a set: the paths, ranked by their weakest hop and told in prose, or what was searched in vain. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { tracePaths as contract } from '../../contract/routes/trace.ts';
import { findPaths } from '../../domain/tracing/find-paths.ts';
import { rankPaths, type TracePath } from '../../domain/tracing/rank-paths.ts';
import type { TraceSides } from '../../domain/tracing/trace-sides.ts';
import { traceGraph, type TraceGraph } from '../../domain/tracing/trace-graph.ts';
import { effectiveSwitches, type EffectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import type { TraceSearch } from '../../domain/tracing/find-paths.ts';
import type { Database } from '../../store/connect.ts';
import { readTraceEntities } from '../../store/queries/read-trace-entities.ts';
import { hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import type { ViewState } from '../../graph/resident/view-state.ts';
import { nodesOf, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { recordContext } from '../../graph/in-database/record-context.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { resolveSelector, type SelectorSource } from './resolve-selector.ts';
import { searchGraph } from '../../graph/in-database/search-graph.ts';
import { selectorsInDatabase, selectorsInState } from './selector-sources.ts';
import { traceAnswer, type Traced } from '../views/trace-view.ts';

type Route = typeof contract;
type Input = Pick<InputOf<Route>, 'body'>;
/** "Only a body in common" is told of so many; there can be very many. */
const COMMON_BODY_SHOWN = 20;

export async function tracePaths(db: Database, input: Input, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { clocks } = input.body;
  if (hasClocks(clocks)) return traceAsOf(db, await loadViewState(db, clocks, o), input);
  return readFlat(db, (reader) => traceNow(reader, input), o);
}

async function traceNow(reader: FlatReader, { body }: Input): Promise<AnswerOf<Route>> {
  const source = selectorsInDatabase(reader);
  const sides = await sidesOf(body, source);
  const { from, to } = sides;
  const ends = await readTraceEntities.run(reader.tx, { rev: reader.revision, ids: [...new Set([...from, ...to])] });
  const typeOf = new Map(ends.map((end) => [end.id, end.type]));
  const types = (ids: readonly string[]) => ids.flatMap((id) => typeOf.get(id) ?? []);
  const switches = effectiveSwitches(body.switches, types(from), types(to));
  const found = await searchGraph(reader, from, to, switches);
  const traced = ranked(found, found.graph, switches, sides, found.completeTo);
  const paths = [...traced.paths, ...traced.commonBody];
  const ctx = await recordContext(reader, claimsOf(paths));
  const others = [...from, ...to, ...paths.flatMap((p) => p.entities), ...found.hubsNotPassed.slice(0, HUBS_NAMED)];
  const nodes = await nodesOf(reader, others);
  const named = {
    ...ctx,
    node: (id: string) => nodes.get(id) ?? ctx.node(id),
    nameOf: (id: string) => nodes.get(id)?.name ?? ctx.nameOf(id),
  };
  return traceAnswer(traced, named);
}

async function traceAsOf(db: Database, state: ViewState, { body }: Input): Promise<AnswerOf<Route>> {
  const source = selectorsInState(state, db);
  const sides = await sidesOf(body, source);
  const { from, to } = sides;
  const types = (ids: readonly string[]) => ids.flatMap((id) => state.records.entities.get(id)?.type ?? []);
  const switches = effectiveSwitches(body.switches, types(from), types(to));
  const graph = traceGraph(state.records, state.figures);
  const found = findPaths(graph, from, to, switches);
  return traceAnswer({ ...ranked(found, graph, switches, sides, switches.maxHops), clocks: state.clocks }, state);
}

async function sidesOf(body: Input['body'], source: SelectorSource): Promise<{ from: string[]; to: string[]; gone: string[] }> {
  const from = await resolveSelector(body.from, source, '/from');
  const to = await resolveSelector(body.to, source, '/to');
  return { from: from.ids, to: to.ids, gone: [...new Set([...from.gone, ...to.gone])].sort() };
}

/** Hubs that were not passed and are told by name. */
export const HUBS_NAMED = 20;

function ranked(found: TraceSearch, graph: TraceGraph, switches: EffectiveSwitches, sides: TraceSides, completeTo: number): Traced {
  const all = rankPaths(found.paths, graph.segments, graph.entities, switches);
  const paths = all.paths.slice(0, API_LIMITS.tracePaths);
  const commonBody = all.commonBody.slice(0, COMMON_BODY_SHOWN);
  const isCut = paths.length < all.paths.length || commonBody.length < all.commonBody.length;
  return {
    paths,
    commonBody,
    switches,
    sides,
    completeTo,
    entitiesSeen: found.entitiesSeen,
    stoppedAtLimit: found.stoppedAtLimit || isCut,
    hubsNotPassed: found.hubsNotPassed.slice(0, HUBS_NAMED),
    hubs: found.hubsNotPassed.length,
  };
}

function claimsOf(paths: readonly TracePath[]): string[] {
  return paths.flatMap((path) => path.hops.flatMap((hop) => hop.claims));
}
