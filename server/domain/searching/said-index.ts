/** The words of texts in memory, so that a search looks at few of them. Texts are added as they are met. */
import { saidWords, type AskedWords } from './said-words.ts';
import { TermIndex } from './term-index.ts';

/** Texts that are compared for one search; of more the answer says so. */
export const MOST_TEXTS = 2_000;

export class SaidIndex {
  private readonly words = new TermIndex();

  get size(): number {
    return this.words.size;
  }

  add(text: string): void {
    if (this.words.placeOf(text) === undefined) this.words.add(text, new Set(saidWords(text).map(({ word }) => word)));
  }

  /** Texts that have every word asked for, those that have the last one whole first. */
  *candidates({ runs, begun }: AskedWords): Generator<string> {
    const words = runs.flat();
    const last = words.at(-1) ?? '';
    const others = [...new Set(begun ? words.slice(0, -1) : words)].map((word) => this.words.having(word)).sort((a, b) => a.length - b.length);
    const sets = others.slice(begun ? 0 : 1).map((places) => new Set(places));
    const seen = new Set<number>();
    const lists = begun ? [last, ...this.words.beginning(last).filter((word) => word !== last)].map((word) => this.words.having(word)) : others.slice(0, 1);
    for (const list of lists) {
      for (const place of list) {
        if (seen.has(place) || !sets.every((places) => places.has(place))) continue;
        seen.add(place);
        yield this.words.textAt(place);
      }
    }
  }
}
