/** Traces from one set of entities to another: the paths, ranked by their weakest hop and told in prose, or what was searched without a link. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { tracePaths as contract } from '../../contract/routes/trace.ts';
import { AppError } from '../../domain/model/errors.ts';
import { rankPathsInSlices } from '../../domain/tracing/rank-paths.ts';
import { sameEnds } from '../../domain/tracing/said-of-ends.ts';
import { askedSide, deedsToName, onRecordOf, type OnRecord, type TraceSides } from '../../domain/telling/trace-sides.ts';
import { effectiveSwitches, type EffectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import type { Graph, HopsAnswer } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { ALSO_SAID_SHOWN, traceAnswer, type Traced } from '../views/trace-view.ts';
import { nearestMisses } from './nearest-misses.ts';
import { resolveSelector, type SelectorSource } from './resolve-selector.ts';

type Route = typeof contract;
type Input = Pick<InputOf<Route>, 'body'>;
/** Most common-body paths in an answer; there can be very many. */
const COMMON_BODY_SHOWN = 20;
/** Most hubs named that were not passed. */
const HUBS_NAMED = 20;

export async function tracePaths(db: Database, { body }: Input, o?: CallOptions): Promise<AnswerOf<Route>> {
  // Counted from here, not anew where a read is done again because somebody wrote meanwhile.
  const isOver = overAfter(API_LIMITS.traceSearchMs, o?.signal);
  return readGraph(db, body.clocks, async (graph) => answerTrace(graph, await sidesOf(body, { graph, savedSet: savedSetsIn(db) }), body.switches, isOver), o);
}

/** Whether so many milliseconds are over; throws where nobody waits for the answer any more. */
export function overAfter(ms: number, signal: AbortSignal | undefined): () => boolean {
  const until = performance.now() + ms;
  return () => {
    signal?.throwIfAborted();
    return performance.now() > until;
  };
}

/** What a graph finds between two sets of entities: the paths, what else is said of the ends, and what would link them. */
export async function traceIn(graph: Graph, sides: TraceSides, asked: Input['body']['switches'], isOver?: () => boolean): Promise<Traced> {
  const { from, to } = sides;
  const { found, hops } = await searchedIn(graph, sides, asked, false, isOver);
  const same = sameEnds(sides, hops.graph.same);
  // Two that are recorded as the same need no link.
  const isAsked = found.paths.length === 0 && hops.inMemory && from.length > 0 && to.length > 0 && (same.length === 0 || from.length * to.length > 1);
  const nearest = isAsked ? { nearest: await nearestMisses(graph, sides, found.switches, isOver) } : {};
  return { ...found, clocks: graph.clocks, sameEnds: same, alsoSaid: hops.alsoSaid, ...nearest };
}

/** Only the paths that a graph finds between two sets of entities. */
export async function pathsIn(graph: Graph, sides: TraceSides, asked: Input['body']['switches'], isOver?: () => boolean): Promise<Traced> {
  return (await searchedIn(graph, sides, asked, true, isOver)).found;
}

async function searchedIn(
  graph: Graph,
  sides: TraceSides,
  asked: Input['body']['switches'],
  pathsOnly: boolean,
  isOver?: () => boolean,
): Promise<{ found: Traced; hops: HopsAnswer }> {
  const { from, to } = sides;
  const typeOf = await graph.known([...new Set([...from, ...to, ...(asked.mustPass ?? []), ...(asked.mustAvoid ?? [])])]);
  refuseUnclear(typeOf, sides, asked);
  const types = (ids: readonly string[]) => ids.flatMap((id) => typeOf.get(id) ?? []);
  const switches = effectiveSwitches(asked, types(from), types(to));
  const hops = await graph.hops({ from, to, switches, ...(pathsOnly ? { pathsOnly } : {}), ...(isOver ? { isOver } : {}) });
  return { found: await ranked(hops, switches, sides), hops };
}

