/** Reads what holds up the paths of a trace, an entity or a claim: the claims, sources and voices without which nothing of it is left. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { readWhatHolds as contract } from '../../contract/routes/holding-up.ts';
import { AppError } from '../../domain/model/errors.ts';
import { ELEMENT_KINDS, type CaseAsIs } from '../../domain/holding-up/case-without.ts';
import { whatHolds, type HeldUp, type HoldsUp } from '../../domain/holding-up/what-holds.ts';
import type { Graph, WholeCase } from '../../graph/graph.ts';
import { noEntity } from '../../graph/not-found.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { holdsUpView } from '../views/holds-up-view.ts';
import { statedOf } from '../views/trace-view.ts';
import type { SelectorSource } from './resolve-selector.ts';
import { overAfter, sidesOf, traceIn } from './trace-paths.ts';

type Route = typeof contract;
type Asked = InputOf<Route>['body']['of'];

/** @throws AppError `not-found` for an entity or claim that is not there, `limit` for a case that does not fit the memory */
export async function readWhatHolds(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const isOver = overAfter(API_LIMITS.traceSearchMs, o?.signal);
  return readGraph(
    db,
    body.clocks,
    async (graph) => {
      const whole = await graph.whole();
      const { heldUp, stated } = await askedOf(body.of, { graph, savedSet: savedSetsIn(db) }, whole, isOver);
      const found = await whatHoldsIn(graph, whole, heldUp, isOver);
      return { total: found[0]?.of ?? 0, kinds: found.map((one) => holdsUpView(one, heldUp.kind, whole)), stated, revision: graph.revision };
    },
    o,
  );
}

async function whatHoldsIn(graph: Graph, whole: WholeCase, heldUp: HeldUp, isOver: () => boolean): Promise<HoldsUp[]> {
  const as: CaseAsIs = { records: whole.records, figures: whole.figures, clocks: graph.clocks, graph: await whole.compactGraph() };
  const found: HoldsUp[] = [];
  for (const kind of ELEMENT_KINDS) found.push(await runInSlices(whatHolds(as, heldUp, kind), isOver));
  return found;
}

async function askedOf(of: Asked, source: SelectorSource, whole: WholeCase, isOver: () => boolean): Promise<{ heldUp: HeldUp; stated: string[] }> {
  if (of.kind === 'claim') {
    if (!whole.figures.get(of.id)?.visible) throw new AppError('not-found', `There is no claim "${of.id}" in this view.`);
    return { heldUp: { kind: 'claims', claims: [of.id] }, stated: [] };
  }
  if (of.kind === 'entity') {
    if (!whole.records.entities.has(of.id)) throw noEntity(of.id, source.graph.clocks);
    return { heldUp: { kind: 'claims', claims: whole.claimsOf(of.id) }, stated: [] };
  }
  const sides = await sidesOf(of, source);
  const traced = await traceIn(source.graph, sides, of.switches, isOver);
  const paths = traced.paths.map(({ hops }) => hops.map(({ claims }) => claims));
  const { from, to } = sides;
  return { heldUp: { kind: 'trace', from, to, switches: traced.switches, paths }, stated: statedOf(traced, whole) };
}
