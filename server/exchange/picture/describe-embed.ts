/** Describes a picture with all that is said in it: every claim of the piece as its hedged sentence, with its notes and their sources. */
import { caseOutcomesOf } from '../../domain/figures/case-steps.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { Citation } from '../../domain/model/records.ts';
import type { DescribedEmbed, ToldClaim } from '../../domain/picturing/svg/described-picture.ts';
import { inPiece } from '../../domain/publishing/publication-gate.ts';
import { describeStandingOf } from '../../domain/telling/describe-standing.ts';
import { rivalsTold } from '../../domain/telling/narrate-against.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { originsLine } from '../../domain/telling/narrate-path.ts';
import { capitalised } from '../../domain/telling/narration.ts';
import { answeredSince } from '../../domain/telling/responses.ts';
import { noteBook } from '../exporters/dossier-notes.ts';
import { sourceWords } from '../exporters/dossier-parts.ts';
import type { ExportInput } from '../format.ts';
import { asSentence } from '../printed-lines.ts';
import { describePicture } from './describe-picture.ts';

/** @throws AppError `limit` as `describePicture` */
export function* describeEmbed(given: ExportInput): InSlices<DescribedEmbed> {
  const ctx = inPiece(given.ctx, given.gate.piece);
  const { piece } = given.gate;
  const described = yield* describePicture(given);
  const numbers = new Map(piece.sources.map((id, i) => [id, i + 1]));
  const notes = noteBook(ctx, numbers, new Set(piece.claims));
  const told = yield* eachInSlices(piece.claims, (id): ToldClaim[] => {
    const claim = ctx.records.claims.get(id);
    const figures = ctx.figures.get(id);
    if (!claim || !figures) return [];
    const outcomes = caseOutcomesOf(claim, ctx).map(({ citation }) => citation);
    const rivals = rivalsTold(figures, ctx).flatMap((one) => piece.citations.get(one) ?? []);
    const since = answeredSince(claim, ctx);
    return [
      {
        id,
        entities: entitiesOf(claim),
        sentence: asSentence(capitalised(narrateClaim(claim, figures, ctx))),
        facts: asSentence(capitalised(`${describeStandingOf(id, ctx, true)}; ${originsLine(figures)}`)),
        ...(since === undefined ? {} : { since: asSentence(since) }),
        notes: [...new Set([...(piece.citations.get(id) ?? []), ...outcomes, ...rivals].map((citation) => notes.numberOf(citation)))],
      },
    ];
  });
  const cited = new Map<string, Citation[]>();
  for (const citation of [...piece.citations.values()].flat()) cited.set(citation.source, [...(cited.get(citation.source) ?? []), citation]);
  return {
    ...described,
    ...(given.view.revision === undefined ? {} : { revision: given.view.revision }),
    told: told.flat(),
    notes: notes.texts,
    sources: piece.sources.map((id) => ({ number: numbers.get(id) ?? 0, ...sourceWords(id, cited.get(id) ?? [], numbers, ctx) })),
  };
}
