/** Where the words of a mark stand on its row: after it, before it, or nowhere where there is no room; never over another. */

/** Places in px from the start of the row. */
export interface Placed {
  start: number;
  end: number;
}
export interface LabelPlace {
  /** On which side of its mark: the words stand close to it. */
  side: 'after' | 'before';
  start: number;
  /** The most it may be wide; the rest is cut. */
  room: number;
}
const GAP = 6;
/** Less room than this in px holds no word. */
const LEAST = 44;
const LETTER = 7;
const WIDE_LETTER = 12.5;
/** From here on letters are about square: CJK, emoji. */
const WIDE_FROM = 0x2e80;

/** About how wide a text is at 12 px. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= WIDE_FROM ? WIDE_LETTER : LETTER;
  return width;
}

/** @param marks by their start, in view */
export function placeLabels(marks: readonly Placed[], texts: readonly string[], width: number): (LabelPlace | undefined)[] {
  let taken = 0;
  let reached = 0;
  return marks.map(({ start, end }, i) => {
    reached = Math.max(reached, end);
    const wanted = widthOfText(texts[i] ?? '') + 8;
    const after = Math.min(marks[i + 1]?.start ?? width, width) - reached - 2 * GAP;
    const before = Math.min(start, width) - Math.max(taken, ...marks.slice(0, i).map((mark) => mark.end)) - 2 * GAP;
    const at = after >= Math.min(wanted, Math.max(before, LEAST)) ? 'after' : before >= Math.min(wanted, LEAST) && before > after ? 'before' : undefined;
    if (at === 'after' && after >= LEAST * 0.5) {
      const room = Math.min(after, wanted);
      taken = Math.max(taken, reached + GAP + room);
      return { side: at, start: reached + GAP, room };
    }
    if (at === 'before') {
      const room = Math.min(before, wanted);
      taken = Math.max(taken, end);
      return { side: at, start: Math.min(start, width) - GAP - room, room };
    }
    taken = Math.max(taken, end);
    return undefined;
  });
}
