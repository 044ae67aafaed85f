/** Statements on the migrations applied to this database. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { noParams, nothing, written } from './shapes.ts';

export const listMigrations = defineQuery({
  name: 'list-migrations',
  params: noParams,
  row: z.object({
    id: z.string(),
    file: z.string(),
    /** SHA-256 of the file. */
    checksum: z.string(),
  }),
});
export const recordMigration = defineQuery({
  name: 'record-migration',
  params: z.strictObject({
    id: z.string(),
    file: z.string(),
    /** SHA-256 of the file. */
    checksum: z.string(),
    /** ISO 8601, UTC */
    at: z.string(),
  }),
  row: nothing,
});

export const readFiguresVersion = defineQuery({ name: 'read-figures-version', params: noParams, row: z.object({ version: z.int().nullable() }) });
export const keepFiguresVersion = defineQuery({ name: 'keep-figures-version', params: z.strictObject({ version: z.int() }), row: nothing });

export const readSearchVersion = defineQuery({ name: 'read-search-version', params: noParams, row: z.object({ version: z.int().nullable() }) });
export const keepSearchVersion = defineQuery({ name: 'keep-search-version', params: z.strictObject({ version: z.int() }), row: nothing });
export const listStoredNames = defineQuery({
  name: 'list-stored-names',
  params: z.strictObject({ after: z.string(), limit: z.int() }),
  row: z.object({
    id: z.string(),
    /** As JSON. */
    names: z.string(),
  }),
});
export const putSearchForms = defineQuery({
  name: 'put-search-forms',
  params: z.strictObject({ rows: z.array(z.object({ id: z.string(), search: z.string() })) }),
  row: written,
});
