/** The questions shipped with a dataset. */
import { z } from 'zod';
import { fileQuestion } from '../file-format.ts';
import { defineRoute } from '../route.ts';

const [trace, claims, roles] = fileQuestion.options;
/** Added to each kind: an intersection of closed objects would allow nothing. */
const inDataset = { dataset: z.string() };
export const listQuestions = defineRoute({
  id: 'list-questions',
  method: 'GET',
  path: '/api/questions',
  tag: 'explore',
  kind: 'read',
  summary: 'Ready questions, each a trace, a list of claims or of roles with its parameters',
  response: z.object({
    questions: z.array(z.discriminatedUnion('kind', [trace.extend(inDataset), claims.extend(inDataset), roles.extend(inDataset)])),
  }),
});
