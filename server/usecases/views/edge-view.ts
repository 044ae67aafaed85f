/** A claim and its figures as an edge (contract `edgeView`). */
import type { EdgeView } from '../../contract/views.ts';
import { entityEnd, entityObject } from '../../domain/model/claim-ends.ts';
import type { Claim, Predicate } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { drawnClaimOf } from '../../domain/picturing/drawn/drawn-claim.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import { boundedDate } from './bounded-date.ts';
import { entityReference } from './references.ts';
import type { ViewContext } from '../../graph/view-context.ts';

/** The edge of a claim; undefined where its figures or its predicate are missing in the context. */
export function edgeView(claim: Claim, ctx: ViewContext): EdgeView | undefined {
  const figures = ctx.figures.get(claim.id);
  const predicate = ctx.records.predicates.get(claim.predicate);
  if (!figures || !predicate) return undefined;
  const kept = ctx.keptEdges?.edge(claim.id, figures);
  if (kept) return kept;
  const edge = writeEdge(claim, predicate, figures, ctx);
  ctx.keptEdges?.keepEdge(claim.id, edge);
  return edge;
}

function writeEdge(claim: Claim, predicate: Predicate, figures: Figures, ctx: ViewContext): EdgeView {
  const { text, ...drawn } = drawnClaimOf(claim, predicate, figures, (id) => ctx.records.entities.get(id)?.type);
  return {
    ...drawn,
    ...(text === undefined ? {} : { text }),
    dataset: claim.dataset,
    ...(claim.occasion === undefined ? {} : { occasion: claim.occasion }),
    group: predicate.group,
    level: figures.level,
    by: figures.by.map((id) => entityReference(id, ctx)),
    ...(figures.since === undefined ? {} : { since: figures.since }),
    accusatory: figures.accusatory,
    originsOpen: figures.originsOpen,
    ...(figures.datedBy === undefined ? {} : { datedBy: figures.datedBy.map((id) => entityReference(id, ctx)) }),
    citations: figures.citations,
    sentence: narrateClaim(claim, figures, ctx),
    sources: ctx.sourcesOf(claim.id),
    originVoices: figures.originVoices,
    datasets: ctx.datasetsOf(claim.id),
    happened: figures.happened.map(({ value, basis }) => boundedDate({ edtf: value, basis })),
    ...(figures.firstPublished === undefined ? {} : { firstPublished: figures.firstPublished }),
  };
}

/** The edges of claims in the order given, without those whose figures or predicate are missing. */
export async function edgeViews(claims: Iterable<Claim>, ctx: ViewContext): Promise<EdgeView[]> {
  const edges = await runInSlices(eachInSlices(claims, (claim) => edgeView(claim, ctx)));
  return edges.filter((edge) => edge !== undefined);
}

/** Ids of every entity at an end or in a qualifier of an edge. */
export function edgeEntities(edge: EdgeView): string[] {
  const ends = [entityEnd(edge.subject), entityObject(edge)].filter((end) => end !== undefined);
  return [...new Set([...ends, ...edge.via, ...edge.to, ...edge.at, ...edge.in, ...edge.instrument])];
}
