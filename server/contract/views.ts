/** Shapes in which the API shows records: nodes, edges, evidence. They are plain objects, and every figure comes with its words. */
import { z } from 'zod';
import { DISPUTE_LEVELS, FELL, GAP_KINDS, SUPPORT_LEVELS } from '../domain/model/lists.ts';
import {
  basis,
  dated,
  decision,
  end,
  entityType,
  group,
  objectText,
  locator,
  passageMark,
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
/** An id with the name to show. */
export const reference = z.object({ id: z.string(), name: z.string() });

export const nodeView = z.object({
  id: z.string(),
  type: entityType,
  kind: z.string().optional(),
  /** The name to show at the clocks of the view. */
  name: z.string(),
  nameLang: z.string(),
  /** Whether the name shown is a label by the curator, cited to nobody. */
  label: z.boolean(),
  unnamed: z.boolean(),
  /** The day on which the name was redacted. */
  redacted: z.iso.date().optional(),
  generic: z.boolean(),
  aggregate: z.boolean(),
  atRisk: z.boolean(),
  candidates: z.array(z.string()),
  /** Whether an `unsure` identity decision concerns it. */
  unsure: z.boolean(),
  /** Number of visible claims it is part of, of all groups. */
  degree: z.int(),
  /** How many of these have nothing to draw: a description, an amount. 0 for an entity of more claims than a hub has, where a case is not in memory. */
  lineless: z.int(),
});
export type NodeView = z.infer<typeof nodeView>;

/** A date with its earliest and latest day; absent where that end is open. */
export const boundedDate = dated.extend({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export type BoundedDate = z.infer<typeof boundedDate>;

export const segmentView = z.object({
  n: z.int(),
  from: z.string(),
  to: z.string(),
  /** The segment leads from the plot or event of the claim to a place in its `at`. */
  at: z.literal(true).optional(),
});
/** A claim as it is drawn: its segments, open ends, and the figures that the line shows. */
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
  /** The finite form of the predicate, drawn on the line. */
  label: z.string(),
  segments: z.array(segmentView),
  /** Ends that are `unknown`, drawn as open ends. */
  openEnds: z.array(z.enum(['subject', 'object'])),
  level: shownLevel,
  /** 0 to 6; -1 for `disputed-only`. */
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
  /** At the happened clock, for a claim without a date of its own: the plots, events or cases that date it. */
  datedBy: z.array(reference).optional(),
  citations: z.int(),
  /** The proposition as one hedged sentence. */
  sentence: z.string(),
  /** Sources read by its visible citations; the disclosure counts them. */
  sources: z.array(z.string()),
  /** Voices at the roots of its supporting citations; the disclosure counts them. */
  originVoices: z.array(z.string()),
  /** Datasets that hold it. */
  datasets: z.array(z.string()),
  /** The dates of the citations. */
  happened: z.array(boundedDate),
  /** The first day it may have been published: the earliest of the sources read by its visible supporting citations. Absent where one of them has no date, or an open start. */
  firstPublished: z.iso.date().optional(),
});
export type EdgeView = z.infer<typeof edgeView>;

/** Nodes and edges of a view. Every end of every edge is among the nodes. */
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
  /** How the address is known: `stated` unless said. */
  urlBasis: basis.optional(),
  archive: z.string().optional(),
  published: dated.optional(),
  voice: reference,
  seen: z.boolean(),
  textOf: textOf.optional(),
  /** The title for lists: the title, else publisher and kind. */
  shortTitle: z.string(),
});
export type SourceView = z.infer<typeof sourceView>;

/** One step on the way of a citation, in the order: source read, texts it carries, `through`, origin. */
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
  mark: passageMark.optional(),
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
  /** Root source; absent where there is none. */
  root: z.object({ source: z.string(), shortTitle: z.string(), seen: z.boolean() }).optional(),
  /** Several dates are alternatives. */
  happened: z.array(dated),
  count: quantity.optional(),
  amount: quantity.optional(),
  sentence: sentencePassed.optional(),
  offences: z.array(z.string()),
  as: z.string().optional(),
  stage: stage.optional(),
  outcome: outcome.optional(),
  importOnly: z.boolean(),
  /** False where the step does not count at its own level (`fell`). */
  counts: z.boolean(),
  /** What the step counts as instead. */
  fell: z.enum(FELL).optional(),
  /** The writer saw it or holds it himself. */
  witnessed: z.boolean(),
  /** Its text names the origin of this elsewhere, so it adds no origin. */
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
/** A claim as a row of a table: what is drawn of it, when what it is read in was published, and the steps of its standing. */
export const tableRow = z.object({
  claim: edgeView,
  /** Dates of the sources read by its visible citations, each once, the earliest first; sources without a date give none. */
  published: z.array(boundedDate),
  /** Its history, oldest first. */
  steps: z.array(
    standingStep.omit({ case: true, stance: true, uncertain: true }).extend({
      on: boundedDate.optional(),
      /** When the source of its citation was published. */
      published: boundedDate.optional(),
    }),
  ),
});
export type TableRow = z.infer<typeof tableRow>;
/** Citations of one origin. Without `voice`: citations whose origin is not established. */
export const originGroup = z.object({
  voice: voiceView.optional(),
  /** Marks for the stake of the voice: `accuser`, `party`, `unclear`. */
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
/** The response to an accusation: a denial, an outcome, or that none is on record. */
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
  /** Disputing citations, with the voices of their origins. */
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
  /** Claims "no link was found" to show beside this one. */
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
  /** Every entity that the claims name. */
  nodes: z.array(nodeView),
  total: z.int(),
  offset: z.int(),
  roles: z.array(z.object({ plot: reference, role, text: z.string(), claim: z.string(), rank: z.int() })),
  identities: z.array(z.object({ other: reference, decision, why: z.string() })),
  revision: z.int(),
});
export type EntityDetail = z.infer<typeof entityDetail>;

/** Why a claim wants corroboration, with the voices or the sources it is about; `why` a voice is a party, or its stake unclear. */
export const gapReason = z.object({ kind: z.enum(GAP_KINDS), voices: z.array(reference.extend({ why: z.array(z.string()) })), sources: z.array(reference) });
