/** What the API shows of the records: nodes, edges, evidence; plain objects, every figure with its words. */
import { z } from 'zod';
import { DISPUTE_LEVELS, FELL, SUPPORT_LEVELS } from '../domain/model/lists.ts';
import {
  basis,
  dated,
  decision,
  end,
  entityType,
  group,
  objectText,
  locator,
  name,
  originBasis,
  outcome,
  quantity,
  role,
  sentencePassed,
  stage,
  stance,
  textOf,
} from './records.ts';

export const shownLevel = z.enum([...SUPPORT_LEVELS, 'disputed-only']);
const anyLevel = z.enum([...SUPPORT_LEVELS, ...DISPUTE_LEVELS]);
/** A named thing in a sentence or list. */
export const reference = z.object({ id: z.string(), name: z.string() });

export const nodeView = z.object({
  id: z.string(),
  type: entityType,
  kind: z.string().optional(),
  /** The name shown, at the clocks of the view. */
  name: z.string(),
  nameLang: z.string(),
  /** The shown name is the curator's label and cited to nobody. */
  label: z.boolean(),
  unnamed: z.boolean(),
  generic: z.boolean(),
  aggregate: z.boolean(),
  atRisk: z.boolean(),
  candidates: z.array(z.string()),
  /** An `unsure` identity decision stands. */
  unsure: z.boolean(),
  /** Number of visible claims it stands in (all groups). */
  degree: z.int(),
});
export type NodeView = z.infer<typeof nodeView>;

export const segmentView = z.object({
  n: z.int(),
  from: z.string(),
  to: z.string(),
  /** From the claim's plot or event to where it says that was. */
  at: z.literal(true).optional(),
});
/** A claim as drawn: its segments, open ends, and the figures the line shows. */
export const edgeView = z.object({
  id: z.string(),
  dataset: z.string(),
  subject: z.string(),
  predicate: z.string(),
  /** Entity id, `unknown`, `none` or `value`; `text` where the object is a text. */
  object: z.string(),
  text: objectText.optional(),
  via: z.array(z.string()),
  to: z.array(z.string()),
  at: z.array(z.string()),
  in: z.array(z.string()),
  instrument: z.array(z.string()),
  intended: z.boolean(),
  attempted: z.boolean(),
  expected: z.boolean(),
  occasion: z.string().optional(),
  group,
  /** The predicate's finite form, as drawn on the line. */
  label: z.string(),
  segments: z.array(segmentView),
  /** Ends that are `unknown`: drawn as a stub with an open ring. */
  openEnds: z.array(z.enum(['subject', 'object'])),
  level: shownLevel,
  /** 0 to 6; -1 for disputed-only. */
  rank: z.int(),
  by: z.array(reference),
  since: dated.optional(),
  accusatory: z.boolean(),
  origins: z.int(),
  originsOpen: z.boolean(),
  originsAtStanding: z.int(),
  uninvolvedOrigins: z.int(),
  contested: z.boolean(),
  inferred: z.boolean(),
  uncertain: z.boolean(),
  /** At the happened clock: undated itself, and dated by these plots, events or cases. */
  datedBy: z.array(reference).optional(),
  citations: z.int(),
  /** The proposition as one hedged sentence. */
  sentence: z.string(),
  /** Sources read by its visible citations, for the disclosure. */
  sources: z.array(z.string()),
  /** Voices at the roots of its supporting citations, for the disclosure. */
  originVoices: z.array(z.string()),
  /** Datasets that hold it. */
  datasets: z.array(z.string()),
  /** When it happened as its citations say, each with the days it may mean at the earliest and latest; an open end has none. */
  happened: z.array(dated.extend({ from: z.iso.date().optional(), to: z.iso.date().optional() })),
});
export type EdgeView = z.infer<typeof edgeView>;

/** Nodes and edges of a view; every end of every edge is among the nodes. */
export const graphView = z.object({
  nodes: z.array(nodeView),
  edges: z.array(edgeView),
  revision: z.int(),
});

const stakeShown = z.union([
  z.literal('none'),
  z.literal('unclear'),
  z.array(
    z.object({
      entity: reference.optional(),
      scope: z.literal('all').optional(),
      as: z.string(),
      why: z.string(),
    }),
  ),
]);
export const voiceView = z.object({
  id: z.string(),
  dataset: z.string(),
  name: z.string(),
  entities: z.array(reference),
  stake: stakeShown,
});
export type VoiceView = z.infer<typeof voiceView>;
export const sourceView = z.object({
  id: z.string(),
  dataset: z.string(),
  kind: z.string(),
  publisher: z.string().optional(),
  title: z.string().optional(),
  authors: z.array(z.string()).optional(),
  language: z.string().optional(),
  url: z.string().optional(),
  archive: z.string().optional(),
  published: dated.optional(),
  voice: reference,
  seen: z.boolean(),
  textOf: textOf.optional(),
  /** A short title for lists: title, else publisher and kind. */
  shortTitle: z.string(),
});
export type SourceView = z.infer<typeof sourceView>;

