/** A claim and its figures as an edge (contract `edgeView`). */
import type { EdgeView } from '../../contract/views.ts';
import { entityEnd, entityObject } from '../../domain/model/claim-ends.ts';
import type { Claim, Predicate } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
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
  const segments = segmentsOf(claim, predicate, (id) => ctx.records.entities.get(id)?.type);
  return {
    id: claim.id,
    dataset: claim.dataset,
    subject: claim.subject,
    predicate: claim.predicate,
    object: typeof claim.object === 'string' ? claim.object : 'text',
    ...(typeof claim.object === 'string' ? {} : { text: claim.object }),
    via: claim.via,
    to: claim.to,
    at: claim.at,
    in: claim.in,
    instrument: claim.instrument,
    intended: claim.intended,
    attempted: claim.attempted,
    expected: claim.expected,
    ...(claim.occasion === undefined ? {} : { occasion: claim.occasion }),
    group: predicate.group,
    label: predicate.forms.finite,
    segments: segments.map(({ n, from, to, at }) => ({ n, from, to, ...(at ? { at } : {}) })),
    openEnds: openEnds(claim),
    level: figures.level,
    rank: figures.rank,
    by: figures.by.map((id) => entityReference(id, ctx)),
    ...(figures.since === undefined ? {} : { since: figures.since }),
    accusatory: figures.accusatory,
    origins: figures.origins,
    originsOpen: figures.originsOpen,
    originsAtStanding: figures.originsAtStanding,
    uninvolvedOrigins: figures.uninvolvedOrigins,
    contested: figures.contested,
    inferred: figures.inferred,
    uncertain: figures.uncertain,
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

function openEnds(claim: Claim): ('subject' | 'object')[] {
  return (['subject', 'object'] as const).filter((end) => claim[end] === 'unknown');
}

/** Ids of every entity at an end or in a qualifier of an edge. */
export function edgeEntities(edge: EdgeView): string[] {
  const ends = [entityEnd(edge.subject), entityObject(edge)].filter((end) => end !== undefined);
  return [...new Set([...ends, ...edge.via, ...edge.to, ...edge.at, ...edge.in, ...edge.instrument])];
}
