/** A claim as a line of a dossier, in Markdown: its number, its hedged sentence with the marks of its passages, its standing and its origins. */
import { caseOutcomesOf } from '../../domain/figures/case-steps.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { describeStandingOf } from '../../domain/telling/describe-standing.ts';
import { rivalsTold } from '../../domain/telling/narrate-against.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { originsLine } from '../../domain/telling/narrate-path.ts';
import { capitalised } from '../../domain/telling/narration.ts';
import { answeredSince } from '../../domain/telling/responses.ts';
import { mark } from './dossier-notes.ts';
import { references, toldElsewhere, type Telling } from './dossier-paths.ts';
import { escaped } from './markdown-text.ts';

/** Where it was told already, the line says so in place of the sentence; undefined where the claim is not on view. */
export function claimLine(id: string, piece: Piece, telling: Telling): string | undefined {
  const { ctx, notes } = telling;
  const claim = ctx.records.claims.get(id);
  const figures = ctx.figures.get(id);
  if (!claim || !figures) return undefined;
  const outcomes = caseOutcomesOf(claim, ctx).map(({ citation }) => citation);
  const rivals = rivalsTold(figures, ctx).flatMap((one) => piece.citations.get(one) ?? []);
  const marks = [...(piece.citations.get(id) ?? []), ...outcomes, ...rivals].map((citation) => mark(citation, notes)).join('');
  const facts = `${describeStandingOf(id, ctx, true)}; ${originsLine(figures)}`;
  const later = answeredSince(claim, ctx);
  const since = later === undefined ? '' : ` **${escaped(later)}.**`;
  const sentence = toldElsewhere(id, telling) ?? `${narrateClaim(claim, figures, ctx)}.`;
  return `**${references([id], telling)}** ${escaped(capitalised(sentence))}${marks} *${escaped(capitalised(facts))}.*${since}`;
}
