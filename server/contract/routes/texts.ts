/** The private text of a source: kept, read, replaced, deleted; what is cited from it; and the text of a file. */
import { z } from 'zod';
import { API_LIMITS, idParams, queryNumber, upTo } from '../parts.ts';
import { entityType, languageTag, plainText, recordId } from '../records.ts';
import { defineRoute } from '../route.ts';
import { citationView, claimListItem, sourceView } from '../views.ts';

const operation = z.uuid().describe('An id of the caller for this write: sent again, it is applied once.');
const textRevision = z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe('The revision of the text that was read; 0 where there was none.');
const sha256 = z.string();
/** Characters of Unicode within a paragraph; `end` is the one after the last. */
const part = { paragraph: z.int(), start: z.int(), end: z.int() };

const textHead = z.object({
  source: z.string(),
  language: z.string(),
  sha256,
  /** Counted from 1 for each text; it has nothing to do with the revision of the case. */
  revision: z.int(),
  /** ISO 8601, UTC: when this version was kept. */
  at: z.string(),
  paragraphs: z.int(),
  characters: z.int(),
});
export type TextHead = z.infer<typeof textHead>;
/** A citation whose paragraph is no longer the one it was made for. */
const orphan = z.object({
  citation: z.string(),
  claim: z.string(),
  paragraph: z.int(),
  /** The words it stood on; absent where they are not known here. */
  words: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }).optional(),
  /** Whether it has a mark of exact words, which only a change of the citation can set anew. */
  marked: z.boolean(),
  /** Whether the text it stood in was redacted. */
  redacted: z.boolean(),
});
export type Orphan = z.infer<typeof orphan>;

export const listTexts = defineRoute({
  id: 'list-texts',
  method: 'GET',
  path: '/api/texts',
  tag: 'evidence',
  kind: 'read',
  summary: 'The sources whose text is kept here, with how much of each carries a claim',
  response: z.object({
    texts: z.array(
      textHead.extend({
        dataset: z.string(),
        title: z.string(),
        publisher: z.string().optional(),
        published: z.string().optional(),
        /** Numbers of the paragraphs from which something is cited. */
        carrying: z.array(z.int()),
        orphans: z.int(),
      }),
    ),
    revision: z.int(),
  }),
});
export const readText = defineRoute({
  id: 'read-text',
  method: 'GET',
  path: '/api/sources/:id/text',
  tag: 'evidence',
  kind: 'read',
  summary:
    'The text of a source, paragraph by paragraph, and the citations whose paragraph is no longer the one they were made for. Private: no export carries it',
  params: idParams,
  response: z.object({ text: textHead, paragraphs: z.array(z.object({ text: z.string(), sha256 })), orphans: z.array(orphan) }),
});
export const readPassages = defineRoute({
  id: 'read-passages',
  method: 'GET',
  path: '/api/sources/:id/passages',
  tag: 'evidence',
  kind: 'read',
  summary: 'What is cited from a source, by paragraph, as the case is recorded now, with the claim of each citation',
  params: idParams,
  response: z.object({
    source: sourceView,
    passages: z.array(z.object({ claim: claimListItem, citation: citationView })),
    /** Of how many claims; the firmest are listed. */
    total: z.int(),
    revision: z.int(),
  }),
});
export const readTextNames = defineRoute({
  id: 'read-text-names',
  method: 'GET',
  path: '/api/sources/:id/text/names',
  tag: 'evidence',
  kind: 'read',
  summary: 'Where the text of a source has names that the case knows, and where runs of capitals that it does not',
  params: idParams,
  response: z.object({
    names: z.array(z.object({ ...part, entities: z.array(z.string()) })),
    possible: z.array(z.object(part)),
    /** What the entities found are called. */
    called: z.array(z.object({ id: z.string(), name: z.string(), type: entityType })),
    revision: z.int(),
  }),
});
export const putText = defineRoute({
  id: 'put-text',
  method: 'PUT',
  path: '/api/sources/:id/text',
  tag: 'evidence',
  kind: 'write',
  largeBody: true,
  summary:
    'Keep the text of a source, or another version of it; 409 where it was changed since `revision`. A citation whose paragraph is another one then becomes an orphan',
  params: idParams,
  body: z.strictObject({
    text: plainText.min(1).describe(`At most ${API_LIMITS.textBytes} bytes.`),
    language: languageTag,
    revision: textRevision,
    operation,
  }),
  response: z.object({ text: textHead, orphans: z.array(orphan) }),
});
export const deleteText = defineRoute({
  id: 'delete-text',
  method: 'DELETE',
  path: '/api/sources/:id/text',
  tag: 'evidence',
  kind: 'write',
  summary: 'Delete the text of a source with its words; the citations stay, and what they were made for is still known by digest',
  params: idParams,
  query: z.strictObject({ revision: queryNumber(textRevision), operation }),
  response: z.object({ deleted: z.literal(true) }),
});
export const keepPassages = defineRoute({
  id: 'keep-passages',
  method: 'POST',
  path: '/api/sources/:id/text/kept',
  tag: 'evidence',
  kind: 'write',
  summary: 'Say of orphans that their passage does stand in the paragraph they name; one with marked words is set anew by a change of the citation',
  params: idParams,
  body: z.strictObject({
    citations: z
      .array(recordId)
      .min(1)
      .max(...upTo('changedRecords')),
    revision: textRevision,
    operation,
  }),
  response: z.object({ orphans: z.array(orphan) }),
});
export const convertFile = defineRoute({
  id: 'convert-file',
  method: 'POST',
  path: '/api/texts/convert',
  tag: 'evidence',
  kind: 'stream',
  summary: 'The text of a file (.txt, .md, .html, .docx or .pdf), cleaned and in paragraphs; nothing is kept',
  multipart: z.strictObject({ file: z.array(z.file()).min(1).max(1).describe(`At most ${API_LIMITS.textFileBytes} bytes.`) }),
  response: z.object({
    text: z.string(),
    paragraphs: z.int(),
    /** The title that the file gives itself. */
    title: z.string().optional(),
    language: z.string().optional(),
  }),
});
