/** The statements that write records, their ties, figures and versions: what a commit and a staged batch are made of. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

const map = z.record(z.string(), z.unknown());
const written = z.object({ n: z.int() });
const put = { rev: z.int() };
const write = <P extends z.ZodRawShape, R extends z.ZodType>(stem: string, params: P, row: R) =>
  defineQuery({ file: `write/${stem}.cypher`, mode: 'WRITE', params: z.strictObject(params), row });
const nothing = z.object({});
const list = z.array(z.string());
const simple = z.array(z.object({ id: z.string(), props: map }));

export const putDatasets = write('put-datasets', { ...put, rows: simple }, written);
export const putVoices = write('put-voices', { ...put, rows: simple }, written);
export const putSources = write('put-sources', { ...put, rows: simple }, written);
export const putPredicates = write('put-predicates', { ...put, rows: simple }, written);
export const putIdentities = write('put-identities', { ...put, rows: simple }, written);
export const putQuestions = write('put-questions', { ...put, rows: simple }, written);
export const putEntities = write('put-entities', { ...put, rows: z.array(z.object({ id: z.string(), type: z.string(), props: map })) }, written);
export const linkSources = write(
  'link-sources',
  { rows: z.array(z.object({ id: z.string(), voice: z.string(), textOf: z.string().nullable(), how: z.string().nullable() })) },
  written,
);
export const putRivals = write('put-rivals', { ...put, rows: z.array(z.object({ id: z.string(), claims: list, props: map })) }, written);
const claimRows = z.array(z.object({ id: z.string(), props: map, ends: z.array(z.tuple([z.string(), z.string(), z.int()])) }));
export const putClaims = write('put-claims', { ...put, rows: claimRows }, written);
export const putSegments = write('put-segments', { rows: z.array(z.object({ type: z.string(), from: z.string(), to: z.string(), props: map })) }, written);
const citationRows = z.array(z.object({ id: z.string(), claim: z.string(), source: z.string(), root: z.string().nullable(), via: list, props: map }));
export const putCitations = write('put-citations', { ...put, rows: citationRows }, written);
export const clearClaims = write('clear-claims', { claims: list }, nothing);
export const clearSegments = write('clear-segments', { claims: list }, nothing);
export const clearCitations = write('clear-citations', { ids: list }, nothing);
export const moveRoots = write('move-roots', { rows: z.array(z.object({ id: z.string(), root: z.string().nullable() })) }, nothing);
export const writeFigures = write('write-figures', { rows: simple }, written);
export const writeSegmentFigures = write('write-segment-figures', { rows: z.record(z.string(), simple) }, nothing);
export const markStale = write('mark-stale', { ids: list }, nothing);
export const keepVersions = write('keep-versions', { rev: z.int(), rows: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))) }, nothing);
export const removeRecords = write('remove-records', { ids: z.record(z.string(), list) }, nothing);
export const publishRevision = write(
  'publish-revision',
  { rev: z.int(), id: z.string(), kind: z.string(), who: z.string(), why: z.string(), at: z.string(), changed: z.array(z.string()).nullable() },
  nothing,
);
