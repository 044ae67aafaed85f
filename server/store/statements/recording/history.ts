/** Statements on what change sets changed, and on the states that records had. */
import { z } from 'zod';
import { defineQuery } from '../../query.ts';
import { ids, rev } from '../shapes.ts';

const revisions = z.array(rev);
const changeSetRow = z.object({
  id: z.string(),
  kind: z.string(),
  who: z.string(),
  why: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  revision: rev,
  /** `kind/id` of each record put or removed; null where there were too many to name them. */
  changed: ids.nullable(),
  /** Ids of the change sets that it undoes. */
  undoes: ids.nullable(),
  /** What it did to claims, in words; null of one written before these were kept. */
  effects: z.array(z.string()).nullable(),
});
export type ChangeSetRow = z.infer<typeof changeSetRow>;

export const changedAt = defineQuery({ name: 'list-changed-at', params: z.strictObject({ rev, revisions }), row: z.object({ key: z.string() }) });
export const changeSetsAt = defineQuery({ name: 'list-change-sets-at', params: z.strictObject({ revisions }), row: changeSetRow });
export const changeSetsBelow = defineQuery({
  name: 'list-change-sets-below',
  params: z.strictObject({ rev, offset: z.int(), limit: z.int() }),
  row: changeSetRow,
});
/** `named`: the claim as the JSON of a citation names it. */
export const citationsEver = defineQuery({
  name: 'list-citations-ever',
  params: z.strictObject({ rev, claim: z.string(), named: z.string() }),
  row: z.object({ id: z.string() }),
});
export const undoneAmong = defineQuery({ name: 'list-undone', params: z.strictObject({ ids }), row: z.object({ id: z.string(), undoes: ids, revision: rev }) });
export const versionRows = defineQuery({
  name: 'list-versions',
  inTurns: 'keys',
  params: z.strictObject({
    keys: ids,
    /** Only states replaced or removed at this revision or later. */
    since: rev,
  }),
  row: z.object({
    key: z.string(),
    from: rev,
    to: rev,
    json: z.string(),
    /** Of a claim: the other ids by which datasets called it then. */
    aliases: ids,
  }),
});