/** One link of a citation's way: read → reprints → through → takes it from. */
export const wayStep = z.object({
  source: z.string(),
  shortTitle: z.string(),
  voice: reference,
  seen: z.boolean(),
  step: z.enum(['read', 'republishes', 'abridges', 'relays', 'through', 'origin']),
});
export const citationView = z.object({
  id: z.string(),
  dataset: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  /** Where the source can be read, and its archived copy. */
  url: z.string().optional(),
  archive: z.string().optional(),
  locator: locator.optional(),
  /** "paragraph 16", "page 3" … */
  place: z.string(),
  paraphrase: z.string(),
  quote: z.string().optional(),
  stance,
  level: anyLevel,
  by: reference.optional(),
  on: dated.optional(),
  case: reference.optional(),
  hedge: z.string().optional(),
  inferred: z.boolean(),
  statedBy: reference.optional(),
  originBasis,
  way: z.array(wayStep),
  /** Root source; absent where the origin is not established. */
  root: z.object({ source: z.string(), shortTitle: z.string(), seen: z.boolean() }).optional(),
  /** Several: alternatives of the passage. */
  happened: z.array(dated),
  count: quantity.optional(),
  amount: quantity.optional(),
  sentence: sentencePassed.optional(),
  offences: z.array(z.string()),
  as: z.string().optional(),
  stage: stage.optional(),
  outcome: outcome.optional(),
  importOnly: z.boolean(),
  /** False where a retraction took it back. */
  counts: z.boolean(),
  /** What its step counts as where it does not count as what it says. */
  fell: z.enum(FELL).optional(),
  /** The writer saw it or holds it himself. */
  witnessed: z.boolean(),
  /** Its text names elsewhere from whom it has this: it adds no origin. */
  retelling: z.boolean(),
});
export type CitationView = z.infer<typeof citationView>;

export const involvedReason = z.object({
  voice: reference,
  reason: z.enum(['a', 'b', 'c', 'd']),
  detail: z.string(),
});
export const standingStep = z.object({
  level: anyLevel,
  rank: z.int().nullable(),
  by: reference.optional(),
  on: dated.optional(),
  case: reference.optional(),
  citation: z.string(),
  stance,
  counts: z.boolean(),
  fell: z.enum(FELL).optional(),
  uncertain: z.boolean(),
});
/** Citations of one origin; `voice` absent: origin not established. */
export const originGroup = z.object({
  voice: voiceView.optional(),
  /** Stake marks as shown: `accuser`, `party`, `unclear`. */
  marks: z.array(z.string()),
  uninvolved: z.boolean(),
  citations: z.array(citationView),
});
export const valueView = z.object({
  field: z.enum(['happened', 'count', 'amount']),
  text: z.string(),
  basis,
  citations: z.array(z.string()),
});
/** Who answers an accusation: a denial, an outcome, or that none is on record. */
export const responseView = z.object({
  entity: reference,
  text: z.string(),
  onRecord: z.boolean(),
  citations: z.array(z.string()),
});
export const claimListItem = z.object({
  id: z.string(),
  sentence: z.string(),
  level: shownLevel,
  rank: z.int(),
  origins: z.int(),
  originsOpen: z.boolean(),
  uninvolvedOrigins: z.int(),
  contested: z.boolean(),
});

export const evidenceView = z.object({
  claim: edgeView,
  ends: z.array(nodeView),
  predicate: z.object({
    id: z.string(),
    definition: z.string(),
    misuse: z.string(),
    accuses: z.array(end),
  }),
  history: z.array(standingStep),
  origins: z.array(originGroup),
  /** Disputing citations, with their origins' voices. */
  disputes: z.array(citationView),
  involved: z.array(involvedReason),
  values: z.array(valueView),
  contestedBy: z.array(
    z.object({
      kind: z.enum(['dispute', 'rival', 'values']),
      ids: z.array(z.string()),
      field: z.string().optional(),
    }),
  ),
  rivals: z.array(z.object({ why: z.string(), claims: z.array(claimListItem) })),
  /** "Not established, says …": claims shown beside this one. */
  notEstablished: z.array(claimListItem),
  responses: z.array(responseView),
  knowledge: z.string(),
  revision: z.int(),
});
export type EvidenceView = z.infer<typeof evidenceView>;

export const entityDetail = z.object({
  entity: nodeView,
  names: z.array(name),
  claims: z.array(edgeView),
  /** Nodes the claims touch. */
  nodes: z.array(nodeView),
  total: z.int(),
  offset: z.int(),
  roles: z.array(z.object({ plot: reference, role, text: z.string(), claim: z.string(), rank: z.int() })),
  identities: z.array(z.object({ other: reference, decision, why: z.string() })),
  revision: z.int(),
});
export type EntityDetail = z.infer<typeof entityDetail>;
