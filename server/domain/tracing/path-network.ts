/** The part of a compact graph that a trace can use: the places on walks of so many hops from one side to the other, numbered anew, and the hops among them. */

/** Places are numbered in the order of their ids, so that comparing numbers compares ids. A hop stands once at each of its ends. */
export interface PathNetwork {
  /** The number of each place in the compact graph, ascending. */
  places: Uint32Array;
  /** Where the hops of a place begin in the arrays below; one more at the end. */
  starts: Uint32Array;
  /** The neighbour of each hop, ascending for each place. */
  next: Uint32Array;
  /** The figures of the best claim of each hop. */
  rank: Int8Array;
  uninvolved: Uint16Array;
  /** `ACCUSES`, `BODY_HERE`, `BODY_THERE`. */
  flags: Uint8Array;
  from: readonly number[];
  to: readonly number[];
  isTo: Uint8Array;
  /** Both from and to: of a path between two of these only one direction is given. */
  isFrom: Uint8Array;
  /** 1 where no path passes: the ends. What is barred is not in the network. */
  closed: Uint8Array;
}

/** The best claim of the hop accuses. */
export const ACCUSES = 1;
/** Every claim of the hop says only that the neighbour is associated with a body here, or stands within it (`common-body`). */
export const BODY_HERE = 2;
/** The same with the body at the neighbour. */
export const BODY_THERE = 4;
