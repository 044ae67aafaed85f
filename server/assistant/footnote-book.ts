/** The footnotes of one answer: each citation has one number wherever it is met, and its passage stands beside it. */
import type { Citation } from '../domain/model/records.ts';
import { footnoteOf } from '../domain/telling/footnotes.ts';
import type { Footnote } from '../domain/telling/narrate-path.ts';
import type { NarrationContext } from '../domain/telling/narration.ts';
import type { Note } from './tool.ts';

export class FootnoteBook {
  readonly notes: Note[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly ctx: NarrationContext) {}

  /** The number of a passage. */
  ofCitation(citation: Citation): number {
    return this.numbered(`citation ${citation.id}`, () => {
      const { claim, id, paraphrase, quote, source } = citation;
      const { url, archive } = this.ctx.records.sources.get(source) ?? {};
      const address = url ?? archive;
      return {
        text: footnoteOf(citation, this.ctx),
        claim,
        citation: id,
        passage: paraphrase,
        ...(quote === undefined ? {} : { quote }),
        ...(address === undefined ? {} : { url: address }),
      };
    });
  }

  /** The numbers here of notes that were numbered apart. */
  renumbered(notes: readonly Footnote[], footnotes: readonly number[]): number[] {
    const known = new Map(notes.map((note) => [note.n, note]));
    return footnotes.flatMap((n) => {
      const note = known.get(n);
      if (!note) return [];
      const citation = this.ctx.records.citations.get(note.claim ?? '')?.find(({ id }) => id === note.citation);
      return citation ? this.ofCitation(citation) : this.numbered(`text ${note.text}`, () => ({ text: note.text }));
    });
  }

  private numbered(key: string, make: () => Omit<Note, 'n'>): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const n = this.notes.length + 1;
    this.notes.push({ n, ...make() });
    this.numbers.set(key, n);
    return n;
  }
}
