/** Lists the questions shipped with the datasets. */
import type { listQuestions as contract } from '../../contract/routes/questions.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listQuestions(db: Database, _input?: unknown, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  return { questions: await readGraph(db, undefined, (graph) => graph.questions(), o) };
}
