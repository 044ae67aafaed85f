/** The figures: what is derived from the records for each claim. */
import type { Basis, Fell, Group, Level, SupportLevel } from './lists.ts';
import type { Dated, Quantity } from './records.ts';

/** Raised with every change of a rule that changes stored figures, or of their shape. A database that holds another version derives all figures anew. */
export const FIGURES_VERSION = 5;

/** Why a voice on a citation's way does not count as uninvolved (model.md, "Origins", a to d). */
export interface InvolvedReason {
  voice: string;
  reason: 'a' | 'b' | 'c' | 'd';
  /** The `why` of the stake, or a sentence that names the entity. */
  detail: string;
  entity?: string;
}
/** One step of the history of a claim. The history is ordered oldest first, undated steps last. */
export interface StandingStep {
  level: Level;
  rank: number | null;
  by?: string;
  on?: Dated;
  case?: string;
  citation: string;
  stance: 'supports' | 'disputes';
  /**
   * False where the step does not count as the level it gives: it was retracted, acquitted or withdrawn, or nothing shows that the level comes from the body
   * itself.
   */
  counts: boolean;
  /** Where `counts` is false: the level the step counts as instead, or `retracted` for none. */
  fell?: Fell;
  /** At the happened clock: the step is undated, or may be later than the date. */
  uncertain?: boolean;
}
/** What a claim rests on. It answers which claims a source or a voice holds up. */
export interface RestsOn {
  /** Sources read by the citations that count, sorted. */
  read: string[];
  /** Sources at the roots of the supporting citations that add an origin, sorted. */
  roots: string[];
  /** [source read, root source] of each citation whose source takes the claim from another source. */
  taken: [string, string][];
  /** [voice on the way, voice at the root] of each citation whose way passes another voice than that of its root. */
  carried: [string, string][];
}
export type StandingLevel = SupportLevel | 'disputed-only';
/** The derived figures of one claim, at the clocks of the view. */
export interface Figures {
  claim: string;
  /** False where nothing of the claim is visible at these clocks. */
  visible: boolean;
  /** Visible, but only by a date that is missing or may be later than the clock. */
  uncertain: boolean;
  /** At the happened clock: the plots, events or cases that date a claim without a date of its own; sorted. */
  datedBy?: string[];
  level: StandingLevel;
  /** 0 to 6; -1 for `disputed-only`. */
  rank: number;
  /** Entities that gave the shown level, sorted. */
  by: string[];
  /** The earliest dated step at the shown level. */
  since?: Dated;
  history: StandingStep[];
  accusatory: boolean;
  origins: number;
  /** A supporting citation that counts has an origin that is not established: shown as `+?` behind the number. */
  originsOpen: boolean;
  originsAtStanding: number;
  uninvolvedOrigins: number;
  /** The voices that these are, sorted. */
  uninvolvedVoices: string[];
  involvedReasons: InvolvedReason[];
  /** Root voices of the supporting citations that count, sorted. */
  originVoices: string[];
  restsOn: RestsOn;
  /** Citations that count but add no origin, because their text tells in its own voice what it elsewhere takes from a named origin. Sorted. */
  retellings: string[];
  contested: boolean;
  contestedBy: {
    kind: 'dispute' | 'rival' | 'values';
    ids: string[];
    field?: 'happened' | 'count' | 'amount';
  }[];
  /** Values narrowed to their intersection, or side by side where they exclude each other. */
  happened: ClaimValue<string>[];
  count: ClaimValue<Quantity>[];
  amount: ClaimValue<Quantity>[];
  /** The first day on which the earliest of the sources read by its visible supporting citations may have been published; absent where one is undated, or may be of any day before. */
  firstPublished?: string;
  /** Number of visible citations, supporting and disputing. */
  citations: number;
  supporting: number;
  /** All supporting citations that count are read as `inferred`: drawn with a hollow arrow. */
  inferred: boolean;
  /** Hedges of the passages that give the shown level, distinct, sorted. */
  hedges: string[];
}
/** The rivals of a claim that stand, by id. */
export function rivalsIn({ contestedBy }: Pick<Figures, 'contestedBy'>): string[] {
  return contestedBy.flatMap(({ kind, ids }) => (kind === 'rival' ? ids : []));
}

/** One value of a claim, with the citations that give it. */
export interface ClaimValue<T> {
  value: T;
  basis: Basis;
  citations: string[];
}

/** A hop-sized piece of a claim (architecture.md, "In the database"). */
export interface Segment {
  claim: string;
  n: number;
  from: string;
  to: string;
  /** The group of the predicate, but `geography` where `at` is set. */
  group: Group;
  predicate: string;
  /** The segment leads from the plot or event of the claim to a place in its `at`. */
  at?: true;
}
