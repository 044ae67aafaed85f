/** Lists the questions shipped with the datasets. */
import type { listQuestions as contract } from '../../contract/routes/questions.ts';
import type { Question } from '../../domain/model/questions.ts';
import type { Database } from '../../store/connect.ts';
import { listQuestionRows } from '../../store/queries/list-questions.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listQuestions(db: Database, _input?: unknown, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const rows = await readFlat(db, ({ tx, revision }) => listQuestionRows.run(tx, { rev: revision }), o);
  const questions = rows.map(({ json }) => {
    const question: Question = JSON.parse(json);
    return question;
  });
  return { questions };
}
