/** Tells one claim with every passage that supports or disputes it, as an assistant may see it. */
import { z } from 'zod';
import { id as idSchema } from '../contract/records.ts';
import type { Citation } from '../domain/model/records.ts';
import { describeStep } from '../domain/telling/describe-standing.ts';
import { capitalised, visibleCitations } from '../domain/telling/narration.ts';
import { readEvidence } from '../usecases/reading/read-evidence.ts';
import { evidenceView } from '../usecases/views/evidence-view.ts';
import { FootnoteBook } from './footnote-book.ts';
import { gatedPiece } from './gated-piece.ts';
import { toldClaim, toldLines } from './told-claim.ts';
import { dates, defineTool, fromRecords, withMarks, note, noteLines, tailLines, told } from './tool.ts';

export const evidenceTool = defineTool({
  name: 'evidence',
  title: 'What holds a claim up',
  description:
    'One claim with every passage that supports or disputes it: by origin (who really knows it) with that voice’s stake, the steps of its standing, values that differ, and the claims that exclude it. Each footnote says where it was read, whose text that is and from whom it is taken.',
  input: z.strictObject({ claim: idSchema.describe('The id of a claim, as the other tools give it.'), clocks: dates }),
  output: {
    claim: told.optional().describe('Left out where the publication gate refuses it; "leftOut" says why.'),
    history: z.array(z.object({ step: z.string(), counts: z.boolean(), footnotes: z.array(z.int()) })).describe('The steps of its standing, oldest first.'),
    origins: z.array(z.object({ voice: z.string(), marks: z.array(z.string()), uninvolved: z.boolean(), footnotes: z.array(z.int()) })),
    disputes: z.array(z.int()).describe('Footnotes of the passages that dispute it.'),
    values: z.array(z.object({ field: z.string(), text: z.string(), basis: z.string(), footnotes: z.array(z.int()) })),
    rivals: z.array(told).describe('Claims that exclude it; none wins silently.'),
    notes: z.array(note),
  },
  async answer(db, { claim: id, clocks }, o) {
    // An id that nobody has, or that is not there at these dates, is told as such.
    const { rivals } = await readEvidence(db, { params: { id }, query: clocks ?? {} }, o);
    const others = rivals.flatMap(({ claims }) => claims.map((rival) => rival.id));
    const gated = await gatedPiece(db, { claims: [id, ...others], clocks }, o);
    const { ctx, claims, tail } = gated;
    const book = new FootnoteBook(ctx);
    const record = ctx.records.claims.get(id);
    const view = record && claims.has(id) ? evidenceView(record, ctx, []) : undefined;
    const nothing = { history: [], origins: [], disputes: [], values: [], rivals: [], notes: [] };
    if (!view) return { ...nothing, ...tail };
    const [claim] = toldClaim(id, gated, book);
    const citations = new Map(visibleCitations(id, ctx).map((citation) => [citation.id, citation]));
    const numbers = (ids: readonly string[]) => ids.flatMap((one) => numberOf(citations.get(one), book));
    return {
      claim,
      history: view.history.map(({ citation, counts }) => {
        const cited = citations.get(citation);
        return { step: cited ? capitalised(describeStep(cited.standing, ctx)) : '', counts, footnotes: numbers([citation]) };
      }),
      origins: view.origins.map(({ voice, marks, uninvolved, citations: of }) => ({
        voice: voice?.name ?? 'not established',
        marks,
        uninvolved,
        footnotes: numbers(of.map((one) => one.id)),
      })),
      disputes: numbers(view.disputes.map((one) => one.id)),
      values: view.values.map(({ field, text, basis, citations: of }) => ({ field, text, basis, footnotes: numbers(of) })),
      rivals: others.filter((other) => claims.has(other)).flatMap((other) => toldClaim(other, gated, book)),
      notes: book.notes,
      ...tail,
    };
  },
  lines: ({ claim, history, origins, disputes, values, rivals, notes, ...tail }) => [
    ...(claim ? toldLines(claim) : ['The publication gate does not let this claim out.']),
    ...titled(
      'Whose word it is, by origin:',
      origins.map(({ voice, marks, uninvolved, footnotes }) =>
        fromRecords(`${withMarks(voice, footnotes)} (${[uninvolved ? 'uninvolved' : 'not counted as uninvolved', ...marks].join('; ')})`),
      ),
    ),
    ...titled(
      'The steps of its standing, oldest first:',
      history.map(({ step, counts, footnotes }) => fromRecords(withMarks(`${step}${counts ? '' : ' (counts no longer at its own level)'}`, footnotes))),
    ),
    ...titled(
      'When, how many, how much:',
      values.map(({ field, text, basis, footnotes }) => fromRecords(withMarks(`${field}: ${text} (${basis})`, footnotes))),
    ),
    ...(claim ? [disputes.length === 0 ? 'No passage on record disputes it.' : withMarks('Passages that dispute it:', disputes)] : []),
    ...titled(
      'Claims that exclude it:',
      rivals.flatMap((rival) => toldLines(rival)),
    ),
    ...noteLines(notes),
    ...tailLines(tail),
  ],
});

const numberOf = (citation: Citation | undefined, book: FootnoteBook): number[] => (citation ? [book.ofCitation(citation)] : []);
const titled = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines]);
