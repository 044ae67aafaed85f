/** Lists the claims that match a filter, in pages, with exact totals; and answers in words where that is asked for. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { listClaims as contract } from '../../contract/routes/claims.ts';
import { answerClaimsInWords } from '../../domain/answering/answer-claims.ts';
import type { AnswerInWords } from '../../domain/answering/answer-in-words.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';
import type { Graph } from '../../graph/graph.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeEntities, edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;

export async function listClaims(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { filter, clocks, order, limit, offset, inWords } = body;
  return readGraph(
    db,
    clocks,
    async (graph) => {
      const page = await graph.claims(filter, { order, offset, limit });
      const claims = await edgeViews(page.claims, page.ctx);
      return {
        ...(inWords ? { answer: await claimsInWords(graph, filter) } : {}),
        claims,
        nodes: await nodesById(claims.flatMap(edgeEntities), page.ctx),
        total: page.total,
        uncertain: page.uncertain,
        revision: graph.revision,
      };
    },
    o,
  );
}

/** The claims that match, told: counted are as many of the highest standing as a list may hold. */
export async function claimsInWords(graph: Graph, filter: ClaimFilter): Promise<AnswerInWords> {
  const { claims, total } = await graph.claims(filter, { order: 'standing', offset: 0, limit: API_LIMITS.listResults });
  const ids = claims.map(({ id }) => id);
  return answerClaimsInWords(ids, total, await graph.context({ claims: ids, entities: new Set(claims.flatMap(entitiesOf)) }));
}
