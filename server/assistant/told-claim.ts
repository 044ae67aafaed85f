/** A claim as every tool tells it: its hedged sentence with footnotes, its standing and whose word that is, its origins, and who has a stake. */
import { describeStandingOf } from '../domain/telling/describe-standing.ts';
import { narrateClaim } from '../domain/telling/narrate-claim.ts';
import { footnotesOf, originsLine, type Footnote } from '../domain/telling/narrate-path.ts';
import { capitalised, listed, type NarrationContext } from '../domain/telling/narration.ts';
import { originTitle } from '../domain/telling/source-title.ts';
import type { FootnoteBook } from './footnote-book.ts';
import type { GatedPiece } from './gated-piece.ts';
import { fromRecords, withMarks, type Told } from './tool.ts';

/** @param prose the sentence with its notes, where a path tells the claim; undefined: the claim told alone */
export function toldClaim(
  id: string,
  { ctx, piece }: Pick<GatedPiece, 'ctx' | 'piece'>,
  book: FootnoteBook,
  prose?: { text: string; footnotes: readonly number[]; notes: readonly Footnote[] },
): Told[] {
  const claim = ctx.records.claims.get(id);
  const figures = ctx.figures.get(id);
  if (!claim || !figures) return [];
  const { level, origins, originsOpen, uninvolvedOrigins, contested, originVoices, involvedReasons } = figures;
  const notes: Footnote[] = [];
  const footnotes = prose ? book.renumbered(prose.notes, prose.footnotes) : book.renumbered(notes, footnotesOf(id, notes, ctx));
  return [
    {
      claim: id,
      sentence: prose?.text ?? `${capitalised(narrateClaim(claim, figures, ctx))}.`,
      footnotes,
      level,
      standing: describeStandingOf(id, ctx, true),
      origins,
      originsOpen,
      uninvolvedOrigins,
      contested,
      whoseWord: originVoices.map((voice) => originTitle(voice, piece.sources, ctx)),
      stake: involvedReasons.map(({ voice, reason, detail }) => `${voiceName(voice, ctx)} (${reason}): ${detail}`),
    },
  ];
}

const voiceName = (id: string, { records }: NarrationContext): string => records.voices.get(id)?.name ?? id;

/** @param weakest whether it is the weakest hop of a path */
export function toldLines(claim: Told, weakest = false): string[] {
  const { sentence, footnotes, standing, contested, whoseWord, stake } = claim;
  const word = whoseWord.length === 0 ? 'whose word it is is not established' : `word of ${listed(whoseWord)}`;
  return [
    fromRecords(`${withMarks(sentence, footnotes)}${weakest ? ' (the weakest hop)' : ''}`),
    fromRecords(`    ${[standing, originsLine(claim), word, ...(contested ? ['contested'] : [])].join('; ')} (claim ${claim.claim})`),
    ...stake.map((reason) => fromRecords(`    Has a stake: ${reason}`)),
  ];
}
