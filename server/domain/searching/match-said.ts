/** Whether a text has all words that a search asks for, and where. */
import { saidWords, type AskedChoice, type AskedRun, type AskedWords, type SaidWord } from './said-words.ts';

/** A part of a text in UTF-16 code units: `from` is its first, `to` the one after its last. */
export type Place = readonly [from: number, to: number];

export interface SaidMatch {
  /** Every word stands there whole; else the last one is only begun. */
  whole: boolean;
  /** What matched, in the order of the text; no two of them overlap. */
  places: Place[];
}

/**
 * Undefined where a word is missing.
 * @param text as it is shown
 */
export function matchSaid(asked: AskedWords, text: string): SaidMatch | undefined {
  const words = saidWords(text);
  const places: Place[] = [];
  let isWhole = true;
  for (const choice of asked.choices) {
    const found = placesOfChoice(choice, words);
    if (found.places.length === 0) return undefined;
    if (!found.whole) isWhole = false;
    places.push(...found.places);
  }
  return { whole: isWhole, places: joined(places) };
}

/** Where single words of the search stand in a text that need not have all of them. */
export function placesSaid(asked: AskedWords, text: string): Place[] {
  const words = saidWords(text);
  return joined(asked.choices.flatMap((choice) => placesOfChoice(choice, words).places));
}

function placesOfChoice(choice: AskedChoice, words: readonly SaidWord[]): { places: Place[]; whole: boolean } {
  const found = choice.map((run) => placesOf(run, words));
  return { places: found.flatMap(({ places }) => places), whole: found.some(({ whole }) => whole) };
}

/** Where a run of words stands; where it stands whole somewhere, `whole`. */
function placesOf({ words: run, begun }: AskedRun, words: readonly SaidWord[]): { places: Place[]; whole: boolean } {
  const places: Place[] = [];
  let isWhole = false;
  for (let at = 0; at + run.length <= words.length; at += 1) {
    const fits = run.every((asked, i) => {
      const said = words[at + i]?.word ?? '';
      return begun && i === run.length - 1 ? said.startsWith(asked) : said === asked;
    });
    if (!fits) continue;
    const last = words[at + run.length - 1]!;
    isWhole ||= last.word === run.at(-1);
    places.push([words[at]!.from, last.to]);
  }
  return { places, whole: isWhole };
}

function joined(places: readonly Place[]): Place[] {
  const inOrder = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const kept: Place[] = [];
  for (const [from, to] of inOrder) {
    const before = kept.at(-1);
    if (before && from < before[1]) kept[kept.length - 1] = [before[0], Math.max(before[1], to)];
    else kept.push([from, to]);
  }
  return kept;
}
