/** The words of texts in memory, so that a search looks at few of them. Texts are added as they are met. */
import { saidWords, type AskedRun, type AskedWords } from './said-words.ts';
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
  *candidates({ choices }: AskedWords): Generator<string> {
    const others = choices.slice(0, -1).map((choice) => new Set(choice.flatMap((run) => [...this.having(run)].flat())));
    others.sort((a, b) => a.size - b.size);
    const last = choices.at(-1) ?? [];
    const seen = new Set<number>();
    for (const runs of [last.map(({ words }) => ({ words, begun: false })), last.filter(({ begun }) => begun)]) {
      for (const places of runs.flatMap((run) => [...this.having(run)])) {
        for (const place of places) {
          if (seen.has(place) || !others.every((having) => having.has(place))) continue;
          seen.add(place);
          yield this.words.textAt(place);
        }
      }
    }
  }

  /** The places of the texts that have all words of a run, a list for each word that the last one begins. */
  private *having({ words, begun }: AskedRun): Generator<readonly number[]> {
    const last = words.at(-1) ?? '';
    const others = [...new Set(words.slice(0, -1))].map((word) => new Set(this.words.having(word)));
    for (const word of begun ? this.words.beginning(last) : [last]) {
      const places = this.words.having(word);
      yield others.length === 0 ? places : places.filter((place) => others.every((having) => having.has(place)));
    }
  }
}
