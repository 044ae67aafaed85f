/** Each claim as it stands at the clocks of a view: what of it is visible, and what the citations left make of it. */
import { rememberedChains, type ChainOf } from './lineage.ts';
import { happenedDates } from '../model/happened-dates.ts';
import { joinSpans, spanByPlot, spansOfClaim, type PlotSpan, type Span } from './plot-spans.ts';
import type { Citation, Claim, Records } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import { deriveStanding, type Standing } from './standing.ts';
import { citationShown, clockDays, happenedSeen, isShown, sourceSeen, spanSeenBy, type ClockDays } from '../dates/visibility.ts';

export interface ClaimView {
  claim: Claim;
  accusatory: boolean;
  /** False: it certainly happened later, or none of its citations is visible; then it has no citations here. */
  visible: boolean;
  uncertain: boolean;
  /** At the happened clock: without a date of its own, and dated by these plots, events or cases; sorted. */
  datedBy?: string[];
  /** Visible citations in the order of their ids, which makes all that follows independent of the order given. */
  citations: Citation[];
  standing: Standing;
}
export type ViewOf = (claimId: string) => ClaimView | undefined;

/**
 * Views of claims, each worked out once, when first asked for.
 * @param outside spans that claims beyond these records give, at the same clocks.
 */
export function claimViews(records: Records, clocks?: Clocks, outside: readonly PlotSpan[] = []): ViewOf {
  const days = clockDays(clocks);
  const chain = rememberedChains(records.sources);
  const known = new Map<string, ClaimView>();
  let joined: ReadonlyMap<string, Span> | undefined;
  const spans = () => (joined ??= joinSpans([...spansIn(records, days, chain), ...outside.filter(({ claim }) => !records.claims.has(claim))]));
  return (claimId) => {
    const seen = known.get(claimId);
    if (seen) return seen;
    const claim = records.claims.get(claimId);
    if (!claim) return undefined;
    const view = viewOf(claim, records, days, chain, spans);
    known.set(claimId, view);
    return view;
  };
}

/** Visible, with a supporting citation that counts. */
export function stands(view: ClaimView | undefined): boolean {
  return view !== undefined && view.visible && view.standing.rank >= 0;
}

/** What every claim of the records adds to the spans of plots, events and cases at the clocks (`DeriveContext.outside.spans`). */
export function plotSpansOf(records: Records, clocks?: Clocks): PlotSpan[] {
  const days = clockDays(clocks);
  return days?.happened === undefined ? [] : spansIn(records, days, rememberedChains(records.sources));
}

/** The happened clock does not choose among these claims: by a view from before the plot there would be none, and nothing would say that it is later. */
function spansIn(records: Records, days: ClockDays | undefined, chain: ChainOf): PlotSpan[] {
  const published = days && { ...days, happened: undefined };
  return [...records.claims.values()].flatMap((claim) => {
    const all = records.citations.get(claim.id) ?? [];
    if (!all.some(({ happened }) => happened !== undefined)) return [];
    const citations = all.filter((citation) => citationShown(citation, records.sources, published));
    const dating = datingCitations(citations, deriveStanding(citations, records, false, undefined, chain));
    return spansOfClaim(claim, dating.flatMap(happenedDates), records);
  });
}

function viewOf(claim: Claim, records: Records, days: ClockDays | undefined, chain: ChainOf, spans: () => ReadonlyMap<string, Span>): ClaimView {
  const accusatory = (records.predicates.get(claim.predicate)?.accuses.length ?? 0) > 0;
  const all = records.citations.get(claim.id) ?? [];
  const citations = days ? all.filter((c) => citationShown(c, records.sources, days)) : [...all];
  if (citations.length > 1) citations.sort(byId);
  const standing = deriveStanding(citations, records, accusatory, days?.happened, chain);
  const dating = datingCitations(citations, standing);
  const isUndated = dating.every((citation) => happenedDates(citation).length === 0);
  const byPlot = days?.happened !== undefined && isUndated && citations.length > 0 ? spanByPlot(claim, records, spans()) : undefined;
  const happened = byPlot && days?.happened !== undefined ? spanSeenBy(byPlot, days.happened) : happenedSeen(dating, days);
  if (citations.length === 0 || !isShown(happened, days)) {
    return {
      claim,
      accusatory,
      visible: false,
      uncertain: false,
      citations: [],
      standing: deriveStanding([], records, accusatory),
    };
  }
  const uncertain = happened === 'uncertain' || !hasFirmCitation(citations, records, days);
  return { claim, accusatory, visible: true, uncertain, ...(byPlot ? { datedBy: byPlot.entities } : {}), citations, standing };
}

/** Which citations date a claim: the supporting ones that count; where all were taken back, what they said, for else a crossed-out claim would have no date. */
function datingCitations(citations: readonly Citation[], standing: Standing): Citation[] {
  if (standing.counted.length > 0) return standing.counted.map((c) => c.citation);
  return citations.filter((c) => c.stance === 'supports');
}

/** Whether one of the citations that carry the claim was certainly published by the date (any, where nothing supports it). */
function hasFirmCitation(citations: readonly Citation[], records: Records, days: ClockDays | undefined): boolean {
  if (days?.published === undefined) return true;
  const supporting = citations.filter((c) => c.stance === 'supports');
  const carrying = supporting.length > 0 ? supporting : citations;
  return carrying.some((c) => sourceSeen(records.sources.get(c.source), days) === 'in');
}

function byId(a: Citation, b: Citation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
