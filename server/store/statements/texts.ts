/** Statements on the private texts of sources, and on what citations were made for. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { atRevision, ids, jsonRow, noParams, nothing, rev } from './shapes.ts';

const source = z.string();
const head = z.object({
  source,
  language: z.string(),
  sha256: z.string(),
  revision: z.int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  paragraphs: z.int(),
  characters: z.int(),
});
export type TextHeadRow = z.infer<typeof head>;
/** `words` as JSON. Without a digest where the text was redacted. */
const anchor = z.object({ citation: z.string(), paragraph: z.int(), sha256: z.string().nullable(), words: z.string().nullable() });
export type AnchorRow = z.infer<typeof anchor>;

export const countTexts = defineQuery({ name: 'count-texts', params: noParams, row: z.object({ number: z.int(), characters: z.int() }) });
/** `json`: the source as recorded. */
export const listTextRows = defineQuery({ name: 'list-texts', params: atRevision, row: head.extend({ json: z.string() }) });
export const readTextRow = defineQuery({ name: 'read-text', params: z.strictObject({ source }), row: head.extend({ text: z.string() }) });
export const anchorsOfSources = defineQuery({
  name: 'list-anchors',
  inTurns: 'sources',
  params: z.strictObject({ sources: ids }),
  row: anchor.extend({ source }),
});
export const citedInSources = defineQuery({ name: 'list-cited-in', inTurns: 'sources', params: z.strictObject({ rev, sources: ids }), row: jsonRow });
export const writeText = defineQuery({
  name: 'put-text',
  params: z.strictObject({
    source,
    language: z.string(),
    sha256: z.string(),
    at: z.string(),
    paragraphs: z.int(),
    characters: z.int(),
    text: z.string(),
  }),
  row: z.object({ revision: z.int() }),
});
export const removeText = defineQuery({ name: 'delete-text', params: z.strictObject({ source }), row: nothing });
export const writeAnchors = defineQuery({ name: 'put-anchors', params: z.strictObject({ source, rows: z.array(anchor) }), row: nothing });
export const removeAnchors = defineQuery({ name: 'delete-anchors', params: z.strictObject({ source }), row: nothing });
