/** Statements on the database as a whole: the migrations applied to it, the versions of its forms, its copy. */
import { z } from 'zod';
import { defineQuery } from '../../query.ts';
import { ids, noParams, nothing, written } from '../shapes.ts';

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

/** Properties as they are stored: texts, whole numbers, booleans, and lists of these. */
const stored = z.record(z.string(), z.unknown());
export const readState = defineQuery({
  name: 'read-state',
  params: noParams,
  row: z.object({
    /** Another one after each write. */
    lock: z.string(),
    state: stored,
  }),
});
export const streamNodes = defineQuery({
  name: 'stream-nodes',
  params: noParams,
  row: z.object({
    /** Its number in this database. */
    n: z.int(),
    labels: ids,
    properties: stored,
  }),
});
/** `a` and `b`: the numbers of its ends. */
const tie = z.object({ a: z.int(), b: z.int(), type: z.string(), properties: stored });
export const streamTies = defineQuery({ name: 'stream-ties', params: noParams, row: tie });
export const findAnyRecord = defineQuery({ name: 'find-any-record', params: noParams, row: z.object({ found: z.boolean() }) });
export const beginRestore = defineQuery({
  name: 'begin-restore',
  params: z.strictObject({
    /** Of the backup. */
    digest: z.string(),
  }),
  row: nothing,
});
export const createNodes = defineQuery({
  name: 'create-nodes',
  params: z.strictObject({ rows: z.array(z.object({ n: z.int(), labels: ids, properties: stored })) }),
  row: nothing,
});
export const createTies = defineQuery({ name: 'create-ties', params: z.strictObject({ rows: z.array(tie) }), row: written });
export const deleteSome = defineQuery({ name: 'delete-some', params: z.strictObject({ limit: z.int() }), row: written });
export const endRestore = defineQuery({ name: 'end-restore', params: z.strictObject({ state: stored }), row: nothing });
export const forgetNumbers = defineQuery({ name: 'forget-numbers', params: z.strictObject({ limit: z.int() }), row: written });
