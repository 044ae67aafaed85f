/** Statements on the notebook. */
import { z } from 'zod';
import { NOTEBOOK_KINDS } from '../../domain/model/lists.ts';
import { defineQuery } from '../query.ts';
import { noParams } from './shapes.ts';

const kind = z.enum(NOTEBOOK_KINDS);
/** `changed`: an instant, ISO 8601, UTC. */
const row = z.object({ id: z.string(), kind, json: z.string(), version: z.int(), changed: z.string() });
const one = z.strictObject({ id: z.string() });

export const countNotebook = defineQuery({ name: 'count-notebook', params: noParams, row: z.object({ number: z.int(), characters: z.int() }) });
export const listNotebookRows = defineQuery({
  name: 'list-notebook',
  params: z.strictObject({ about: z.string().nullable(), assessment: z.string().nullable() }),
  row,
});
export const readNotebookRow = defineQuery({ name: 'read-notebook-entry', params: one, row });
export const removeNotebookRow = defineQuery({ name: 'delete-notebook-entry', params: one, row: z.object({ deleted: z.int() }) });
export const writeNotebookRow = defineQuery({
  name: 'save-notebook-entry',
  params: z.strictObject({
    id: z.string(),
    kind,
    /** Keys of what it names (`aboutKey`). */
    names: z.array(z.string()),
    assessment: z.string().nullable(),
    json: z.string(),
    changed: z.string(),
  }),
  row: z.object({ version: z.int() }),
});
