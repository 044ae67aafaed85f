/** On how many of the shortest links between sponsors and targets a claim is the only claim of a hop. */
import type { InSlices } from '../figures/in-slices.ts';
import { rolesOf } from '../figures/roles.ts';
import type { EntityType } from '../model/lists.ts';
import type { Figures } from '../model/figures.ts';
import type { Claim, Records } from '../model/records.ts';
import type { CompactGraph } from '../tracing/compact/compact-graph.ts';
import { partOfCompact } from '../tracing/compact/part-of-compact.ts';
import { searchCompact, SEARCH_LIMITS } from '../tracing/find-paths.ts';
import { placesIn } from '../tracing/hop-test.ts';
import { rankPathsInSlices } from '../tracing/rank-paths.ts';
import { effectiveSwitches } from '../tracing/trace-switches.ts';

/** A sponsor and a target of one plot. */
export interface SponsorTarget {
  sponsor: string;
  target: string;
}
export interface SponsorTargets {
  pairs: SponsorTarget[];
  /** There are more pairs than these. */
  more: boolean;
}
export interface CarriedLinks {
  /** By claim; a claim that carries none is not there. */
  carries: ReadonlyMap<string, number>;
  /** Links found. */
  links: number;
  /** Pairs of places of a sponsor and a target, and how many of them were searched. */
  pairs: number;
  searched: number;
  /** False where a limit, or the time, was met: every count is then at least so many. */
  isComplete: boolean;
}

/**
 * Every sponsor with every target of the same plot, by roles that the claims give; each pair once, however many plots have it. By plot, sponsor and target.
 * @param most pairs that are listed; `more` tells that there are others
 */
export function* sponsorsWithTargets(
  { records, figures }: { records: Records; figures: ReadonlyMap<string, Figures> },
  claims: Iterable<Claim>,
  most: number,
): InSlices<SponsorTargets> {
  const plots = new Map<string, { sponsors: Set<string>; targets: Set<string> }>();
  for (const claim of claims) {
    yield;
    for (const { plot, entity, role } of rolesOf(records, figures, [claim])) {
      if (role !== 'sponsor' && role !== 'target') continue;
      const of = plots.get(plot) ?? { sponsors: new Set(), targets: new Set() };
      plots.set(plot, of);
      (role === 'sponsor' ? of.sponsors : of.targets).add(entity);
    }
  }
  const pairs = new Map<string, SponsorTarget>();
  for (const plot of [...plots.keys()].sort()) {
    const { sponsors, targets } = plots.get(plot)!;
    const sorted = [...targets].sort();
    for (const sponsor of [...sponsors].sort()) {
      for (const target of sorted) {
        const key = `${sponsor} ${target}`;
        if (sponsor === target || pairs.has(key)) continue;
        if (pairs.size === most) return { pairs: [...pairs.values()], more: true };
        pairs.set(key, { sponsor, target });
      }
      yield;
    }
  }
  return { pairs: [...pairs.values()], more: false };
}

/**
 * Counted is, for each claim, on how many links it is the only claim of a hop: without it the link would not be there.
 *
 * The links are those a trace finds from a sponsor to a target of the same plot: all of the fewest hops, at most six, under the usual switches, so that no
 * link passes a country or a body that its neighbours only have in common, and no claim that is disputed only is a hop. All shortest links of a pair are
 * counted. A pair is looked at once, whichever of the two is the sponsor and however many plots they have in common; entities decided to be the same are one
 * place, so that two pairs of the same places are one pair, too. On a link a claim counts once, even where it is two of its hops (`via`). A hop that several
 * claims make is carried by none of them.
 * @param o `datasets`: only claims of these are hops; empty: of any. `most`: links of one pair
 */
export function* carriedLinksInSlices(
  graph: CompactGraph,
  { pairs, more }: SponsorTargets,
  typeOf: (id: string) => EntityType | undefined,
  { datasets = [], most }: { datasets?: readonly string[]; most: number },
): InSlices<CarriedLinks> {
  const carries = new Map<string, number>();
  const places = placePairs(graph, pairs);
  let [links, searched, isCutShort] = [0, 0, more];
  for (const { sponsor, target } of places) {
    const types = (id: string) => typeOf(id) ?? [];
    const switches = effectiveSwitches({ slack: 0, datasets: [...datasets] }, [sponsor].flatMap(types), [target].flatMap(types));
    const ends = { from: [sponsor], to: [target] };
    const search = yield* searchCompact(graph, ends, switches, { ...SEARCH_LIMITS, paths: most });
    const { paths } = yield* rankPathsInSlices(search.paths, partOfCompact(graph, search.paths), switches, ends);
    for (const { hops } of paths) for (const claim of onlyClaims(hops)) carries.set(claim, (carries.get(claim) ?? 0) + 1);
    links += paths.length;
    searched += 1;
    isCutShort ||= search.stoppedAtLimit || search.more;
    if (yield) break;
  }
  return { carries, links, pairs: places.length, searched, isComplete: !isCutShort && searched === places.length };
}

/** The claims that are the only claim of a hop, each once. */
function onlyClaims(hops: readonly { claims: readonly string[] }[]): Set<string> {
  return new Set(hops.flatMap(({ claims }) => (claims.length === 1 ? claims : [])));
}

/** The pairs that stand at two places, each two places once, in the order given. */
function placePairs(graph: CompactGraph, pairs: readonly SponsorTarget[]): SponsorTarget[] {
  const seen = new Map<string, SponsorTarget>();
  for (const pair of pairs) {
    const at = placesIn(graph, [pair.sponsor, pair.target]);
    const key = at.join(' ');
    if (at.length === 2 && !seen.has(key)) seen.set(key, pair);
  }
  return [...seen.values()];
}
