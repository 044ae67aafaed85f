/** Statements on the words of what is said: passages, texts as objects, sources, voices. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { idRow, ids, jsonRow, nothing, rev, written } from './shapes.ts';

export const STORED_TEXTS = ['citation', 'claim', 'source', 'voice'] as const;

/** What has a word: entities by a name, predicates, claims by a text as object. */
const havingWord = z.strictObject({ entities: ids, predicates: ids, claims: ids });
export type HavingWord = z.infer<typeof havingWord>;

export const listStoredTexts = defineQuery({
  name: 'list-stored-texts',
  params: z.strictObject({ kind: z.enum(STORED_TEXTS), after: z.string(), limit: z.int() }),
  row: z.object({
    /** The id that the database gave the node. */
    node: z.string(),
    id: z.string(),
    /** The record as canonical JSON. */
    json: z.string(),
  }),
});
export const readSaidVersion = defineQuery({ name: 'read-said-version', params: z.strictObject({}), row: z.object({ version: z.int().nullable() }) });
/** `text`: a Lucene query of escaped words; `fetch`: most hits read from the index. */
const fullText = z.strictObject({ rev, text: z.string(), fetch: z.int() });
export const searchObjectTexts = defineQuery({ name: 'search-object-texts', params: fullText, row: idRow });
export const searchPassages = defineQuery({
  name: 'search-passages',
  params: fullText,
  row: z.object({ kind: z.enum(['citation', 'source', 'voice']), json: z.string() }),
});
export const searchPropositions = defineQuery({
  name: 'search-propositions',
  params: z.strictObject({ rev, first: havingWord, others: z.array(havingWord), limit: z.int() }),
  row: jsonRow,
});

export const keepSaidVersion = defineQuery({ name: 'keep-said-version', params: z.strictObject({ version: z.int() }), row: nothing });
export const putSaidForms = defineQuery({
  name: 'put-said-forms',
  params: z.strictObject({ rows: z.array(z.object({ node: z.string(), said: z.string().nullable() })) }),
  row: written,
});
