/** Lists the roles of entities in plots, derived from the claims and hedged by their standing; and answers in words where that is asked for. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { listRoles as contract } from '../../contract/routes/roles.ts';
import type { AnswerInWords } from '../../domain/answering/answer-in-words.ts';
import { answerRolesInWords } from '../../domain/answering/answer-roles.ts';
import { byStanding } from '../../domain/figures/by-standing.ts';
import type { Graph } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { plotRoles } from '../views/role-view.ts';

type Route = typeof contract;

export async function listRoles(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { plots, roles, entities, datasets, inWords } = query;
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const found = await graph.roles({ plots, roles, entities, datasets });
      return {
        ...(inWords ? { answer: await rolesInWords(graph, found) } : {}),
        plots: plotRoles(found.entries, found.ctx),
        revision: graph.revision,
      };
    },
    o,
  );
}

/** The roles found, told: counted are as many of their claims, of the highest standing, as a list may hold. */
export async function rolesInWords(graph: Graph, { entries, ctx }: Awaited<ReturnType<Graph['roles']>>): Promise<AnswerInWords> {
  const claims = [...new Set(entries.map(({ claim }) => claim))].flatMap((id) => ctx.figures.get(id) ?? []).sort(byStanding);
  const ids = claims.slice(0, API_LIMITS.listResults).map(({ claim }) => claim);
  const counted = new Set(ids);
  const told = entries.filter(({ claim }) => counted.has(claim));
  return answerRolesInWords(told, claims.length, await graph.context({ claims: ids, entities: new Set(told.flatMap(({ entity, plot }) => [entity, plot])) }));
}
