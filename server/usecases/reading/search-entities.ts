/** Finds entities by name, also in other scripts and misspelt, and says which name matched and why. */
import { API_LIMITS } from '../../contract/parts.ts';
import { cutQuery } from '../../domain/searching/cut-query.ts';
import type { searchEntities as contract } from '../../contract/routes/entities.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { tellApart } from './tell-apart.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function searchEntities(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { types, exact, offset = 0, limit } = query;
  const { text: q, cut, whole } = cutQuery(query.q, API_LIMITS.searchText);
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { found: matches, total, totalAtLeast, ctx } = await graph.search({ q, whole, types, exact, offset, limit });
      const found = matches.flatMap(({ id, dataset, name, why }) => {
        const entity = ctx.node(id);
        if (!entity) return [];
        const { text, lang, kind } = name ?? { text: entity.name, lang: entity.nameLang, kind: entity.label ? 'label' : 'primary' };
        return [{ entity, dataset, matched: { text, lang, kind, why } }];
      });
      // An empty search lists many entities, and each is shown by its type.
      const apart =
        q === ''
          ? new Map<string, string>()
          : await tellApart(
              graph,
              found.map(({ entity }) => entity),
            );
      const results = found.map((one) => ({ ...one, ...(apart.has(one.entity.id) ? { apart: apart.get(one.entity.id) } : {}) }));
      return { results, total, totalAtLeast, cut, revision: graph.revision };
    },
    o,
  );
}
