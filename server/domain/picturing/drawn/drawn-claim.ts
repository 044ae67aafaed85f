/** A claim as far as a drawing shows it; the edge of the API has all of this. */
import type { Figures } from '../../model/figures.ts';
import type { EntityType } from '../../model/lists.ts';
import type { Claim, Predicate } from '../../model/records.ts';
import { segmentsOf } from '../../model/segments.ts';

export interface DrawnSegment {
  n: number;
  from: string;
  to: string;
  /** The segment leads from the plot or event of the claim to a place in its `at`. */
  at?: true;
}
export interface DrawnClaim {
  id: string;
  subject: string;
  predicate: string;
  /** Entity id, `unknown`, `none` or `value`; `text` where the object is a text. */
  object: string;
  text?: { text: string; lang: string; quoted?: boolean };
  via: string[];
  to: string[];
  at: string[];
  in: string[];
  instrument: string[];
  intended: boolean;
  attempted: boolean;
  expected: boolean;
  /** The finite form of the predicate. */
  label: string;
  segments: DrawnSegment[];
  /** Ends that are `unknown`, drawn as open ends. */
  openEnds: ('subject' | 'object')[];
  /** 0 to 6; -1 for `disputed-only`. */
  rank: number;
  origins: number;
  originsAtStanding: number;
  uninvolvedOrigins: number;
  contested: boolean;
  inferred: boolean;
  uncertain: boolean;
}
/** A claim as it is drawn, from its record and its figures. */
export function drawnClaimOf(claim: Claim, predicate: Predicate, figures: Figures, typeOf: (id: string) => EntityType | undefined): DrawnClaim {
  return {
    id: claim.id,
    subject: claim.subject,
    predicate: claim.predicate,
    object: typeof claim.object === 'string' ? claim.object : 'text',
    ...(typeof claim.object === 'string' ? {} : { text: claim.object }),
    via: claim.via,
    to: claim.to,
    at: claim.at,
    in: claim.in,
    instrument: claim.instrument,
    intended: claim.intended,
    attempted: claim.attempted,
    expected: claim.expected,
    label: predicate.forms.finite,
    segments: segmentsOf(claim, predicate, typeOf).map(({ n, from, to, at }) => ({ n, from, to, ...(at ? { at } : {}) })),
    openEnds: (['subject', 'object'] as const).filter((end) => claim[end] === 'unknown'),
    rank: figures.rank,
    origins: figures.origins,
    originsAtStanding: figures.originsAtStanding,
    uninvolvedOrigins: figures.uninvolvedOrigins,
    contested: figures.contested,
    inferred: figures.inferred,
    uncertain: figures.uncertain,
  };
}
