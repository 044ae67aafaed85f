/** Every question as recorded. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

export const listQuestionRows = defineQuery({
  file: 'read/list-questions.cypher',
  mode: 'READ',
  params: z.strictObject({
    rev: z.int(),
  }),
  row: z.object({ json: z.string() }),
});