/** @throws AppError `invalid` for an id nobody has among those to be passed or avoided, and for an end to be avoided */
function refuseUnclear(known: ReadonlyMap<string, unknown>, { from, to }: TraceSides, { mustPass = [], mustAvoid = [] }: Input['body']['switches']): void {
  for (const [field, ids] of [
    ['mustPass', mustPass],
    ['mustAvoid', mustAvoid],
  ] as const) {
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw new AppError('invalid', `/switches/${field}: there is no entity "${unknown}". Name one of the case.`);
  }
  const ends = new Set([...from, ...to]);
  const both = mustAvoid.find((id) => ends.has(id) || mustPass.includes(id));
  if (both !== undefined)
    throw new AppError(
      'invalid',
      `/switches/mustAvoid: "${both}" is ${ends.has(both) ? 'an end of the trace' : 'to be passed as well'}. Take it out of one of the two.`,
    );
}

/** The answer of a graph to a trace between two sets of entities. */
export async function answerTrace(graph: Graph, sides: TraceSides, asked: Input['body']['switches'], isOver?: () => boolean): Promise<AnswerOf<Route>> {
  const { from, to } = sides;
  const traced = await traceIn(graph, sides, asked, isOver);
  const { sameEnds: same = [], alsoSaid = [], nearest = [] } = traced;
  const paths = [...traced.paths, ...traced.commonBody];
  // A chain of decisions that two are the same is told link by link: those in between are named, too.
  const decisions = [...same, ...paths.flatMap((path) => path.same)].flatMap((step) => step.decisions);
  const ctx = await graph.context({
    claims: [
      ...paths.flatMap((path) => path.hops.flatMap((hop) => hop.claims)),
      ...nearest.flatMap(({ path }) => path.hops.map((hop) => hop.best)),
      ...alsoSaid.slice(0, ALSO_SAID_SHOWN),
    ],
    entities: [
      ...from,
      ...to,
      ...traced.switches.mustPass,
      ...traced.switches.mustAvoid,
      ...paths.flatMap((path) => path.entities),
      ...nearest.flatMap(({ path }) => path.entities),
      ...traced.hubsNotPassed,
      ...decisions.flatMap(({ a, b }) => [a, b]),
    ],
  });
  return traceAnswer({ ...traced, onRecord: await onRecordOfEnds(graph, traced.paths) }, ctx);
}

/** What is on record of the ends of the paths themselves. */
export async function onRecordOfEnds(graph: Graph, paths: readonly { entities: readonly string[] }[]): Promise<OnRecord> {
  const ends = [...new Set(paths.flatMap(({ entities }) => [entities[0] ?? '', entities.at(-1) ?? '']))];
  if (ends.length === 0) return new Map();
  try {
    const { entries, ctx } = await graph.roles({ entities: ends });
    const deeds = deedsToName(entries);
    if (deeds.length === 0) return onRecordOf(entries, ctx);
    return onRecordOf(entries, await graph.context({ claims: deeds, entities: entries.flatMap(({ entity, plot }) => [entity, plot]) }));
  } catch (error) {
    // Of more ends than roles are derived for the names are told alone.
    if (error instanceof AppError && error.code === 'limit') return new Map();
    throw error;
  }
}

export async function sidesOf(body: Pick<Input['body'], 'from' | 'to'>, source: SelectorSource): Promise<TraceSides> {
  const from = await resolveSelector(body.from, source, '/from');
  const to = await resolveSelector(body.to, source, '/to');
  return { from: from.ids, to: to.ids, gone: [...new Set([...from.gone, ...to.gone])].sort(), asked: { from: askedSide(body.from), to: askedSide(body.to) } };
}

async function ranked({ search, graph, completeTo }: HopsAnswer, switches: EffectiveSwitches, sides: TraceSides): Promise<Traced> {
  const all = await runInSlices(rankPathsInSlices(search.paths, graph, switches, sides));
  const commonBody = all.commonBody.slice(0, COMMON_BODY_SHOWN);
  return {
    paths: all.paths,
    // "Only a body in common" is no longer certain where longer paths were not searched.
    commonBody: completeTo < switches.maxHops ? [] : commonBody,
    switches,
    sides,
    completeTo,
    entitiesSeen: search.entitiesSeen,
    stoppedAtLimit: search.stoppedAtLimit,
    more: search.more || commonBody.length < all.commonBody.length,
    hubsNotPassed: search.hubsNotPassed.slice(0, HUBS_NAMED),
    hubs: search.hubsNotPassed.length,
  };
}
