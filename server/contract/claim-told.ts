/** What a claim would say and rest on once a planned change or import was written. */
import { z } from 'zod';
import { shownLevel } from './views.ts';

const claimFigures = z.object({
  level: shownLevel,
  rank: z.int(),
  origins: z.int(),
  originsOpen: z.boolean(),
  uninvolvedOrigins: z.int(),
  citations: z.int(),
  contested: z.boolean(),
  /** EDTF texts. */
  happened: z.array(z.string()),
});
/** What a claim would say and rest on once the change was made. */
export const claimTold = z.object({
  id: z.string(),
  /** The id that the change gives it: the case has the claim already, and the citations join it. */
  as: z.string().optional(),
  /** Whether the change writes it or a citation of it; false for a claim that changes with others. */
  own: z.boolean(),
  isNew: z.boolean(),
  sentence: z.string(),
  /** Absent for a claim that is new. */
  before: claimFigures.optional(),
  after: claimFigures,
  /** Why voices of its citations do not count as uninvolved. */
  involved: z.array(z.string()),
  contestedBy: z.array(z.object({ kind: z.enum(['dispute', 'rival', 'values']), ids: z.array(z.string()) })),
  /** What the publication gate would refuse. */
  gate: z.array(z.object({ reason: z.string(), remedy: z.string() })),
});
export type ClaimTold = z.infer<typeof claimTold>;
