/** Reads a claim with its evidence: everything that supports it and everything that disputes it. */
import type { readEvidence as contract } from '../../contract/routes/claims.ts';
import { AppError } from '../../domain/model/errors.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { evidenceView } from '../views/evidence-view.ts';

type Route = typeof contract;

export async function readEvidence(db: Database, { params, query }: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const found = await graph.evidence(params.id);
      const view = found && evidenceView(found.claim, found.ctx, found.beside);
      if (!view) throw new AppError('not-found', `There is no claim "${params.id}".`);
      return view;
    },
    o,
  );
}
