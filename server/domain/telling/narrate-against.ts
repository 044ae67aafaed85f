/** What contests a claim, as clauses that follow its sentence: denials, contradictions, outcomes, rivals. */
import { accusedEnds } from '../figures/accused-ends.ts';
import { rootOf } from '../figures/lineage.ts';
import { whenPhrase } from './describe-values.ts';
import { nameInProse, voiceInProse } from './in-prose.ts';
import type { Citation, Claim } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { visibleCitations, type NarrationContext } from './narration.ts';

/** Clauses without a full stop, each once, in the order of the history. Empty where nothing contests the claim. */
export function narrateAgainst(claim: Claim, figures: Figures, ctx: NarrationContext): string[] {
  const disputing = visibleCitations(claim.id, ctx).filter((c) => c.stance === 'disputes');
  const clauses = new Set(disputing.map((citation) => disputeClause(citation, ctx)));
  const rivals = figures.contestedBy.filter((one) => one.kind === 'rival').flatMap((one) => one.ids);
  if (rivals.length === 1) clauses.add('a rival claim stands beside it');
  else if (rivals.length > 1) clauses.add(`${rivals.length} rival claims stand beside it`);
  return [...clauses];
}

/** "Iran denies it (in September 2024)". */
export function disputeClause(citation: Citation, ctx: NarrationContext): string {
  const { level, by, on } = citation.standing;
  const who = by === undefined ? voiceOfRead(citation, ctx) : nameInProse(by, ctx);
  const s = who.plural ? '' : 's';
  const when = on === undefined ? '' : whenPhrase(on);
  const date = when === '' ? '' : ` (${when.replace(/^(on|in) /, '')})`;
  switch (level) {
    case 'denied':
      return `${who.text} den${who.plural ? 'y' : 'ies'} it${date}`;
    case 'contradicted':
      return `${who.text} contradict${s} it${date}`;
    case 'retracted':
      return `${who.text} ${who.plural ? 'have' : 'has'} ${saysItStill(citation, ctx) ? 'corrected what it wrote of it before' : 'retracted it'}${date}`;
    case 'acquitted': {
      const only = onlyAccused(citation, ctx);
      if (only === undefined) return `an acquittal by ${who.text} stands on record${date}`;
      const acquitted = nameInProse(only, ctx);
      return `${acquitted.text} ${acquitted.plural ? 'were' : 'was'} acquitted of it by ${who.text}${date}`;
    }
    case 'withdrawn':
      return `the charge was withdrawn by ${who.text}${date}`;
    default:
      return `${who.text} dispute${s} it${date}`;
  }
}

/** Where a claim accuses several, its citation does not say which of them an outcome concerns. */
function onlyAccused({ claim: id }: Citation, { records }: NarrationContext): string | undefined {
  const claim = records.claims.get(id);
  const accused = claim ? accusedEnds(claim, records.predicates.get(claim.predicate)) : [];
  const [only, ...others] = new Set(accused.map(({ entity }) => entity));
  return others.length > 0 ? undefined : only;
}

/** Whether the voice that retracts supports the claim by another citation that was not retracted: it corrects, and does not take the whole back. */
function saysItStill(retraction: Citation, ctx: NarrationContext): boolean {
  const history = ctx.figures.get(retraction.claim)?.history ?? [];
  const standing = new Set(history.flatMap((step) => (step.stance === 'supports' && step.fell !== 'retracted' ? [step.citation] : [])));
  const voiceOf = (citation: Citation) => (rootOf(citation, ctx.records.sources) ?? ctx.records.sources.get(citation.source))?.voice;
  return visibleCitations(retraction.claim, ctx).some((citation) => standing.has(citation.id) && voiceOf(citation) === voiceOf(retraction));
}

function voiceOfRead(citation: Citation, ctx: NarrationContext): { text: string; plural: boolean } {
  const source = ctx.records.sources.get(citation.source);
  const voice = source && ctx.records.voices.get(source.voice);
  return voice ? voiceInProse(voice, ctx) : { text: 'a source', plural: false };
}
