/** The words of texts in memory, so that a search looks at few of them. Texts are added as they are met. */
import { saidWords, type AskedWords } from './said-words.ts';

/** Letters of a beginning by which words are filed. */
const FILED_BY = 3;
/** Texts that are compared for one search; of more the answer says so. */
export const MOST_TEXTS = 2_000;

export class SaidIndex {
  private readonly places = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly holding = new Map<string, number[]>();
  private readonly begun = new Map<string, string[]>();

  get size(): number {
    return this.texts.length;
  }

  add(text: string): void {
    if (this.places.has(text)) return;
    const place = this.texts.length;
    this.places.set(text, place);
    this.texts.push(text);
    for (const word of new Set(saidWords(text).map((one) => one.word))) {
      const known = this.holding.get(word);
      if (known) known.push(place);
      else {
        this.holding.set(word, [place]);
        this.file(word);
      }
    }
  }

  /** Texts that have every word asked for, those that have the last one whole first. */
  *candidates({ runs, begun }: AskedWords): Generator<string> {
    const words = runs.flat();
    const last = words.at(-1) ?? '';
    const others = [...new Set(begun ? words.slice(0, -1) : words)].map((word) => this.holding.get(word) ?? []).sort((a, b) => a.length - b.length);
    const sets = others.slice(begun ? 0 : 1).map((places) => new Set(places));
    const seen = new Set<number>();
    const lists = begun ? [last, ...this.beginning(last)].map((word) => this.holding.get(word) ?? []) : others.slice(0, 1);
    for (const list of lists) {
      for (const place of list) {
        if (seen.has(place) || !sets.every((places) => places.has(place))) continue;
        seen.add(place);
        yield this.texts[place] ?? '';
      }
    }
  }

  private beginning(letters: string): string[] {
    return (this.begun.get(letters.slice(0, FILED_BY)) ?? []).filter((word) => word !== letters && word.startsWith(letters));
  }

  private file(word: string): void {
    for (let letters = 1; letters <= Math.min(FILED_BY, word.length); letters += 1) {
      const begin = word.slice(0, letters);
      const filed = this.begun.get(begin);
      if (filed) filed.push(word);
      else this.begun.set(begin, [word]);
    }
  }
}
