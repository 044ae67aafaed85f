/** Redactions: a person taken out of all that is kept, and the list of those who were. */
import { z } from 'zod';
import { idParams } from '../../parts.ts';
import { id, longText, recordKind, shortText } from '../../records.ts';
import { defineRoute } from '../../route.ts';

const wordList = z.array(shortText).max(50);
const asked = {
  entity: id.describe('The person.'),
  leave: wordList.default([]).describe('Words of the names that stay where they stand alone, such as a rank.'),
  also: wordList.default([]).describe('Words that are taken out wherever they stand, though others bear them, too.'),
};
const effect = z.object({
  revision: z.int(),
  /** Every name that the person alone has or had; found in any case of letters. */
  names: z.array(z.string()),
  /** Single words that are taken out wherever they stand. */
  words: z.array(z.string()),
  /** Names, and words of the names, that others bear too, and that stay where they stand alone. */
  shared: z.array(z.string()),
  /** Ids of entities that were decided to be the same, which are not redacted with the person. */
  same: z.array(z.string()),
  /** Records that are written anew, in all and by kind: the number that is given to redact. */
  records: z.int(),
  kinds: z.array(z.object({ kind: recordKind, n: z.int() })),
  /** Past states of records that are written anew. */
  versions: z.int(),
  /** Private texts and notes that are deleted for good. */
  texts: z.int(),
  notes: z.int(),
  /** Change sets, stored views, sets and other entries that are written anew. */
  others: z.int(),
});
export type RedactionEffectView = z.infer<typeof effect>;

export const planRedaction = defineRoute({
  id: 'plan-redaction',
  method: 'POST',
  path: '/api/redactions/plan',
  tag: 'records',
  kind: 'read',
  heavy: 'export',
  summary: 'Say what redacting a person would do. 503 `timeout` while it is still being worked out: send the same again',
  body: z.strictObject(asked),
  response: effect.extend({
    /** Change sets that cannot be undone afterwards. */
    undoEnds: z.int(),
    /** Backups that are kept, and looked through. */
    backups: z.int(),
  }),
});
export const redactPerson = defineRoute({
  id: 'redact-person',
  method: 'POST',
  path: '/api/redactions',
  tag: 'records',
  kind: 'write',
  summary:
    'Redact a person: names, passages and texts are taken out of the present, all past states, change sets, stored views and the kept backups, for good. Refused where `records` is not how many records it writes',
  body: z.strictObject({
    ...asked,
    who: shortText.describe('Who does it.'),
    why: longText.describe('Why it is done.'),
    operation: z.uuid().describe('An id of the caller for this write: sent again, it is applied once. It becomes the id of the redaction.'),
    revision: z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('The revision at which it was planned.'),
    records: z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('How many records it writes anew, as the plan says.'),
  }),
  response: z.object({
    id: z.string(),
    /** Id of the person from now on. */
    person: z.string(),
    effect,
    backups: z.object({
      rewritten: z.int(),
      /** Files that are no whole backups, and stayed as they are: delete them. */
      unreadable: z.array(z.string()),
    }),
  }),
});
const redaction = z.object({
  id: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  who: z.string(),
  why: z.string(),
  revision: z.int(),
  person: z.string(),
  /** Whether the person may be named again by what is imported. */
  lifted: z.boolean(),
});
export const listRedactions = defineRoute({
  id: 'list-redactions',
  method: 'GET',
  path: '/api/redactions',
  tag: 'records',
  kind: 'read',
  summary: 'Every redaction, oldest first',
  response: z.object({ redactions: z.array(redaction) }),
});
export const liftRedaction = defineRoute({
  id: 'lift-redaction',
  method: 'DELETE',
  path: '/api/redactions/:id',
  tag: 'records',
  kind: 'write',
  summary: 'Let a person who was redacted be named again by imports, edits and restored backups. What was taken out does not come back',
  params: idParams,
  response: z.object({ lifted: z.literal(true) }),
});
