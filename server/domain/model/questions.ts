/** What can be asked of the records: ends, filters, clocks and switches; ready questions are made of them. */
import type { CLAIM_FILTERS, FilterName, FilterValues } from './claim-filters.ts';
import type { EntityType, Role, SupportLevel, WithheldGroup, WithheldType } from './lists.ts';

/** Whom a trace may start or end at; parts are united. */
export interface Selector {
  ids?: string[];
  role?: Role;
  type?: EntityType;
  savedSet?: string;
}
/** What claims are asked for; every given part must hold. */
export type ClaimFilter = { [Name in FilterName]?: FilterValues[(typeof CLAIM_FILTERS)[Name]['takes']] };
/** A view's dates (EDTF; its latest possible day counts); absent clock: no limit. */
export interface Clocks {
  happened?: string;
  published?: string;
  /** ISO 8601 instant or EDTF date. */
  recorded?: string;
  /** Leave out what is undated or may be later. */
  firmOnly?: boolean;
  /** What is struck from the case, as if it had not been said (what-if). */
  without?: Struck;
}
/** What a view is without: every citation on whose way one of these sources or voices stands, and these claims, and what these datasets hold. */
export interface Struck {
  sources?: string[];
  voices?: string[];
  claims?: string[];
  datasets?: string[];
}
export const STRUCK_KINDS = ['sources', 'voices', 'claims', 'datasets'] as const;
/** Whether anything is struck. */
export function isStruck(without: Struck | undefined): without is Struck {
  return without !== undefined && STRUCK_KINDS.some((kind) => (without[kind]?.length ?? 0) > 0);
}
/** Whether a view shows another case than the one on record: at a date, or without something. */
export function isSupposed(clocks: Clocks): boolean {
  return standsAtADate(clocks) || isStruck(clocks.without);
}
/** Whether a view stands at any date: `firmOnly` alone leaves nothing out. */
export function standsAtADate({ happened, published, recorded }: Clocks): boolean {
  return happened !== undefined || published !== undefined || recorded !== undefined;
}
/** What a path may do beyond the default (model.md, "Trace"); each true or set one is stated in the answer. */
export interface TraceSwitches {
  throughTypes?: WithheldType[];
  throughGeneric?: boolean;
  throughAggregate?: boolean;
  groups?: WithheldGroup[];
  degreeLimit?: number;
  maxHops?: number;
  slack?: number;
  order?: 'weakest-hop' | 'hops';
  /** The most paths that are given: the best in this order. */
  most?: number;
  standingAtLeast?: SupportLevel;
  uninvolvedAtLeast?: number;
  originsAtLeast?: number;
  /** Only claims that nothing contests are hops. */
  uncontested?: boolean;
  /** Entities that every path holds, whatever else it may not pass. */
  mustPass?: string[];
  /** Entities that no path holds. */
  mustAvoid?: string[];
  /** Only claims of these datasets are hops; absent or empty: of any. */
  datasets?: string[];
}
export type Question =
  | {
      id: string;
      dataset: string;
      text: string;
      kind: 'trace';
      from: Selector;
      to: Selector;
      switches?: TraceSwitches;
      clocks?: Clocks;
    }
  | {
      id: string;
      dataset: string;
      text: string;
      kind: 'claims';
      filter: ClaimFilter;
      clocks?: Clocks;
    }
  | {
      id: string;
      dataset: string;
      text: string;
      kind: 'roles';
      roles?: Role[];
      plots?: string[];
      /** Only roles that claims of these datasets give. */
      datasets?: string[];
      clocks?: Clocks;
    };
