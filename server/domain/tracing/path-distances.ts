/** Distances to the end of a trace for each state that a path can be in, so that the search takes no step from which the end cannot be reached. */
import type { InSlices } from '../figures/in-slices.ts';
import { ACCUSES, BODY_HERE, BODY_THERE, type PathNetwork } from './path-network.ts';

/** Which paths are wanted. */
export interface Wanted {
  /** A link passes no common body; the other kind passes at least one. */
  kind: 'link' | 'body';
  /** Only hops of which this is true. */
  mayUse?: (hop: number) => boolean;
  /** At least one hop accuses. */
  accusing?: boolean;
  /** Places that a path holds, ends included. */
  musts?: readonly Must[];
}

/** A place that every path holds, with the hops to it from every place of the network. */
export interface Must {
  place: number;
  hops: Uint8Array;
}

/** The places of a network that every path holds, with the hops to them; undefined where the network lacks one, so that there is no such path. */
function mustsOf(net: PathNetwork, places: readonly number[]): Must[] | undefined {
  const musts: Must[] = [];
  for (const wanted of places) {
    const place = net.places.indexOf(wanted);
    if (place < 0) return undefined;
    const hops = new Uint8Array(net.places.length).fill(FAR);
    hops[place] = 0;
    let reached = [place];
    for (let n = 1; reached.length > 0; n += 1) {
      const next: number[] = [];
      for (const at of reached) {
        for (let hop = net.starts[at]!; hop < net.starts[at + 1]!; hop += 1) {
          const before = net.next[hop]!;
          if (hops[before] !== FAR) continue;
          hops[before] = n;
          if (!net.closed[before]) next.push(before);
        }
      }
      reached = next;
    }
    musts.push({ place, hops });
  }
  return musts;
}

/** Links that hold some places of the graph; undefined where the network lacks one of these. */
export function linksHolding(net: PathNetwork, places: readonly number[]): Wanted | undefined {
  const musts = mustsOf(net, places);
  return musts && { kind: 'link', ...(musts.length > 0 && { musts }) };
}

/** The states of a path at a place: bits that may be set together. The last hop was a body hop here; a hop accused; a common body was passed. */
const ARRIVED_BY_BODY = 1;
const ACCUSED = 2;
const PASSED_BODY = 4;
const STATES = 8;
/** The flags of a hop are bits, too. */
const FLAGS = 8;
/** No such path. */
export const NONE = -1;

/** The state after a hop; `NONE` where no wanted path goes on so. */
export function after(state: number, flags: number, { kind, accusing }: Wanted): number {
  const isCommon = (state & ARRIVED_BY_BODY) !== 0 && (flags & BODY_HERE) !== 0;
  if (isCommon && kind === 'link') return NONE;
  return (
    (flags & BODY_THERE ? ARRIVED_BY_BODY : 0) |
    (accusing && (state & ACCUSED || flags & ACCUSES) ? ACCUSED : 0) |
    (kind === 'body' && (isCommon || state & PASSED_BODY) ? PASSED_BODY : 0)
  );
}

/** Whether a path in such a state at the end is wanted. */
export function isWanted(state: number, { kind, accusing }: Wanted): boolean {
  return (kind === 'link' || (state & PASSED_BODY) !== 0) && (!accusing || (state & ACCUSED) !== 0);
}

export const FAR = 255;

/** Hops to the end, by state and place: at least as many, since a walk may pass a place twice. Of states that no wanted path has: undefined. */
export type Distances = readonly (Uint8Array | undefined)[];

/** Breadth-first search backwards from the ends of the trace over places and states, up to `maxHops`. */
export function* distances(net: PathNetwork, wanted: Wanted, maxHops: number): InSlices<Distances> {
  const size = net.places.length;
  const states = statesOf(wanted);
  const ahead: (Uint8Array | undefined)[] = Array.from({ length: STATES }, (_, state) => (states.includes(state) ? new Uint8Array(size).fill(FAR) : undefined));
  // For each state after a hop and its flags, the states before it.
  const before = Array.from({ length: STATES * FLAGS }, (_, at) => states.filter((state) => after(state, at % FLAGS, wanted) === Math.floor(at / FLAGS)));
  const ending = Array.from({ length: FLAGS }, (_, flags) => states.filter((state) => isEnding(after(state, flags, wanted), wanted)));
  // What was reached last, as place and state in one number.
  let reached: number[] = [];
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const next: number[] = [];
    const settle = (node: number, from: readonly number[]) => {
      for (const state of from) {
        const of = ahead[state]!;
        if (of[node] !== FAR) continue;
        of[node] = hops;
        if (!net.closed[node]) next.push(node * STATES + state);
      }
    };
    if (hops === 1) {
      for (const end of net.to) yield* eachBefore(net, end, wanted, (node, flags) => settle(node, ending[flags]!));
    } else {
      for (const at of reached) {
        const [place, state] = [Math.floor(at / STATES), at % STATES];
        yield* eachBefore(net, place, wanted, (node, flags) => settle(node, before[state * FLAGS + flags]!));
      }
    }
    reached = next;
    if (reached.length === 0) break;
  }
  return ahead;
}

const isEnding = (state: number, wanted: Wanted): boolean => state !== NONE && isWanted(state, wanted);

/** The states that a wanted path can have: others need no room. */
function statesOf({ kind, accusing }: Wanted): number[] {
  const bits = ARRIVED_BY_BODY | (accusing ? ACCUSED : 0) | (kind === 'body' ? PASSED_BODY : 0);
  return Array.from({ length: STATES }, (_, state) => state).filter((state) => (state & ~bits) === 0);
}

/** The hops that lead to a place, with their flags as they are seen from their beginning. */
function* eachBefore(net: PathNetwork, place: number, { mayUse }: Wanted, each: (node: number, flags: number) => void): InSlices<void> {
  for (let hop = net.starts[place]!; hop < net.starts[place + 1]!; hop += 1) {
    if (mayUse && !mayUse(hop)) continue;
    const flags = net.flags[hop]!;
    each(net.next[hop]!, (flags & ACCUSES) | (flags & BODY_THERE ? BODY_HERE : 0) | (flags & BODY_HERE ? BODY_THERE : 0));
  }
  yield;
}
