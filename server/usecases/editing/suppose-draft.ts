/** The case as if a draft had been written: planned as its plan is, and worked out in memory. Nothing is written. */
import { AppError } from '../../domain/model/errors.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Database } from '../../store/connect.ts';
import type { CallOptions } from '../route-types.ts';
import { planChange, type ChangeRequest } from './plan-change.ts';
import { workOf } from './report-change.ts';

/**
 * @param graph the case as it is
 * @param clocks at which it is seen with the draft
 * @throws AppError what a write of the draft would be refused with: `refused` with every problem, `conflict` where a record of it was changed since it was
 * read, with pointers that begin with `/draft`; `limit` where the case with it does not fit the memory set for it
 */
export async function supposeDraft(db: Database, graph: Graph, draft: ChangeRequest, clocks: Clocks | undefined, o?: CallOptions): Promise<Graph> {
  return graph.supposing(async () => {
    try {
      const planned = await db.read((tx) => planChange(tx, draft), o);
      return { delta: workOf(planned).plan, revision: planned.revision };
    } catch (error) {
      const problems = error instanceof AppError ? error.details.problems : undefined;
      if (!(error instanceof AppError) || !problems) throw error;
      const placed = problems.map((problem) => (problem.pointer === undefined ? problem : { ...problem, pointer: `/draft${problem.pointer}` }));
      throw new AppError(error.code, error.message, { ...error.details, problems: placed }, { cause: error });
    }
  }, clocks);
}
