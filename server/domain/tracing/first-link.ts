/** Finds one link between two sets of entities, for questions that only ask whether there is one left. */
import type { InSlices } from '../figures/in-slices.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { PathsOf, type Budget, type Collected } from './collect-paths.ts';
import { idAt } from './compact/id-table.ts';
import type { CompactGraph } from './compact/compact-graph.ts';
import { passingOf, placesIn, type HopTest } from './hop-test.ts';
import { linksHolding } from './path-distances.ts';
import { Sides, type Lookout } from './path-region.ts';

/** One link: its hops, each by the best of the claims that are hops there. */
export interface FirstLink {
  /** A claim a hop, in the order of the path. */
  claims: string[];
}

/**
 * A link of the fewest hops, up to `maxHops`. Which one of several is the same each time.
 * @param isHop which segments may be hops
 * @param budget hops that may still be tried; `stopped` where they were used up
 * @returns undefined where no link is left
 */
export function* firstLink(
  graph: CompactGraph,
  ends: { from: readonly string[]; to: readonly string[] },
  switches: Required<TraceSwitches>,
  isHop: HopTest,
  budget: Budget,
): InSlices<FirstLink | undefined | 'stopped'> {
  const lookout: Lookout = { graph, isHop, passing: passingOf(graph, switches), from: placesIn(graph, ends.from), to: placesIn(graph, ends.to) };
  const held = placesIn(graph, switches.mustPass);
  const sides = new Sides(lookout);
  try {
    yield* sides.meet(switches.maxHops);
    for (let hops = sides.fewestHops; hops <= switches.maxHops; hops += 1) {
      yield* sides.cover(hops);
      const net = yield* sides.network(hops);
      const found: Collected = { paths: [], more: false, stopped: false };
      yield* new PathsOf(net, linksHolding(net, held), hops, budget).ofHops(hops, 1, found);
      const [path] = found.paths;
      if (path) {
        const places = path.places.map((place) => net.places[place]!);
        return { claims: places.slice(1).map((place, i) => claimBetween(lookout, places[i]!, place)) };
      }
      if (found.stopped) return 'stopped';
    }
    return undefined;
  } finally {
    sides.end();
  }
}

/** The best claim that is a hop between two places. */
function claimBetween({ graph, isHop }: Lookout, from: number, to: number): string {
  for (let e = graph.starts[from]!; e < graph.starts[from + 1]!; e += 1) {
    if (graph.neighbours[e] === to && isHop(graph.words[e]!, graph.joins[e]!)) return idAt(graph.claims, graph.segments.claim[graph.joins[e]!]!);
  }
  throw new RangeError('No hop joins two neighbours of a path.');
}
