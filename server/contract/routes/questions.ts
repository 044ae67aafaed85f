/** The questions shipped with a dataset. */
import { z } from 'zod';
import { fileQuestion } from '../file-format.ts';
import { defineRoute } from '../route.ts';

export const listQuestions = defineRoute({
  id: 'list-questions',
  method: 'GET',
  path: '/api/questions',
  tag: 'explore',
  kind: 'read',
  summary: 'Ready questions, each a trace, a list of claims or of roles with its parameters',
  response: z.object({
    questions: z.array(z.intersection(fileQuestion, z.object({ dataset: z.string() }))),
  }),
});
