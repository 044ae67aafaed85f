/** The evidence of a claim at the clocks of the context (contract `evidenceView`). */
import type { EvidenceView } from '../../contract/views.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { knowledgeLine } from '../../domain/telling/knowledge-line.ts';
import type { Citation, Claim, Dataset } from '../../domain/model/records.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { visibleCitations } from '../../domain/telling/narration.ts';
import { responsesOf } from '../../domain/telling/responses.ts';
import { byId } from '../../domain/model/by-id.ts';
import { citationView } from './citation-view.ts';
import { claimListItems } from './claim-list-item.ts';
import { edgeView } from './edge-view.ts';
import { originGroups } from './origin-groups.ts';
import { entityReference, voiceReference } from './references.ts';
import { valueViews } from './value-views.ts';
import type { ViewContext } from '../../graph/view-context.ts';

/**
 * Undefined where the claim is not visible.
 * @param beside ids of the claims "no link was found" to show beside it
 */
export function evidenceView(claim: Claim, ctx: ViewContext, beside: readonly string[]): EvidenceView | undefined {
  const figures = ctx.figures.get(claim.id);
  const edge = edgeView(claim, ctx);
  const predicate = ctx.records.predicates.get(claim.predicate);
  if (!figures?.visible || !edge || !predicate) return undefined;
  const citations = visibleCitations(claim.id, ctx);
  const { id, definition, misuse, accuses } = predicate;
  const rivals = ctx.records.rivals.filter((r) => r.claims.includes(claim.id)).toSorted(byId);
  return {
    claim: edge,
    ends: entitiesOf(claim).flatMap((end) => ctx.node(end) ?? []),
    predicate: { id, definition, misuse, accuses },
    history: historyView(figures, ctx),
    origins: originGroups(
      citations.filter((c) => c.stance === 'supports'),
      figures,
      ctx,
    ),
    disputes: citations.filter((c) => c.stance === 'disputes').map((c) => citationView(c, figures, ctx)),
    involved: figures.involvedReasons.map(({ voice, reason, detail }) => ({
      voice: voiceReference(voice, ctx),
      reason,
      detail,
    })),
    values: valueViews(figures),
    contestedBy: figures.contestedBy,
    rivals: rivals.map(({ why, claims }) => ({
      why,
      claims: claimListItems(
        claims.filter((other) => other !== claim.id && ctx.figures.get(other)?.visible),
        ctx,
      ),
    })),
    notEstablished: claimListItems(
      beside.filter((id) => ctx.figures.get(id)?.visible),
      ctx,
    ),
    responses: responsesOf([claim], ctx).map(({ entity, text, onRecord, citations: given }) => ({
      entity: entityReference(entity, ctx),
      text,
      onRecord,
      citations: given,
    })),
    knowledge: knowledgeLine(datasetsOf(claim, citations, ctx), ctx),
    revision: ctx.revision,
  };
}

/** The datasets that hold the claim, as far as the context has them. */
function datasetsOf(claim: Claim, citations: readonly Citation[], ctx: ViewContext): Dataset[] {
  const ids = new Set([claim.dataset, ...citations.map((c) => c.dataset)]);
  return [...ids].flatMap((id) => ctx.records.datasets.get(id) ?? []);
}

function historyView(figures: Figures, ctx: ViewContext): EvidenceView['history'] {
  return figures.history.map((step) => ({
    level: step.level,
    rank: step.rank,
    ...(step.by === undefined ? {} : { by: entityReference(step.by, ctx) }),
    ...(step.on === undefined ? {} : { on: step.on }),
    ...(step.case === undefined ? {} : { case: entityReference(step.case, ctx) }),
    citation: step.citation,
    stance: step.stance,
    counts: step.counts,
    ...(step.fell === undefined ? {} : { fell: step.fell }),
    uncertain: step.uncertain ?? false,
  }));
}
