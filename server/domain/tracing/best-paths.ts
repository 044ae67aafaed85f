/**
 * Finds the best links of a network in the order of a trace: weakest standing, fewest uninvolved origins on a hop, hops, ids, or hops first (model.md, "Trace").
 * Where there are few they are all collected and sorted. Where there are very many, those that are good enough are collected alone: the threshold falls, first
 * of the standing, then of the origins, then by hops, until as many are found as were asked for.
 */
import type { InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { PathsOf, type Budget, type Collected, type FoundPath } from './collect-paths.ts';
import type { Wanted } from './path-distances.ts';
import { ACCUSES, type PathNetwork } from './path-network.ts';

export interface LinkQuestion {
  shortest: number;
  longest: number;
  /** The most that are found. */
  most: number;
  /** Paths that are collected and sorted at once, at least `most`; more of them are told apart by their worth first. */
  sortedAtOnce: number;
  order: Required<TraceSwitches>['order'];
  /** All links that are wanted, of up to `longest` hops. */
  walk: PathsOf;
  budget: Budget;
}

/** What a path is worth, its hops and ids aside. */
interface Worth {
  /** The lowest rank among the hops that accuse, or among all where none does. */
  rank: number;
  /** The fewest uninvolved origins that a hop has. */
  uninvolved: number;
}

export function* bestLinks(net: PathNetwork, question: LinkQuestion): InSlices<Collected> {
  const { shortest, longest, most, order } = question;
  const search = new ByWorth(net, question);
  if (order === 'weakest-hop') return yield* search.best(shortest, longest, most);
  const found: Collected = { paths: [], more: false, stopped: false };
  for (let hops = shortest; hops <= longest && !found.more && !found.stopped; hops += 1) {
    // One more than there is room for, so that it is known whether there are more.
    const { paths, more, stopped } = yield* search.best(hops, hops, most - found.paths.length);
    found.paths.push(...paths);
    found.more = more;
    found.stopped = stopped;
  }
  return found;
}

class ByWorth {
  private readonly kinds = new Map<string, PathsOf>();
  /** The ranks and numbers of uninvolved origins that hops have, highest first. */
  private readonly ranks: readonly number[];
  private readonly origins: readonly number[];

  constructor(
    private readonly net: PathNetwork,
    private readonly question: LinkQuestion,
  ) {
    this.ranks = [...new Set(net.rank)].sort((a, b) => b - a);
    this.origins = [...new Set(net.uninvolved)].sort((a, b) => b - a);
  }

  /** The best paths of so many hops. */
  *best(shortest: number, longest: number, most: number): InSlices<Collected> {
    const all: Collected = { paths: [], more: false, stopped: false };
    for (let hops = shortest; hops <= longest; hops += 1) yield* this.question.walk.ofHops(hops, this.question.sortedAtOnce - all.paths.length, all);
    // With its time or steps used up a search ends with what it has.
    if (!all.more || all.stopped) return this.sorted(all, most);
    return yield* this.bestOfMany(shortest, longest, most);
  }

  private *bestOfMany(shortest: number, longest: number, most: number): InSlices<Collected> {
    let better: FoundPath[] = [];
    for (const rank of this.ranks) {
      const firm = yield* this.atLeast({ rank, uninvolved: 0 }, shortest, longest);
      if (firm.stopped || (!firm.more && firm.paths.length > most)) return this.sorted(firm, most);
      if (!firm.more) {
        better = firm.paths;
        continue;
      }
      for (const uninvolved of this.origins) {
        const known = yield* this.atLeast({ rank, uninvolved }, shortest, longest);
        const others = known.paths.filter((path) => this.worth(path).rank === rank);
        const found = { ...known, paths: [...better.filter((path) => this.worth(path).rank > rank), ...others] };
        if (known.stopped || (!known.more && found.paths.length > most)) return this.sorted(found, most);
        if (!known.more) {
          better = found.paths;
          continue;
        }
        return yield* this.byHops({ rank, uninvolved }, shortest, longest, better, most);
      }
    }
    return this.sorted({ paths: better, more: false, stopped: false }, most);
  }

  /** Adds the paths of just this worth, fewer hops first, until there are enough: those of one length come in the order of their ids. */
  private *byHops(worth: Worth, shortest: number, longest: number, better: readonly FoundPath[], most: number): InSlices<Collected> {
    const found: Collected = { paths: [...better], more: false, stopped: false };
    const isOfWorth = (path: FoundPath) => {
      const own = this.worth(path);
      return own.rank === worth.rank && own.uninvolved === worth.uninvolved;
    };
    for (let hops = shortest; hops <= longest && found.paths.length <= most && !found.stopped; hops += 1) {
      for (const wanted of this.wantedOf(worth)) {
        const of: Collected = { paths: [], more: false, stopped: false };
        yield* this.of(wanted, worth).ofHops(hops, most + 1, of, isOfWorth);
        found.paths.push(...of.paths);
        found.stopped ||= of.stopped;
      }
    }
    return this.sorted(found, most);
  }

  /** Up to `sortedAtOnce` paths that are worth so much or more. */
  private *atLeast(worth: Worth, shortest: number, longest: number): InSlices<Collected> {
    const found: Collected = { paths: [], more: false, stopped: false };
    for (const wanted of this.wantedOf(worth)) {
      for (let hops = shortest; hops <= longest; hops += 1) yield* this.of(wanted, worth).ofHops(hops, this.question.sortedAtOnce - found.paths.length, found);
    }
    return found;
  }

  /** Paths of a standing or a higher one: with a hop that accuses, all such hops have it; without one all hops have it. No path is of both kinds. */
  private wantedOf({ rank, uninvolved }: Worth): Wanted[] {
    const { net, question } = this;
    const { wanted } = question.walk;
    if (!wanted) return [];
    const accuses = (hop: number) => (net.flags[hop]! & ACCUSES) !== 0;
    const isKnown = (hop: number) => net.uninvolved[hop]! >= uninvolved;
    return [
      { ...wanted, accusing: true, mayUse: (hop) => isKnown(hop) && (net.rank[hop]! >= rank || !accuses(hop)) },
      { ...wanted, mayUse: (hop) => isKnown(hop) && net.rank[hop]! >= rank && !accuses(hop) },
    ];
  }

  private of(wanted: Wanted, worth: Worth): PathsOf {
    const key = `${worth.rank} ${worth.uninvolved} ${wanted.accusing}`;
    const known = this.kinds.get(key) ?? new PathsOf(this.net, wanted, this.question.longest, this.question.budget);
    this.kinds.set(key, known);
    return known;
  }

  private worth({ hops }: FoundPath): Worth {
    const { net } = this;
    const ranks = hops.map((hop) => net.rank[hop]!);
    const accusing = hops.filter((hop) => net.flags[hop]! & ACCUSES).map((hop) => net.rank[hop]!);
    return { rank: Math.min(...(accusing.length > 0 ? accusing : ranks)), uninvolved: Math.min(...hops.map((hop) => net.uninvolved[hop]!)) };
  }

  private sorted({ paths, more, stopped }: Collected, most: number): Collected {
    const ranked = paths
      .map((path) => ({ path, ...this.worth(path) }))
      .sort((a, b) => b.rank - a.rank || b.uninvolved - a.uninvolved || a.path.hops.length - b.path.hops.length || comparePlaces(a.path, b.path));
    return { paths: ranked.slice(0, most).map(({ path }) => path), more: more || ranked.length > most, stopped };
  }
}

/** Of two paths with as many hops the one whose first different place has the smaller id. */
export function comparePlaces({ places: a }: FoundPath, { places: b }: FoundPath): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
