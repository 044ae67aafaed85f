/** Lists who stands on the shortest links from sponsors to plots, or between any two sets, those on most of them first. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { listBrokers as contract } from '../../contract/routes/holding-up.ts';
import { hedgedRole } from '../../domain/figures/roles.ts';
import { counted } from '../../domain/telling/narration.ts';
import { effectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { entityReference } from '../views/references.ts';
import { statedOf } from '../views/trace-view.ts';
import { overAfter, sidesOf } from './trace-paths.ts';

type Route = typeof contract;
/** Roles of an entity that are told. */
const ROLES_TOLD = 5;

/** @throws AppError `not-found` for an unknown id or saved set, `limit` for a case that does not fit the memory */
export async function listBrokers(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { from = { role: 'sponsor' }, to = { type: 'Plot' }, clocks, limit } = body;
  const isOver = overAfter(API_LIMITS.traceSearchMs, o?.signal);
  return readGraph(
    db,
    clocks,
    async (graph) => {
      const sides = await sidesOf({ from, to }, { graph, savedSet: savedSetsIn(db) });
      const typeOf = await graph.known([...sides.from, ...sides.to]);
      const types = (ids: readonly string[]) => ids.flatMap((id) => typeOf.get(id) ?? []);
      const switches = effectiveSwitches(body.switches, types(sides.from), types(sides.to));
      const found = await graph.brokers({ ...sides, switches, most: limit, isOver });
      const between = found.brokers.map(({ entity }) => entity);
      const roles = between.length > 0 ? await graph.roles({ entities: between }) : undefined;
      const rolesOf = (id: string) =>
        roles === undefined ? [] : [...new Set(roles.entries.filter(({ entity }) => entity === id).map((entry) => hedgedRole(entry, roles.ctx.nameOf)))];
      const ctx = await graph.context({ claims: [], entities: [...sides.from, ...sides.to, ...between] });
      return {
        brokers: found.brokers.map(({ entity, score, pairs }) => ({
          entity: entityReference(entity, ctx),
          score,
          pairs,
          roles: rolesOf(entity).slice(0, ROLES_TOLD),
        })),
        pairs: found.pairs,
        linked: found.linked,
        text: textOf(found),
        stated: statedOf({ clocks: graph.clocks, sides, switches }, ctx),
        stoppedAtLimit: found.stopped,
        nodes: found.brokers.flatMap(({ entity }) => ctx.node(entity) ?? []),
        revision: graph.revision,
      };
    },
    o,
  );
}

function textOf({ pairs, linked, brokers, stopped }: { pairs: number; linked: number; brokers: readonly unknown[]; stopped: boolean }): string {
  const of = `${linked} of ${counted(pairs, 'pair')} of ends ${linked === 1 ? 'is' : 'are'} linked`;
  const who =
    brokers.length === 0
      ? 'nobody stands between them'
      : 'those on most of their shortest links come first. To stand on a link is no accusation: what is claimed of each says what it is';
  return `${of}; ${who}.${stopped ? ' The time was over before all were looked at.' : ''}`;
}
