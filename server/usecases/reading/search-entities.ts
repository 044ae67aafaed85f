/** Finds entities by name, also in other scripts and misspelt, and says which name matched and why. */
import type { searchEntities as contract } from '../../contract/routes/entities.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';

type Route = typeof contract;

export async function searchEntities(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { q, types, exact, offset = 0, limit } = query;
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { found, total, totalAtLeast, ctx } = await graph.search({ q, types, exact, offset, limit });
      const results = found.flatMap(({ id, name, why }) => {
        const entity = ctx.node(id);
        if (!entity) return [];
        const { text, lang, kind } = name ?? { text: entity.name, lang: entity.nameLang, kind: entity.label ? 'label' : 'primary' };
        return [{ entity, matched: { text, lang, kind, why } }];
      });
      return { results, total, totalAtLeast, revision: graph.revision };
    },
    o,
  );
}
