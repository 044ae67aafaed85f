/** A claim as a row of a table (contract `tableRow`). */
import type { BoundedDate, TableRow } from '../../contract/views.ts';
import type { Claim } from '../../domain/model/records.ts';
import type { ViewContext } from '../../graph/view-context.ts';
import { boundedDate } from './bounded-date.ts';
import { edgeView } from './edge-view.ts';
import { entityReference } from './references.ts';

/** Undefined where the claim is not visible. */
export function tableRow(claim: Claim, ctx: ViewContext): TableRow | undefined {
  const figures = ctx.figures.get(claim.id);
  const edge = edgeView(claim, ctx);
  if (!figures?.visible || !edge) return undefined;
  const sourceOf = new Map((ctx.records.citations.get(claim.id) ?? []).map((citation) => [citation.id, citation.source]));
  const publishedOf = (source: string | undefined): BoundedDate | undefined => {
    const published = source === undefined ? undefined : ctx.records.sources.get(source)?.published;
    return published && boundedDate(published);
  };
  return {
    claim: edge,
    published: inOrder(edge.sources.flatMap((source) => publishedOf(source) ?? [])),
    steps: figures.history.map((step) => {
      const published = publishedOf(sourceOf.get(step.citation));
      return {
        level: step.level,
        rank: step.rank,
        ...(step.by === undefined ? {} : { by: entityReference(step.by, ctx) }),
        ...(step.on === undefined ? {} : { on: boundedDate(step.on) }),
        citation: step.citation,
        counts: step.counts,
        ...(step.fell === undefined ? {} : { fell: step.fell }),
        ...(published === undefined ? {} : { published }),
      };
    }),
  };
}

/** Each date once, by its first day; an open start comes first. */
function inOrder(dates: readonly BoundedDate[]): BoundedDate[] {
  const once = new Map(dates.map((date) => [date.edtf, date]));
  const key = ({ from = '', edtf }: BoundedDate) => `${from} ${edtf}`;
  return [...once.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
