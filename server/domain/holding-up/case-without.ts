/** Which claims still stand, and what a trace may still use, without some sources, voices or claims: looked at claim by claim, as far as it is asked. */
import { strikeInSlices, striker, type StruckTest } from '../comparing/strike.ts';
import { citationShown, clockDays } from '../dates/visibility.ts';
import { claimViews, plotSpansOf } from '../figures/claim-views.ts';
import { figuresInSlices } from '../figures/derive-figures.ts';
import type { InSlices } from '../figures/in-slices.ts';
import { rememberedChains, wayOf } from '../figures/lineage.ts';
import { RANK_OF_LEVEL } from '../model/lists.ts';
import type { Figures } from '../model/figures.ts';
import type { Clocks, Struck, TraceSwitches } from '../model/questions.ts';
import type { Records } from '../model/records.ts';
import { compactOfRecords } from '../tracing/compact/build-compact.ts';
import { WORD, type CompactGraph } from '../tracing/compact/compact-graph.ts';
import { idAt } from '../tracing/compact/id-table.ts';
import { hopTest, type HopTest } from '../tracing/hop-test.ts';

/** What is struck, one kind at a time. */
export const ELEMENT_KINDS = ['claims', 'sources', 'voices'] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** The case as it is. */
export interface CaseAsIs {
  records: Records;
  figures: ReadonlyMap<string, Figures>;
  clocks?: Clocks;
  graph: CompactGraph;
}
/** What a trace may still use. */
export interface GraphWithout {
  graph: CompactGraph;
  isHop: HopTest;
}

export class CaseWithout {
  private readonly onWay = new Map<string, readonly string[]>();
  private readonly known = new Map<string, number | undefined>();
  private readonly strike;
  private readonly chain;
  private readonly days;
  private readonly clocks;
  private dating: ReadonlyMap<string, readonly string[]> | undefined;

  /** @param kind what the elements struck are */
  constructor(
    private readonly as: CaseAsIs,
    private readonly kind: ElementKind,
  ) {
    this.clocks = as.clocks;
    this.strike = striker(as.records, as.clocks);
    this.chain = rememberedChains(as.records.sources);
    this.days = clockDays(as.clocks);
  }

  /**
   * The elements on the ways of the visible citations of a claim, and at a happened clock of those that date the plot it is dated by: no other changes its
   * standing. Sorted.
   */
  elementsOf(claim: string): readonly string[] {
    let known = this.onWay.get(claim);
    if (known) return known;
    const found = new Set(this.ownElements(claim));
    for (const plot of this.as.figures.get(claim)?.datedBy ?? []) {
      for (const dating of this.datingClaims().get(plot) ?? []) for (const one of this.ownElements(dating)) found.add(one);
    }
    this.onWay.set(claim, (known = [...found].sort()));
    return known;
  }

  private *ownElements(claim: string): Generator<string> {
    if (this.kind === 'claims') yield claim;
    else {
      const { records } = this.as;
      for (const citation of records.citations.get(claim) ?? []) {
        if (!citationShown(citation, records.sources, this.days)) continue;
        for (const source of wayOf(citation, records.sources, this.chain)) yield this.kind === 'sources' ? source.id : source.voice;
      }
    }
  }

  /** The claims that date each plot, event or case. */
  private datingClaims(): ReadonlyMap<string, readonly string[]> {
    if (this.dating) return this.dating;
    const found = new Map<string, string[]>();
    for (const { entity, claim } of plotSpansOf(this.as.records, this.clocks)) found.set(entity, [...(found.get(entity) ?? []), claim]);
    return (this.dating = found);
  }

  /** Whether the standing of claims depends on their own citations alone. Otherwise every claim is derived anew: a plot may be dated otherwise. */
  get isByClaim(): boolean {
    return this.days?.happened === undefined;
  }

  /** The same of one claim, where it `isByClaim`. */
  rankOf(claim: string, struck: readonly string[]): number | undefined {
    const { records, figures, clocks } = this.as;
    const asIs = figures.get(claim);
    const before = asIs?.visible ? asIs.rank : undefined;
    if (!this.elementsOf(claim).some((one) => struck.includes(one))) return before;
    const key = `${claim} ${struck.join(' ')}`;
    if (this.known.has(key)) return this.known.get(key);
    const of = this.strike(claim, this.struckTest(struck));
    const alone = { ...records, claims: new Map([[claim, records.claims.get(claim)!]]), citations: new Map([[claim, of?.left ?? []]]) };
    const view = of ? claimViews(alone, clocks)(claim) : undefined;
    const rank = of ? (view?.visible ? view.standing.rank : undefined) : before;
    this.known.set(key, rank);
    return rank;
  }

