/** The part of a text around what a search found in it, short enough for a list. */
import type { Place } from './match-said.ts';

export interface Snippet {
  /** At most so many UTF-16 code units as were asked for, the dots for what was left out included. */
  text: string;
  /** What matched, as places of `text`. */
  lit: Place[];
}

const DOTS = '…';
/** Of the room before the first match: the rest is for what follows. */
const BEFORE = 1 / 3;

/**
 * Cut at words where there are any, and never within a character. A match that is longer than the room is lit as far as it is there.
 * @param places in order, as `matchSaid` gives them
 * @param most UTF-16 code units, at least 10
 */
export function cutSnippet(text: string, places: readonly Place[], most: number): Snippet {
  if (text.length <= most) return { text, lit: [...places] };
  const room = most - 2 * DOTS.length;
  const [first, end] = places[0] ?? [0, 0];
  const length = Math.min(end - first, room);
  const wanted = Math.max(0, Math.min(first - Math.floor((room - length) * BEFORE), text.length - room));
  const from = wanted === 0 ? 0 : atWord(text, wanted, first);
  const until = Math.min(text.length, from + room);
  const to = until === text.length ? until : atWordBefore(text, until, Math.min(first + length, until));
  const [before, after] = [from > 0 ? DOTS : '', to < text.length ? DOTS : ''];
  const shift = before.length - from;
  const lit = places.flatMap(([a, b]): Place[] => {
    const [start, stop] = [Math.max(a, from), Math.min(b, to)];
    return start < stop ? [[start + shift, stop + shift]] : [];
  });
  return { text: before + text.slice(from, to) + after, lit };
}

/** The beginning of the next word from `at` on, not beyond `last`. */
function atWord(text: string, at: number, last: number): number {
  const space = text.slice(at, last).search(/\s\S/u);
  return space < 0 ? at + Number(isHalf(text, at)) : at + space + 1;
}

/** The end of the last word that ends before `at`, not before `first`. */
function atWordBefore(text: string, at: number, first: number): number {
  if (/\s/.test(text.charAt(at))) return at;
  const space = text.slice(first, at).search(/\s+\S*$/u);
  return space < 0 ? at - Number(isHalf(text, at)) : first + space;
}

/** Whether a character would be cut in two there. */
function isHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
}
