/** The terms of names in memory, so that a search compares a few of them and not all. Names are added as they are met. */
import { nameForms, type NameForms } from './name-forms.ts';
import { askedTerms, termsOfName, type AskedWord } from './search-terms.ts';

/** Letters of a beginning by which terms are filed. */
const FILED_BY = 3;
/** Names that are compared for one search; beyond them are names that only begin with a letter, or have a word that very many have. */
export const MOST_COMPARED = 2_000;

export class NameIndex {
  private readonly places = new Map<string, number>();
  private readonly names: NameForms[] = [];
  private readonly texts: string[] = [];
  private readonly holding = new Map<string, number[]>();
  private readonly begun = new Map<string, string[]>();

  get size(): number {
    return this.texts.length;
  }

  has(text: string): boolean {
    return this.places.has(text);
  }

  add(text: string): void {
    if (this.places.has(text)) return;
    const place = this.texts.length;
    const forms = nameForms(text);
    this.places.set(text, place);
    this.texts.push(text);
    this.names.push(forms);
    for (const term of termsOfName(forms)) {
      const known = this.holding.get(term);
      if (known) known.push(place);
      else {
        this.holding.set(term, [place]);
        if (!term.startsWith('_')) this.file(term);
      }
    }
  }

  /** The forms of a name that was added. */
  formsOf(text: string): NameForms | undefined {
    const place = this.places.get(text);
    return place === undefined ? undefined : this.names[place];
  }

  /** Names that have what is asked for; which of them are spellings of it is told by comparing. */
  candidates(forms: NameForms): string[] {
    const asked = askedTerms(forms);
    if (!asked) return [];
    const counts = new Map<number, number>();
    for (const word of asked.words) for (const place of this.placesOf(word)) counts.set(place, (counts.get(place) ?? 0) + 1);
    const found = new Set<number>();
    for (const term of asked.any) for (const place of this.holding.get(term) ?? []) found.add(place);
    // The most words first, so that what is beyond the limit has few of them.
    for (let least = asked.words.length; least >= asked.least && found.size < MOST_COMPARED; least -= 1) {
      for (const [place, count] of counts) if (count === least && found.size < MOST_COMPARED) found.add(place);
    }
    if (asked.all.length > 0) for (const place of this.havingAll(asked.all)) found.add(place);
    return [...found].map((place) => this.texts[place] ?? '');
  }

  private placesOf({ exact, begins }: AskedWord): Set<number> {
    const places = new Set<number>();
    const terms = begins === undefined ? exact : [...exact, ...(this.begun.get(begins.slice(0, FILED_BY)) ?? []).filter((term) => term.startsWith(begins))];
    for (const term of terms) for (const place of this.holding.get(term) ?? []) places.add(place);
    return places;
  }

  private havingAll(terms: readonly string[]): number[] {
    const [first = [], ...rest] = terms.map((term) => this.holding.get(term) ?? []).sort((a, b) => a.length - b.length);
    const others = rest.map((places) => new Set(places));
    return first.filter((place) => others.every((places) => places.has(place)));
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
