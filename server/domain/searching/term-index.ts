/** Which texts have which terms, in memory, and which terms have a beginning. Texts are added as they are met. */

/** Letters of a beginning by which terms are filed. */
const FILED_BY = 3;

export class TermIndex {
  private readonly places = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly holding = new Map<string, number[]>();
  private readonly begun = new Map<string, string[]>();

  get size(): number {
    return this.texts.length;
  }

  /** The place of a text: its number in the order of adding. */
  placeOf(text: string): number | undefined {
    return this.places.get(text);
  }

  textAt(place: number): string {
    return this.texts[place] ?? '';
  }

  /** A text that is not there yet. @param terms each once; those that `isBegun` refuses are found only whole */
  add(text: string, terms: Iterable<string>, isBegun: (term: string) => boolean = () => true): void {
    const place = this.texts.length;
    this.places.set(text, place);
    this.texts.push(text);
    for (const term of terms) {
      const known = this.holding.get(term);
      if (known) known.push(place);
      else {
        this.holding.set(term, [place]);
        if (isBegun(term)) this.file(term);
      }
    }
  }

  /** The places of the texts that have a term, in the order of adding. */
  having(term: string): readonly number[] {
    return this.holding.get(term) ?? [];
  }

  /** The terms that begin so, in the order of adding. */
  beginning(letters: string): string[] {
    return (this.begun.get(letters.slice(0, FILED_BY)) ?? []).filter((term) => term.startsWith(letters));
  }

  private file(term: string): void {
    for (let letters = 1; letters <= Math.min(FILED_BY, term.length); letters += 1) {
      const begin = term.slice(0, letters);
      const filed = this.begun.get(begin);
      if (filed) filed.push(term);
      else this.begun.set(begin, [term]);
    }
  }
}
