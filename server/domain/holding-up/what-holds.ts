/** What holds up a trace, an entity or a claim: the cut sets of one and of two claims, sources or voices, and what carries most, with counts. */
import { eachInSlices, type InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { firstLink } from '../tracing/first-link.ts';
import { CaseWithout, type CaseAsIs, type ElementKind, type GraphWithout } from './case-without.ts';
import { cutSets, type Upheld } from './cut-sets.ts';

/** What is asked about. */
export type HeldUp =
  | {
      kind: 'trace';
      from: readonly string[];
      to: readonly string[];
      switches: Required<TraceSwitches>;
      /** The paths found: of each its hops, of each hop the claims that tell it. */
      paths: readonly (readonly (readonly string[])[])[];
    }
  /** At least one of these claims stands: those of an entity, or one claim. */
  | { kind: 'claims'; claims: readonly string[] };

/** Some elements struck together, and what goes with them. */
export interface Strike {
  ids: string[];
  /** Of the paths, or of the claims asked about: how many go. */
  lost: number;
  /** Of all claims of the case: how many fall. */
  falls: number;
}
export interface HoldsUp {
  kind: ElementKind;
  /** Paths or claims that there are. */
  of: number;
  /** Sets that break all of it: of one, and of two of which neither alone does. */
  ones: Strike[];
  twos: Strike[];
  /** The single elements that most goes with, the most first. */
  most: Strike[];
  /** A limit was met: there may be more sets. */
  stopped: boolean;
}
export interface HoldsUpLimits {
  /** How often something is struck and looked at again. */
  strikes: number;
  /** Hops tried in all these searches. */
  steps: number;
  /** Entries of each list. */
  listed: number;
}
export const HOLDS_UP_LIMITS: Readonly<HoldsUpLimits> = { strikes: 2_000, steps: 3_000_000, listed: 50 };

export function* whatHolds(as: CaseAsIs, of: HeldUp, kind: ElementKind, limits: HoldsUpLimits = HOLDS_UP_LIMITS): InSlices<HoldsUp> {
  // What does not stand now is held up by nothing.
  const asked: HeldUp = of.kind === 'trace' ? of : { ...of, claims: of.claims.filter((claim) => (as.figures.get(claim)?.rank ?? -1) >= 0) };
  const without = new CaseWithout(as, kind);
  const { ones, twos, stopped } = yield* cutSets(upheldBy(without, asked, limits), limits.strikes);
  const claims = asked.kind === 'claims' ? asked.claims : [...new Set(asked.paths.flat(2))];
  const elements = [...new Set(claims.flatMap((claim) => without.elementsOf(claim)))].sort();
  const touching = yield* claimsTouchedBy(as, without);
  const count = function* (ids: readonly string[]): InSlices<Strike> {
    const rank = yield* without.rankWithout(ids);
    return { ids: [...ids], lost: yield* lostOf(without, asked, ids, rank), falls: countFalls(as, rank, new Set(ids.flatMap((id) => touching.get(id) ?? []))) };
  };
  const most: Strike[] = [];
  for (const one of elements) most.push(yield* count([one]));
  const counted = function* (sets: readonly (readonly string[])[]): InSlices<Strike[]> {
    const all: Strike[] = [];
    for (const ids of sets.slice(0, limits.listed)) all.push(yield* count(ids));
    return all;
  };
  return {
    kind,
    of: asked.kind === 'claims' ? asked.claims.length : asked.paths.length,
    ones: yield* counted(ones.map((id) => [id])),
    twos: yield* counted(twos),
    most: most
      .filter(({ lost }) => lost > 0)
      .sort((a, b) => b.lost - a.lost || b.falls - a.falls || (a.ids[0]! < b.ids[0]! ? -1 : 1))
      .slice(0, limits.listed),
    stopped: stopped || ones.length > limits.listed || twos.length > limits.listed,
  };
}

function upheldBy(without: CaseWithout, asked: HeldUp, limits: HoldsUpLimits): Upheld {
  const elementsOf = (way: readonly string[]) => [...new Set(way.flatMap((claim) => without.elementsOf(claim)))].sort();
  if (asked.kind === 'claims') {
    return {
      elementsOf,
      *wayWithout(struck) {
        const rank = yield* without.rankWithout(struck);
        const left = asked.claims.find((claim) => (rank(claim) ?? -1) >= 0);
        return left === undefined ? undefined : [left];
      },
      isStillWay: (way, struck) => without.isByClaim && way.every((claim) => (without.rankOf(claim, struck) ?? -1) >= 0),
    };
  }
  const { from, to, switches } = asked;
  const budget = { steps: limits.steps };
  const claimsOf = function* ({ graph, isHop }: GraphWithout): InSlices<readonly string[] | undefined | 'stopped'> {
    const link = yield* firstLink(graph, { from, to }, switches, isHop, budget);
    return link === undefined || link === 'stopped' ? link : link.claims;
  };
  const mayOpenHubs = without.isByRank(switches) && without.mayOpenHubs(switches);
  return {
    elementsOf,
    *wayWithout(struck) {
      const found = yield* claimsOf(yield* without.graphWithout(struck, switches));
      if (found !== undefined || struck.length === 0 || !mayOpenHubs) return found;
      return yield* claimsOf(yield* without.derivedGraph(struck, switches));
    },
    isStillWay: (way, struck) => without.isByRank(switches) && way.every((claim) => without.isHopByRank(claim, struck, switches)),
  };
}

/** The visible claims on whose ways each element stands. */
function* claimsTouchedBy({ figures }: CaseAsIs, without: CaseWithout): InSlices<Map<string, string[]>> {
  const touching = new Map<string, string[]>();
  yield* eachInSlices(figures.values(), ({ claim, visible }) => {
    if (!visible) return;
    for (const element of without.elementsOf(claim)) {
      const known = touching.get(element);
      if (known) known.push(claim);
      else touching.set(element, [claim]);
    }
  });
  return touching;
}

type Rank = (claim: string) => number | undefined;
const stands = (rank: Rank, claim: string) => (rank(claim) ?? -1) >= 0;

/** The paths that go with a hop of which no claim is one any more; or the claims that fall. */
function* lostOf(without: CaseWithout, asked: HeldUp, struck: readonly string[], rank: Rank): InSlices<number> {
  if (asked.kind === 'claims') return asked.claims.filter((claim) => !stands(rank, claim)).length;
  const isHop = yield* without.hopsWithout(struck, asked.switches);
  return asked.paths.filter((path) => path.some((claims) => !claims.some(isHop))).length;
}

function countFalls({ figures }: CaseAsIs, rank: Rank, touched: ReadonlySet<string>): number {
  let falls = 0;
  for (const claim of touched) if ((figures.get(claim)?.rank ?? -1) >= 0 && !stands(rank, claim)) falls += 1;
  return falls;
}
