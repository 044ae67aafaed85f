/**
 * Exact passages within a paragraph. Positions count characters of Unicode (code points), as the Web Annotation model of the W3C does (TextPositionSelector);
 * the words are its TextQuoteSelector.
 */

/** A part of a paragraph: `end` is the character after its last. */
export interface TextPart {
  start: number;
  end: number;
}
/** The words of a passage with those around it. */
export interface TextQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Characters kept before and after the words. */
const AROUND = 32;

/** The words at a part of a paragraph; undefined where the paragraph has no such part. */
export function quoteAt(paragraph: string, { start, end }: TextPart): TextQuote | undefined {
  const characters = [...paragraph];
  if (start < 0 || start >= end || end > characters.length) return undefined;
  const words = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
  return { exact: words(start, end), prefix: words(start - AROUND, start), suffix: words(end, end + AROUND) };
}

/** Turns places in a string of JavaScript, which counts a character beyond the 65,536 first as two, into places counted in characters, and back. */
export interface PlacesIn {
  unitsOf(part: TextPart): TextPart;
  /** A place within a character is the place before it. */
  charactersOf(part: TextPart): TextPart;
}

export function placesIn(paragraph: string): PlacesIn {
  const pairs = [...paragraph.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);
  /** How many of the pairs, which are in order, begin before a place. */
  const before = (beginsBefore: (pair: number, i: number) => boolean) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (beginsBefore(pairs[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const units = (at: number) => at + before((pair, i) => pair - i < at);
  const characters = (at: number) => at - before((pair) => pair < at);
  return {
    unitsOf: ({ start, end }) => ({ start: units(start), end: units(end) }),
    charactersOf: ({ start, end }) => ({ start: characters(start), end: characters(end) }),
  };
}
