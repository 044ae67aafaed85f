/** Footnotes of a dossier, numbered where they are first used: what each citation says, where it was read, and from whom that is taken. */
import type { Citation } from '../../domain/model/records.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import { footnoteOf } from '../../domain/telling/footnotes.ts';
import type { Footnote } from '../../domain/telling/narrate-path.ts';
import { asSentence } from '../printed-lines.ts';
import { visibleCitations, type NarrationContext } from '../../domain/telling/narration.ts';

export interface Notes {
  numberOf(citation: Citation): number;
  /** Number of the footnote for a curator's decision with this text. */
  numberOfDecision(text: string): number;
  texts: string[];
}

/** @param inPiece claims whose passages the dossier counts; a note on any other says that it stands beside them, and names an address that no list gives */
export function noteBook(ctx: NarrationContext, sourceNumbers: ReadonlyMap<string, number>, inPiece: ReadonlySet<string>): Notes {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  let before: Citation | undefined;
  const where = (citation: Citation): string => {
    const [source, from] = [citation.source, takenFrom(citation, ctx)].map((id) => sourceNumbers.get(id ?? ''));
    if (inPiece.has(citation.claim)) return `S${source}${from === undefined ? '' : `, from S${from}`}`;
    const { url, archive } = ctx.records.sources.get(citation.source) ?? {};
    const listed = source === undefined ? (url ?? archive ?? 'no address') : `S${source}`;
    return `beside what is shown: ${listed}`;
  };
  return {
    texts,
    numberOfDecision(text) {
      const known = texts.indexOf(text) + 1;
      if (known > 0) return known;
      before = undefined;
      return texts.push(text);
    },
    numberOf(citation) {
      const known = numbers.get(citation.id);
      if (known !== undefined) return known;
      texts.push(`${footnoteOf(citation, ctx, before)} ${said(citation)} (${where(citation)})`);
      before = citation;
      numbers.set(citation.id, texts.length);
      return texts.length;
    },
  };
}

/** The source that a passage is taken from: its origin, or the text that the page carries; none where the page speaks for itself. */
export function takenFrom(citation: Citation, { records }: Pick<NarrationContext, 'records'>): string | undefined {
  const root = rootOf(citation, records.sources)?.id;
  return root === citation.source ? undefined : root;
}

export function mark(citation: Citation | undefined, notes: Notes): string {
  return citation ? `[^${notes.numberOf(citation)}]` : '';
}

/** The marks of all passages of a claim that are on view. */
export function marksOfClaim(claim: string, notes: Notes, ctx: NarrationContext): string {
  return visibleCitations(claim, ctx)
    .map((citation) => mark(citation, notes))
    .join('');
}

/** The footnote of the document for a numbered note of what was told. */
export function markOfNote(told: readonly Footnote[], notes: Notes, ctx: NarrationContext): (n: number) => string {
  const known = new Map(told.map((note) => [note.n, note]));
  return (n) => {
    const note = known.get(n);
    if (note && note.claim === undefined) return `[^${notes.numberOfDecision(note.text)}]`;
    return mark(
      ctx.records.citations.get(note?.claim ?? '')?.find((c) => c.id === note?.citation),
      notes,
    );
  };
}

/** The paraphrase, and the quote where there is one. */
function said({ paraphrase, quote }: Citation): string {
  const own = `In our words: ${asSentence(paraphrase)}`;
  return quote === undefined ? own : `${own} In its own: “${quote}”.`;
}
