/**
 * Finds when a plot, event or case was from the dates of its claims; this span dates its claims that have no date of their own (model.md, "Time: three
 * clocks").
 */
import { entitiesAt } from '../model/claim-ends.ts';
import { DATING_TYPES, type EntityType, type Group } from '../model/lists.ts';
import type { Claim, Dated, Records } from '../model/records.ts';
import { parseEdtf } from '../dates/edtf-dates.ts';

/** First and last day since 1970-01-01, both included; infinite where an end is open. */
export interface Span {
  earliest: number;
  latest: number;
}
/** The span that one claim's own dates give to one plot, event or case it belongs to. */
export interface PlotSpan extends Span {
  entity: string;
  claim: string;
}
type Known = Pick<Records, 'entities' | 'predicates'>;

/** Groups of claims about what came after the deed: their dates say nothing of when the plot was. */
const COMES_AFTER: ReadonlySet<Group> = new Set(['justice', 'statement']);

/** The plots, events and cases a claim belongs to: those in its `in`, and its ends of these types. */
export function plotsOfClaim(claim: Claim, { entities }: Pick<Known, 'entities'>): { id: string; type: EntityType }[] {
  const ids = new Set((['in', 'subject', 'object'] as const).flatMap((end) => entitiesAt(claim, end)));
  return [...ids].flatMap((id) => {
    const type = entities.get(id)?.type;
    return type !== undefined && (DATING_TYPES as readonly EntityType[]).includes(type) ? [{ id, type }] : [];
  });
}

/**
 * The spans that a claim gives to what it belongs to.
 * @param dates the dates of the claim's own citations. Dates it has by its plot must not be among them: the plot would date itself.
 */
export function spansOfClaim(claim: Claim, dates: readonly Dated[], known: Known): PlotSpan[] {
  const group = known.predicates.get(claim.predicate)?.group;
  if (dates.length === 0 || group === undefined || COMES_AFTER.has(group)) return [];
  const bounds = dates.map(({ edtf }) => parseEdtf(edtf));
  const span = hull(bounds);
  return plotsOfClaim(claim, known).map(({ id }) => ({ entity: id, claim: claim.id, ...span }));
}

/** The span of each entity: from the first to the last day that its claims give. */
export function joinSpans(spans: Iterable<PlotSpan>): Map<string, Span> {
  const joined = new Map<string, Span>();
  for (const { entity, earliest, latest } of spans) {
    const known = joined.get(entity);
    joined.set(entity, known ? hull([known, { earliest, latest }]) : { earliest, latest });
  }
  return joined;
}

/**
 * The span that dates a claim without a date of its own: that of its plots, else of its events, else of its cases. Of two of one type it is what their spans
 * share; where they share nothing the claim has no date.
 */
export function spanByPlot(claim: Claim, known: Known, spans: ReadonlyMap<string, Span>): (Span & { entities: string[] }) | undefined {
  const about = plotsOfClaim(claim, known);
  for (const kind of DATING_TYPES) {
    const dated = about.flatMap(({ id, type }) => {
      const span = type === kind ? spans.get(id) : undefined;
      return span ? [{ id, span }] : [];
    });
    if (dated.length === 0) continue;
    const earliest = Math.max(...dated.map(({ span }) => span.earliest));
    const latest = Math.min(...dated.map(({ span }) => span.latest));
    return earliest <= latest ? { earliest, latest, entities: dated.map(({ id }) => id).sort() } : undefined;
  }
  return undefined;
}

function hull(spans: readonly Span[]): Span {
  return {
    earliest: spans.reduce((first, { earliest }) => Math.min(first, earliest), Infinity),
    latest: spans.reduce((last, { latest }) => Math.max(last, latest), -Infinity),
  };
}
