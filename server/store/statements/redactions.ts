/** Statements on redactions, and on nodes and relationships as they lie in the store. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { ids, noParams, nothing, props, rev, written } from './shapes.ts';

const redaction = {
  id: z.string(),
  /** ISO 8601, UTC */
  at: z.string(),
  who: z.string(),
  why: z.string(),
  /** The revision that it made. */
  revision: rev,
  /** Id of the person now. */
  person: z.string(),
  salt: z.string(),
  /** Of the id and the names before (`domain/redacting/marks`). */
  marks: ids,
};

export const listRedactionRows = defineQuery({ name: 'list-redactions', params: noParams, row: z.object({ ...redaction, lifted: z.boolean() }) });
export const recordRedaction = defineQuery({ name: 'record-redaction', params: z.strictObject(redaction), row: nothing });
export const liftRedaction = defineQuery({ name: 'lift-redaction', params: z.strictObject({ id: z.string() }), row: written });

export const readElementIds = defineQuery({ name: 'read-element-ids', params: noParams, row: z.object({ store: z.string() }) });
export const streamNumberedTies = defineQuery({
  name: 'stream-numbered-ties',
  params: noParams,
  row: z.object({ r: z.int(), a: z.int(), b: z.int(), type: z.string(), properties: props }),
});
const rewritten = z.strictObject({ rows: z.array(z.object({ id: z.string(), properties: props })) });
export const rewriteNodes = defineQuery({ name: 'rewrite-nodes', params: rewritten, row: written });
export const rewriteTies = defineQuery({ name: 'rewrite-ties', params: rewritten, row: written });
export const addTies = defineQuery({
  name: 'add-ties',
  params: z.strictObject({ rows: z.array(z.object({ a: z.string(), b: z.string(), type: z.string(), properties: props })) }),
  row: written,
});
export const deleteNodes = defineQuery({ name: 'delete-nodes', params: z.strictObject({ ids }), row: nothing });
export const deleteTies = defineQuery({ name: 'delete-ties', params: z.strictObject({ ids }), row: nothing });
