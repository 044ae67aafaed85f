/** When a plot, event or case was, by the dates of its own claims: what dates a claim of it that has no date (model.md, "Time: three clocks"). */
import { entitiesAt } from '../model/claim-ends.ts';
import { DATING_TYPES, type EntityType, type Group } from '../model/lists.ts';
import type { Claim, Dated, Records } from '../model/records.ts';
import { parseEdtf } from '../dates/edtf-dates.ts';

/** Days since 1970-01-01, both included; infinite where an end is open. */
export interface Span {
  earliest: number;
  latest: number;
}
/** What one claim's own dates say of the plot, event or case it belongs to. */
export interface PlotSpan extends Span {
  entity: string;
  claim: string;
}
type Known = Pick<Records, 'entities' | 'predicates'>;

/** A legal act or a statement comes after the deed: its date says nothing of when the plot was. */
const COMES_AFTER: ReadonlySet<Group> = new Set(['justice', 'statement']);

/** The plots, events and cases a claim belongs to: its `in`, and its ends of these types. */
export function plotsOfClaim(claim: Claim, { entities }: Pick<Known, 'entities'>): { id: string; type: EntityType }[] {
  const ids = new Set((['in', 'subject', 'object'] as const).flatMap((end) => entitiesAt(claim, end)));
  return [...ids].flatMap((id) => {
    const type = entities.get(id)?.type;
    return type !== undefined && (DATING_TYPES as readonly EntityType[]).includes(type) ? [{ id, type }] : [];
  });
}

/** What a claim adds to the spans of what it belongs to. @param dates those of its own citations, none of them by a plot, so that nothing rests on itself. */
export function spansOfClaim(claim: Claim, dates: readonly Dated[], known: Known): PlotSpan[] {
  const group = known.predicates.get(claim.predicate)?.group;
  if (dates.length === 0 || group === undefined || COMES_AFTER.has(group)) return [];
  const bounds = dates.map(({ edtf }) => parseEdtf(edtf));
  const span = hull(bounds);
  return plotsOfClaim(claim, known).map(({ id }) => ({ entity: id, claim: claim.id, ...span }));
}

/** The spans of entities, each from the first to the last day that its claims name. */
export function joinSpans(spans: Iterable<PlotSpan>): Map<string, Span> {
  const joined = new Map<string, Span>();
  for (const { entity, earliest, latest } of spans) {
    const known = joined.get(entity);
    joined.set(entity, known ? hull([known, { earliest, latest }]) : { earliest, latest });
  }
  return joined;
}

/**
 * The span that dates a claim without a date: of the plots it belongs to that have one, else of the events, else of the cases; of two of one kind what
 * their spans share, and where they share nothing the claim has no date.
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
