/** Collects the paths of a network that are wanted, length by length, in the order of their ids. */
import type { InSlices } from '../figures/in-slices.ts';
import { after, distances, FAR, isWanted, NONE, type Distances, type Wanted } from './path-distances.ts';
import type { PathNetwork } from './path-network.ts';

export interface Budget {
  /** Hops that may still be tried. */
  steps: number;
}
/** A path as numbers: its places, ends included, and its hops. */
export interface FoundPath {
  places: readonly number[];
  hops: readonly number[];
}
export interface Collected {
  paths: FoundPath[];
  /** There are more than were asked for. */
  more: boolean;
  /** The budget was used up: there may be more. */
  stopped: boolean;
}

/** Steps from one `yield` of a search to the next: a fraction of a millisecond. */
const STEPS_A_SLICE = 10_000;

/** Paths of one kind: its distances are worked out once, for all lengths. */
export class PathsOf {
  private ahead: Distances | undefined;
  constructor(
    private readonly net: PathNetwork,
    /** Undefined: none. */
    readonly wanted: Wanted | undefined,
    private readonly mostHops: number,
    private readonly budget: Budget,
  ) {}

  /**
   * All paths of exactly so many hops that `isKept`, in the order of their ids. A step is taken only where the end is still in reach.
   * The walk keeps its own stack, because a generator that calls itself costs several times as much.
   * @param most how many paths may be added to `into`
   */
  *ofHops(hops: number, most: number, into: Collected, isKept?: (path: FoundPath) => boolean): InSlices<void> {
    const { net, wanted, budget } = this;
    if (!wanted) return;
    this.ahead ??= yield* distances(net, wanted, this.mostHops);
    const { ahead } = this;
    const musts = wanted.musts?.map((must) => ({ ...must, toEnd: least(ahead, must.place, net) }));
    const isFar = (state: number, place: number, left: number) => (ahead[state]?.[place] ?? FAR) > left;
    const onPath = new Uint8Array(net.places.length);
    /** The places of the path, and for each: the state of the path there, the hop it was entered by, and the hop looked at next. */
    const path: number[] = [];
    const states: number[] = [];
    const used: number[] = [];
    const at: number[] = [];
    const enter = (node: number, state: number, hop: number) => {
      onPath[node] = 1;
      path.push(node);
      states.push(state);
      if (hop >= 0) used.push(hop);
      at.push(net.starts[node]!);
    };
    let found = 0;
    for (const start of net.from) {
      if (isFar(0, start, hops)) continue;
      enter(start, 0, -1);
      while (path.length > 0) {
        const top = path.length - 1;
        const node = path[top]!;
        const hop = at[top]!;
        if (hop === net.starts[node + 1]) {
          onPath[node] = 0;
          path.pop();
          states.pop();
          used.pop();
          at.pop();
          continue;
        }
        if (into.stopped || into.more) return;
        at[top] = hop + 1;
        if (budget.steps % STEPS_A_SLICE === 0 && (yield)) budget.steps = 0;
        budget.steps -= 1;
        if (budget.steps < 0) {
          into.stopped = true;
          return;
        }
        const next = net.next[hop]!;
        if (onPath[next] || (wanted.mayUse && !wanted.mayUse(hop))) continue;
        const state = after(states[top]!, net.flags[hop]!, wanted);
        if (state === NONE) continue;
        const left = hops - top;
        if (net.isTo[next]) {
          if (left !== 1 || !isWanted(state, wanted) || !isKeptDirection(net, path[0]!, next)) continue;
          if (musts?.some(({ place }) => !onPath[place] && place !== next)) continue;
          const whole = { places: [...path, next], hops: [...used, hop] };
          if (isKept && !isKept(whole)) continue;
          if (found >= most) into.more = true;
          else into.paths.push(whole);
          found += 1;
          continue;
        }
        if (left === 1 || net.closed[next] || isFar(state, next, left - 1)) continue;
        if (musts?.some(({ place, hops: far, toEnd }) => !onPath[place] && place !== next && far[next]! + toEnd > left - 1)) continue;
        enter(next, state, hop);
      }
    }
  }
}

/** The fewest hops from a place to the end, whatever the state. */
function least(ahead: Distances, place: number, net: PathNetwork): number {
  if (net.isTo[place]) return 0;
  return ahead.reduce((fewest, of) => Math.min(fewest, of?.[place] ?? FAR), FAR);
}

/** Where both ends are in both sets, a path is found from either end; the one that begins with the smaller id is kept. */
function isKeptDirection(net: PathNetwork, start: number, end: number): boolean {
  return start < end || !(net.isTo[start] && net.isFrom[end]);
}
