/** Statements on records of any kind: by id, by dataset, their past states, and their removal. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, byIds, idRow, ids, nothing, rev } from './shapes.ts';

const kindAndId = z.object({ kind: z.string(), id: z.string() });
const kindAndJson = z.object({ kind: z.string(), json: z.string() });
/** Ids by kind; every kind must be a key, if only with an empty list. */
const idsByKind = z.record(z.string(), ids);

export const recordsOfKindsRows = defineQuery({ name: 'list-records-of-kinds', params: z.strictObject({ rev, kinds: ids }), row: kindAndJson });
export const datasetRecordRows = defineQuery({ name: 'list-dataset-records', params: z.strictObject({ rev, datasets: ids }), row: kindAndId });
export const datasetCountRows = defineQuery({
  name: 'count-dataset-records',
  params: z.strictObject({ rev, datasets: ids }),
  row: z.object({ kind: z.string(), dataset: z.string(), n: z.int() }),
});

export const knownRecordRows = defineQuery({
  name: 'load-known-records',
  params: z.strictObject({ rev, ids: idsByKind }),
  row: z.object({
    kind: z.string(),
    json: z.string(),
    /** The revision that wrote this state. */
    since: rev,
    /** Of a claim: the other ids by which datasets call it. */
    aliases: ids,
  }),
});
export const knownClaimRows = defineQuery({
  name: 'load-known-claims',
  params: z.strictObject({
    rev,
    ids,
    /** Hashes of proposition keys. */
    keys: ids,
  }),
  row: z.object({
    id: z.string(),
    aliases: ids,
    /** As JSON. */
    citations: ids,
  }),
});
export const knownAliasRows = defineQuery({ name: 'load-known-aliases', inTurns: 'ids', params: byIds, row: z.object({ id: z.string(), aliases: ids }) });
export const knownIdRows = defineQuery({
  name: 'list-known-ids',
  params: z.strictObject({
    rev,
    /** Most ids of each kind. */
    most: z.int(),
  }),
  row: kindAndId,
});
export const lineageIdRows = defineQuery({ name: 'load-known-lineage', inTurns: 'ids', params: byIds, row: idRow });

export const lastImportedRows = defineQuery({
  name: 'load-last-imported',
  params: z.strictObject({
    rows: z.array(
      z.strictObject({
        /** `kind/id` */
        key: z.string(),
        since: rev,
      }),
    ),
  }),
  row: z.object({ key: z.string(), json: z.string() }),
});
export const versionsAt = defineQuery({ name: 'load-versions-at', params: z.strictObject({ rev, limit: z.int() }), row: kindAndJson });
export const countVersionsAt = defineQuery({ name: 'count-versions-at', params: atRevision, row: z.object({ claims: z.int() }) });
export const laterRecords = defineQuery({
  name: 'list-later-records',
  params: z.strictObject({
    rev,
    /** The revision after which they were written. */
    after: z.int(),
    limit: z.int(),
  }),
  row: z.object({ label: z.string(), id: z.string() }),
});

export const keepVersions = defineQuery({
  name: 'keep-versions',
  params: z.strictObject({
    rev,
    /** [id, json] by kind; every kind must be a key, if only with an empty list. */
    rows: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  }),
  row: nothing,
});
export const removeRecords = defineQuery({ name: 'remove-records', params: z.strictObject({ ids: idsByKind }), row: nothing });
