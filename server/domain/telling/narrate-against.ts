/** What contests a claim, as clauses that follow its sentence: denials, contradictions, outcomes, rivals. */
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
      return `${who.text} ${who.plural ? 'have' : 'has'} retracted it${date}`;
    case 'acquitted':
      return `an acquittal by ${who.text} stands on record${date}`;
    case 'withdrawn':
      return `the charge was withdrawn by ${who.text}${date}`;
    default:
      return `${who.text} dispute${s} it${date}`;
  }
}

function voiceOfRead(citation: Citation, ctx: NarrationContext): { text: string; plural: boolean } {
  const source = ctx.records.sources.get(citation.source);
  const voice = source && ctx.records.voices.get(source.voice);
  return voice ? voiceInProse(voice, ctx) : { text: 'a source', plural: false };
}
