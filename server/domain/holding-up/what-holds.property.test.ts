import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strikeInSlices } from '../comparing/strike.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { inOneGo } from '../figures/in-slices.ts';
import { SUPPORT_LEVELS } from '../model/lists.ts';
import type { Clocks, TraceSwitches } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { compactOfRecords } from '../tracing/compact/build-compact.ts';
import { searchCompact } from '../tracing/find-paths.ts';
import { rankPaths } from '../tracing/rank-paths.ts';
import { traceGraph } from '../tracing/trace-graph.ts';
import { DEFAULT_SWITCHES, isHop } from '../tracing/trace-switches.ts';
import { ELEMENT_KINDS, type CaseAsIs, type ElementKind } from './case-without.ts';
import { whatHolds, type HeldUp } from './what-holds.ts';

function caseAt(records: Records, clocks: Clocks | undefined): CaseAsIs {
  const figures = deriveFigures(records, { clocks });
  return { records, figures, clocks, graph: inOneGo(compactOfRecords(records, figures)) };
}
/** The case as it is derived anew without some elements. */
const without = ({ records, clocks }: CaseAsIs, kind: ElementKind, ids: string[]) =>
  caseAt(inOneGo(strikeInSlices(records, { [kind]: ids }, clocks)).records, clocks);

interface Asked {
  asked: HeldUp;
  holds: (of: CaseAsIs) => boolean;
  lost: (of: CaseAsIs) => number;
}
function traceAsked(as: CaseAsIs, from: string[], to: string[], switches: Required<TraceSwitches>): Asked {
  const found = inOneGo(searchCompact(as.graph, { from, to }, switches));
  const { paths } = rankPaths(found.paths, traceGraph(as.records, as.figures), switches, { from, to });
  const hops = paths.map((path) => path.hops.map((hop) => hop.claims));
  const isLeft = (of: CaseAsIs, path: string[][]) => path.every((claims) => claims.some((id) => isHopIn(of, id)));
  const isHopIn = (of: CaseAsIs, claim: string) => traceGraph(of.records, of.figures).segments.some((one) => one.claim === claim && isHop(one, switches));
  return {
    asked: { kind: 'trace', from, to, switches, paths: hops },
    holds: (of) => inOneGo(searchCompact(of.graph, { from, to }, switches)).shortest !== undefined,
    lost: (of) => hops.filter((path) => !isLeft(of, path)).length,
  };
}
function claimsAsked(as: CaseAsIs, some: string[]): Asked {
  const stands = (of: CaseAsIs, id: string) => Boolean(of.figures.get(id)?.visible) && of.figures.get(id)!.rank >= 0;
  const claims = some.filter((id) => stands(as, id));
  return {
    asked: { kind: 'claims', claims: some },
    holds: (of) => claims.some((id) => stands(of, id)),
    lost: (of) => claims.filter((id) => !stands(of, id)).length,
  };
}

/** Every set of one and two is struck, and the case derived anew each time. */
function bruteForce(as: CaseAsIs, { holds, lost }: Asked, kind: ElementKind) {
  const ids = [...as.records[kind].keys()].sort();
  const falls = (of: CaseAsIs) =>
    [...as.figures.values()].filter(({ claim, visible, rank }) => visible && rank >= 0 && !(of.figures.get(claim)!.visible && of.figures.get(claim)!.rank >= 0))
      .length;
  const strike = (struck: string[]) => {
    const of = without(as, kind, struck);
    return { breaks: !holds(of), counted: { ids: struck, lost: lost(of), falls: falls(of) } };
  };
  const ones = ids.map((id) => strike([id]));
  const alone = new Set(ones.flatMap(({ breaks, counted }) => (breaks ? counted.ids : [])));
  const rest = ids.filter((id) => !alone.has(id));
  const twos = rest.flatMap((a, i) => rest.slice(i + 1).map((b) => strike([a, b])));
  const broken = (all: typeof ones) => all.filter(({ breaks }) => breaks).map(({ counted }) => counted);
  return holds(as)
    ? { ones: broken(ones), twos: broken(twos), most: ones.map(({ counted }) => counted).filter((one) => one.lost > 0) }
    : { ones: [], twos: [], most: ones.map(({ counted }) => counted).filter((one) => one.lost > 0) };
}

const switchesOf = fc.record({
  throughGeneric: fc.boolean(),
  degreeLimit: fc.constantFrom(2, 3, 200),
  maxHops: fc.integer({ min: 1, max: 6 }),
  slack: fc.integer({ min: 0, max: 2 }),
  standingAtLeast: fc.constantFrom('unstated' as const, 'unstated' as const, ...SUPPORT_LEVELS),
  uninvolvedAtLeast: fc.constantFrom(0, 0, 0, 1),
  originsAtLeast: fc.constantFrom(0, 0, 0, 1, 2),
  uncontested: fc.constantFrom(false, false, false, true),
});

describe('what holds something up', () => {
  it('is what leaves nothing of it once the case is derived without it', () => {
    let cuts = 0;
    checkProperty(
      'cut sets of one and two, and their counts, as found by striking every one and every two',
      fc.property(
        arbitraryRecords({ claims: 7, entities: 5, sources: 5, voices: 4, citationsPerClaim: 2 }),
        fc.option(arbitraryClocks, { nil: undefined, freq: 1 }),
        switchesOf,
        fc.constantFrom(...ELEMENT_KINDS),
        fc.constantFrom('trace', 'claims'),
        (records, clocks, chosen, kind, of) => {
          const as = caseAt(records, clocks);
          const asked =
            of === 'claims'
              ? claimsAsked(as, [...records.claims.keys()].slice(0, 3))
              : traceAsked(
                  as,
                  ['e0', 'e1'].filter((id) => records.entities.has(id)),
                  ['e3'].filter((id) => records.entities.has(id)),
                  { ...DEFAULT_SWITCHES, ...chosen },
                );
          const expected = bruteForce(as, asked, kind);
          const { ones, twos, most, stopped } = inOneGo(whatHolds(as, asked.asked, kind));
          cuts += ones.length + twos.length;
          const byId = (a: { ids: string[] }, b: { ids: string[] }) => (a.ids.join(' ') < b.ids.join(' ') ? -1 : 1);
          expect({ ones, twos, most: [...most].sort(byId), stopped }).toEqual({ ...expected, most: expected.most.sort(byId), stopped: false });
        },
      ),
      { runs: 400 },
    );
    expect(cuts).toBeGreaterThan(100);
  });
});
