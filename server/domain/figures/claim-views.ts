/** Views of claims at the clocks: which citations are visible, and the standing they give. */
import { rememberedChains, type ChainOf } from './lineage.ts';
import { happenedDates } from '../dates/happened-dates.ts';
import { joinSpans, spanByPlot, spansOfClaim, type PlotSpan, type Span } from './plot-spans.ts';
import type { Citation, Claim, Records } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import { deriveStanding, type Standing } from './standing.ts';
import { citationShown, clockDays, happenedVisibility, isShown, sourceVisibility, spanVisibility, type ClockDays } from '../dates/visibility.ts';

export interface ClaimView {
  claim: Claim;
  accusatory: boolean;
  /** False where the claim certainly happened later, or none of its citations is visible; `citations` is then empty. */
  visible: boolean;
  uncertain: boolean;
  /** At the happened clock, for a claim without a date of its own: the plots, events or cases that date it; sorted. */
  datedBy?: string[];
  /** Visible citations, sorted by id, so that results do not depend on the order of the records. */
  citations: Citation[];
  standing: Standing;
}
export type ViewOf = (claimId: string) => ClaimView | undefined;

/**
 * Views of claims, each built when it is first asked for, then kept.
 * @param outside spans given by claims that are not among these records, at the same clocks
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

/** Whether the claim is visible and has a supporting citation that counts. */
export function stands(view: ClaimView | undefined): boolean {
  return view !== undefined && view.visible && view.standing.rank >= 0;
}

/** What each claim of the records adds to the spans of plots, events and cases at the clocks (`DeriveContext.outside.spans`). */
export function plotSpansOf(records: Records, clocks?: Clocks): PlotSpan[] {
  const days = clockDays(clocks);
  return days?.happened === undefined ? [] : spansIn(records, days, rememberedChains(records.sources));
}

/**
 * The happened clock does not filter the claims used here. Otherwise a view from before the plot would use none of them, and nothing would show that the plot
 * is later.
 */
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
  const happened = byPlot && days?.happened !== undefined ? spanVisibility(byPlot, days.happened) : happenedVisibility(dating, days);
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

/**
 * The citations that date a claim: the supporting ones that count. Where all were taken back, those that were, so that a claim that is disputed only still has
 * a date.
 */
function datingCitations(citations: readonly Citation[], standing: Standing): Citation[] {
  if (standing.counted.length > 0) return standing.counted.map((c) => c.citation);
  return citations.filter((c) => c.stance === 'supports');
}

/** Whether some supporting citation (any citation, where none supports) was certainly published by the date. */
function hasFirmCitation(citations: readonly Citation[], records: Records, days: ClockDays | undefined): boolean {
  if (days?.published === undefined) return true;
  const supporting = citations.filter((c) => c.stance === 'supports');
  const carrying = supporting.length > 0 ? supporting : citations;
  return carrying.some((c) => sourceVisibility(records.sources.get(c.source), days) === 'in');
}

function byId(a: Citation, b: Citation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
