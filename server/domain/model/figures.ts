/** What follows from the records for each claim. */
import type { Basis, Fell, Group, Level, SupportLevel } from './lists.ts';
import type { Dated, Quantity } from './records.ts';

/** Raised with every change of a rule that moves stored figures, and of what they hold: a database that keeps another version derives all anew. */
export const FIGURES_VERSION = 2;

/** Why a voice on a citation's way does not count as uninvolved (model.md, "Origins", a to d). */
export interface InvolvedReason {
  voice: string;
  reason: 'a' | 'b' | 'c' | 'd';
  /** `why` of the stake, or a sentence naming the entity. */
  detail: string;
  entity?: string;
}
/** One step of a claim's standing history, oldest first, undated last. */
export interface StandingStep {
  level: Level;
  rank: number | null;
  by?: string;
  on?: Dated;
  case?: string;
  citation: string;
  stance: 'supports' | 'disputes';
  /** False where it does not count as what it says: taken back by a retraction, acquittal or withdrawal, or come by in a way that does not bear it. */
  counts: boolean;
  /** What it counts as where it does not count as what it says. */
  fell?: Fell;
  /** At the happened clock: undated, or may be later than the date. */
  uncertain?: boolean;
}
/** What a claim rests on, so that a source or a voice can be asked what it holds up. */
export interface RestsOn {
  /** Sources read by the citations that count, sorted. */
  read: string[];
  /** Sources at the roots of the supporting citations that add an origin, sorted. */
  roots: string[];
  /** Which source takes it from which root: [source read, root], where they differ. */
  taken: [string, string][];
  /** Which voice carries it for which origin: [voice on the way, voice at the root], where they differ. */
  carried: [string, string][];
}
export type StandingLevel = SupportLevel | 'disputed-only';
/** The derived figures of one claim, at the clocks of the view. */
export interface Figures {
  claim: string;
  /** False: nothing of it is visible at these clocks. */
  visible: boolean;
  /** Visible, but by an undated or maybe later date. */
  uncertain: boolean;
  /** At the happened clock: it has no date of its own and is dated by these plots, events or cases; sorted. */
  datedBy?: string[];
  level: StandingLevel;
  /** 0 to 6; -1 for disputed-only. */
  rank: number;
  /** Who gave the shown level, sorted. */
  by: string[];
  /** The earliest dated step at the shown level. */
  since?: Dated;
  history: StandingStep[];
  accusatory: boolean;
  origins: number;
  /** A supporting citation whose origin is not established stands: the `+?`. */
  originsOpen: boolean;
  originsAtStanding: number;
  uninvolvedOrigins: number;
  involvedReasons: InvolvedReason[];
  /** Root voices of the supporting citations that count, sorted. */
  originVoices: string[];
  restsOn: RestsOn;
  /** Citations that count and by which a text tells again in its own voice what it takes from a named origin: they add no origin. Sorted. */
  retellings: string[];
  contested: boolean;
  contestedBy: {
    kind: 'dispute' | 'rival' | 'values';
    ids: string[];
    field?: 'happened' | 'count' | 'amount';
  }[];
  /** Values narrowed to their intersection, or the disjoint ones side by side. */
  happened: ClaimValue<string>[];
  count: ClaimValue<Quantity>[];
  amount: ClaimValue<Quantity>[];
  /** Number of visible citations, supporting and disputing. */
  citations: number;
  supporting: number;
  /** A citation's reading is inferred on all supporting citations that count: hollow arrow. */
  inferred: boolean;
  /** Hedges the passages use at the shown level, distinct, sorted. */
  hedges: string[];
}
/** One value a claim has, with the citations that say it. */
export interface ClaimValue<T> {
  value: T;
  basis: Basis;
  citations: string[];
}

/** A hop-sized piece of a claim (architecture.md, "In the database"). Numbered from 0 within the claim. */
export interface Segment {
  claim: string;
  n: number;
  from: string;
  to: string;
  /** The predicate's, but `geography` for what the claim says of a place. */
  group: Group;
  predicate: string;
  /** From the claim's plot or event to where it says that was: a piece of what it says beside its ends. */
  at?: true;
}
