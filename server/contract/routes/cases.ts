/** Whole cases: copied, removed. One is made, and named anew, by a change of its dataset record (`changes.ts`). */
import { z } from 'zod';
import { idParams } from '../parts.ts';
import { id, longText, shortText } from '../records.ts';
import { defineRoute } from '../route.ts';
import { changeReport } from './changes.ts';

const signed = {
  who: shortText.describe('Who does it.'),
  why: longText.describe('Why it is done.'),
  operation: z.uuid().describe('An id of the caller for this write: sent again, it is applied once. It becomes the id of the change set.'),
};

export const copyCase = defineRoute({
  id: 'copy-case',
  method: 'POST',
  path: '/api/cases/:id/copy',
  tag: 'records',
  kind: 'write',
  summary: 'Copy a case: a case of its own, whose records have ids under it. Its texts are not copied',
  params: idParams,
  body: z.strictObject({ ...signed, dataset: id.describe('Id of the new case.'), title: shortText }),
  response: changeReport,
});
export const sizeCase = defineRoute({
  id: 'size-case',
  method: 'GET',
  path: '/api/cases/:id/size',
  tag: 'records',
  kind: 'read',
  summary: 'How many records a case has, its header included: the number that is given to remove it',
  params: idParams,
  response: z.object({ records: z.int(), texts: z.int(), revision: z.int() }),
});
export const removeCase = defineRoute({
  id: 'remove-case',
  method: 'POST',
  path: '/api/cases/:id/remove',
  tag: 'records',
  kind: 'write',
  summary:
    'Remove a case with all its records, and its texts for good. Refused where `records` is not how many there are, and where another case refers to one',
  params: idParams,
  body: z.strictObject({ ...signed, records: z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('How many records the case has, its header included.') }),
  response: changeReport,
});
