/**
 * The compact graph: all that a trace asks of a case, as numbers in arrays that threads share. Entities are numbered in the order of their ids, so that
 * comparing numbers compares ids. Segments stand twice in the lists of neighbours, once at each end (compressed sparse rows).
 */
import type { SameDecision } from '../same-places.ts';
import type { IdTable } from './id-table.ts';

export interface CompactGraph {
  /** In the order of their ids. */
  entities: IdTable;
  /** Index of the type in `ENTITY_TYPES`. */
  types: Uint8Array;
  /** `GENERIC`, `AGGREGATE`. */
  traits: Uint8Array;
  /** Segments at an entity, of every group. */
  degrees: Uint32Array;
  /** The number of the place of an entity: of the first of those decided the same, or its own. */
  places: Uint32Array;
  /** Decisions `same` of the curator. */
  same: readonly SameDecision[];
  /** The entities of places that have several, by the number of the place. */
  members: ReadonlyMap<number, readonly number[]>;
  claims: IdTable;
  predicates: readonly string[];
  /** Lists of datasets that hold claims together; the first is undefined: whoever asked knows that those asked for hold the claim. */
  holders: readonly (readonly string[] | undefined)[];
  segments: {
    claim: Uint32Array;
    /** Number of the segment within its claim. */
    n: Uint16Array;
    /** Numbers of the entities it leads from and to. */
    from: Uint32Array;
    to: Uint32Array;
    predicate: Uint16Array;
    origins: Uint16Array;
    /** Index in `holders`. */
    holder: Uint16Array;
    /** What `WORD` takes apart, without what differs by end. */
    word: Uint32Array;
  };
  /** Where the neighbours of a place begin in the three arrays below; one more at the end. A place that is no first of its entities has none. */
  starts: Uint32Array;
  /** Neighbouring places, ascending; several times the same where several segments join the two, the best first (`rank-paths`, `compareClaims`). */
  neighbours: Uint32Array;
  /** The segment. */
  joins: Uint32Array;
  /** The word of the segment, with what differs by end. */
  words: Uint32Array;
}

export const GENERIC = 1;
export const AGGREGATE = 2;

/** The parts of a word of 32 bits. */
export const WORD = {
  /** Index of the group in `GROUPS`. */
  group: (word: number) => word & 15,
  rank: (word: number) => ((word >>> 4) & 7) - 1,
  traversed: 1 << 7,
  within: 1 << 8,
  accusatory: 1 << 9,
  disputedOnly: 1 << 10,
  contested: 1 << 11,
  /** The segment says only that the neighbour is associated with a body here, or stands within it (`common-body`). */
  bodyHere: 1 << 12,
  /** The same with the body at the neighbour. */
  bodyThere: 1 << 13,
  /** Leads from the plot or event of its claim to a place in its `at`. */
  at: 1 << 14,
  uninvolved: (word: number) => word >>> 16,
} as const;
/** The most that a word holds. */
export const MOST_UNINVOLVED = 65_535;
