/** Counts what is not taken over, by its reason, with the first places of each. */
import type { ForeignPlace, NotTaken } from './format.ts';

/** Places that are named of each reason. */
const PLACES = 10;
/** Different reasons that are told apart. */
const REASONS = 200;
const OTHERS = 'one of many more reasons';

export class NotTakenList {
  private readonly found = new Map<string, NotTaken>();

  /** @param remedy what to do about it */
  add(reason: string, place: ForeignPlace, remedy?: string): void {
    const told = this.found.has(reason) || this.found.size < REASONS ? reason : OTHERS;
    const known = this.found.get(told) ?? { reason: told, count: 0, places: [], ...(remedy === undefined ? {} : { remedy }) };
    this.found.set(told, known);
    known.count += 1;
    if (known.places.length < PLACES) known.places.push(place.words);
  }

  /** The most frequent first; those equally frequent by their words. */
  list(): NotTaken[] {
    return [...this.found.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}
