/** The columns of a claim and of a node that several statements return. */
import { z } from 'zod';
import { ENTITY_TYPES } from '../../domain/model/lists.ts';

const ids = z.array(z.string());
export const claimRow = z.object({
  id: z.string(),
  dataset: z.string(),
  subject: z.string(),
  predicate: z.string(),
  /** Entity id or reserved word; null where the object is a text. */
  object: z.string().nullable(),
  text: z.string().nullable(),
  textLang: z.string().nullable(),
  textQuoted: z.boolean(),
  via: ids,
  to: ids,
  at: ids,
  in: ids,
  instrument: ids,
  intended: z.boolean(),
  attempted: z.boolean(),
  expected: z.boolean(),
  occasion: z.string().nullable(),
  /** Ids of the sources that its citations read. */
  sources: ids,
  /** Ids of the datasets that hold it. */
  datasets: ids,
  /** The `Figures` of the domain as JSON. */
  figures: z.string(),
});
export type ClaimRow = z.infer<typeof claimRow>;
/** A row of a page of claims; `total` is the number of all of them. */
export const pagedClaimRow = claimRow.extend({ total: z.int() });

export const nodeRow = z.object({
  id: z.string(),
  type: z.enum(ENTITY_TYPES),
  kind: z.string().nullable(),
  name: z.string(),
  nameLang: z.string(),
  label: z.boolean(),
  unnamed: z.boolean(),
  redacted: z.string().nullable(),
  generic: z.boolean(),
  aggregate: z.boolean(),
  atRisk: z.boolean(),
  candidates: ids,
  degree: z.int(),
  unsure: z.boolean(),
});
/** Without `lineless`, which the domain tells. */
export type NodeRow = z.infer<typeof nodeRow>;
