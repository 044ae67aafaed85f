/** A claim as far as a drawing shows it; the edge of the API has all of this. */
import type { EntityType } from '../../model/lists.ts';

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
  text?: unknown;
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
/** An entity as far as a drawing shows it. */
export interface DrawnNode {
  id: string;
  type: EntityType;
  name: string;
  unnamed: boolean;
  generic: boolean;
  aggregate: boolean;
  /** Whether an `unsure` decision concerns it. */
  unsure: boolean;
  candidates: string[];
}