  private struckTest(struck: readonly string[]): StruckTest {
    const { kind } = this;
    if (kind === 'claims') return (claim) => struck.includes(claim);
    return (_claim, _citation, way) => way().some(({ id, voice }) => struck.includes(kind === 'sources' ? id : voice));
  }

  /** The rank of any claim without the elements: -1 where it is only disputed, undefined where nothing of it is left. */
  *rankWithout(struck: readonly string[]): InSlices<(claim: string) => number | undefined> {
    if (this.isByClaim) return (claim) => this.rankOf(claim, struck);
    const { figures } = yield* this.derived(struck);
    return (claim) => {
      const left = figures.get(claim);
      return left?.visible ? left.rank : undefined;
    };
  }

  /** The same, derived anew: an entity that had too many segments to be passed may have lost some. */
  *derivedGraph(struck: readonly string[], switches: Required<TraceSwitches>): InSlices<GraphWithout> {
    const { records, figures } = yield* this.derived(struck);
    const graph = yield* compactOfRecords(records, figures);
    return { graph, isHop: hopTest(graph, switches) };
  }

  /** Whether what was struck may open an entity that is not passed for its degree, which `graphWithout` leaves closed. */
  mayOpenHubs({ degreeLimit }: Required<TraceSwitches>): boolean {
    return this.as.graph.degrees.some((degree) => degree > degreeLimit);
  }

  /** What a trace may use without the elements. */
  *graphWithout(struck: readonly string[], switches: Required<TraceSwitches>): InSlices<GraphWithout> {
    const { graph } = this.as;
    const isHop = hopTest(graph, switches);
    if (struck.length === 0) return { graph, isHop };
    if (!this.isByRank(switches)) return yield* this.derivedGraph(struck, switches);
    const { claim: claimOf } = graph.segments;
    return {
      graph,
      isHop: (word, segment) => {
        const claim = idAt(graph.claims, claimOf[segment]!);
        if (!this.elementsOf(claim).some((one) => struck.includes(one))) return isHop(word, segment);
        const rank = this.rankOf(claim, struck);
        return rank !== undefined && isHop(wordAt(word, rank), segment);
      },
    };
  }

  /** Which of the claims that were hops of a trace still are, without the elements. */
  *hopsWithout(struck: readonly string[], switches: Required<TraceSwitches>): InSlices<(claim: string) => boolean> {
    if (this.isByRank(switches)) return (claim) => this.isHopByRank(claim, struck, switches);
    const { graph, isHop } = yield* this.graphWithout(struck, switches);
    const { claim: claimOf, word } = graph.segments;
    const left = new Set<string>();
    for (let s = 0; s < claimOf.length; s += 1) if (isHop(word[s]!, s)) left.add(idAt(graph.claims, claimOf[s]!));
    return (claim) => left.has(claim);
  }

  /** The same of one claim, where hops are told `isByRank`. */
  isHopByRank(claim: string, struck: readonly string[], { standingAtLeast }: Required<TraceSwitches>): boolean {
    return (this.rankOf(claim, struck) ?? -1) >= Math.max(0, RANK_OF_LEVEL[standingAtLeast]);
  }

  /** Whether hops depend on the rank of claims alone. Other switches ask for figures that rest on other claims, too, or for the datasets that hold what is left. */
  isByRank({ uninvolvedAtLeast, originsAtLeast, uncontested, datasets }: Required<TraceSwitches>): boolean {
    return this.isByClaim && uninvolvedAtLeast === 0 && originsAtLeast === 0 && !uncontested && datasets.length === 0;
  }

  private *derived(struck: readonly string[]): InSlices<{ records: Records; figures: Map<string, Figures> }> {
    const without: Struck = { [this.kind]: [...struck] };
    const { records } = yield* strikeInSlices(this.as.records, without, this.clocks);
    return { records, figures: yield* figuresInSlices(records, { clocks: this.clocks }) };
  }
}

/** The word of a segment whose claim stands at another rank. */
function wordAt(word: number, rank: number): number {
  const others = word & ~((7 << 4) | WORD.disputedOnly);
  return (others | ((rank + 1) << 4) | (rank < 0 ? WORD.disputedOnly : 0)) >>> 0;
}
