/** Reads given entities and every claim whose ends and qualifiers are all among them; also with a draft. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { DraftChange } from '../../contract/routes/changes.ts';
import type { readSubgraph as contract } from '../../contract/routes/subgraph.ts';
import { nodesById } from '../../graph/nodes-by-id.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { supposeDraft } from '../editing/suppose-draft.ts';
import { edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;

export async function readSubgraph(
  db: Database,
  { body }: { body: InputOf<Route>['body'] & { draft?: DraftChange | undefined } },
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  const ids = [...new Set(body.ids)];
  return readGraph(
    db,
    body.clocks,
    async (onRecord) => {
      const graph = body.draft ? await supposeDraft(db, onRecord, body.draft, body.clocks, o) : onRecord;
      const { claims, total, ctx } = await graph.among(ids, API_LIMITS.subgraphClaims);
      return {
        nodes: await nodesById(ids, ctx),
        edges: await edgeViews(claims, ctx),
        missing: ids.filter((id) => !ctx.node(id)),
        more: Math.max(0, total - claims.length),
        revision: graph.revision,
      };
    },
    o,
  );
}
