/** The terms of names in memory, so that a search compares a few of them and not all. Names are added as they are met. */
import { nameForms, type NameForms } from './name-forms.ts';
import { askedTerms, termsOfName, type AskedWord } from './search-terms.ts';
import { TermIndex } from './term-index.ts';

/** Names that are compared for one search; beyond them are names that only begin with a letter, or have a word that very many have. */
export const MOST_COMPARED = 2_000;

export class NameIndex {
  private readonly terms = new TermIndex();
  private readonly names: NameForms[] = [];

  get size(): number {
    return this.terms.size;
  }

  add(text: string): void {
    if (this.terms.placeOf(text) !== undefined) return;
    const forms = nameForms(text);
    this.names.push(forms);
    this.terms.add(text, termsOfName(forms), (term) => !term.startsWith('_'));
  }

  /** The forms of a name that was added. */
  formsOf(text: string): NameForms | undefined {
    const place = this.terms.placeOf(text);
    return place === undefined ? undefined : this.names[place];
  }

  /** Names that have what is asked for; which of them are spellings of it is told by comparing. */
  candidates(forms: NameForms): string[] {
    const asked = askedTerms(forms);
    if (!asked) return [];
    const counts = new Map<number, number>();
    for (const word of asked.words) for (const place of this.placesOf(word)) counts.set(place, (counts.get(place) ?? 0) + 1);
    const found = new Set(this.havingEvery(asked.every));
    for (const term of asked.any) for (const place of this.terms.having(term)) found.add(place);
    // The most words first, so that what is beyond the limit has few of them.
    for (let least = asked.words.length; least >= asked.least && found.size < MOST_COMPARED; least -= 1) {
      for (const [place, count] of counts) if (count === least && found.size < MOST_COMPARED) found.add(place);
    }
    if (asked.all.length > 0) for (const place of this.havingAll(asked.all)) found.add(place);
    return [...found].map((place) => this.terms.textAt(place));
  }

  private placesOf({ exact, begins }: AskedWord): Set<number> {
    const places = new Set<number>();
    const terms = begins === undefined ? exact : [...exact, ...this.terms.beginning(begins)];
    for (const term of terms) for (const place of this.terms.having(term)) places.add(place);
    return places;
  }

  private havingEvery(words: readonly AskedWord[]): number[] {
    const [first = new Set<number>(), ...others] = words.map((word) => this.placesOf(word)).sort((a, b) => a.size - b.size);
    return [...first].filter((place) => others.every((places) => places.has(place))).slice(0, MOST_COMPARED);
  }

  private havingAll(terms: readonly string[]): number[] {
    const [first = [], ...rest] = terms.map((term) => this.terms.having(term)).sort((a, b) => a.length - b.length);
    const others = rest.map((places) => new Set(places));
    return first.filter((place) => others.every((places) => places.has(place)));
  }
}
