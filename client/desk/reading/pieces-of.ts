/** Cuts a paragraph into pieces in which everything is marked alike: by passages, known names and possible names. */
import type { TextPart } from '../../../server/domain/texts/text-mark.ts';

/** Parts of a paragraph, counted as a string of JavaScript counts. */
export interface Marked {
  /** Passages by the citation they are of; they may overlap. */
  passages: readonly (TextPart & { citation: string })[];
  /** Names of the case; none over another. */
  names: readonly (TextPart & { entities: readonly string[] })[];
  /** Capitalised runs that may be names. */
  possible: readonly TextPart[];
}
export interface Piece {
  text: string;
  /** Citations whose passage it is in. */
  citations: string[];
  /** Entities of the name it is in. */
  entities?: readonly string[];
  possible: boolean;
}

export function piecesOf(paragraph: string, { passages, names, possible }: Marked): Piece[] {
  const within = (at: number) => Math.max(0, Math.min(paragraph.length, at));
  const cuts = new Set([0, paragraph.length]);
  for (const { start, end } of [...passages, ...names, ...possible]) cuts.add(within(start)).add(within(end));
  const places = [...cuts].sort((a, b) => a - b);
  const nameAt = nextAt(names);
  const possibleAt = nextAt(possible);
  return places.slice(1).map((end, i) => {
    const start = places[i]!;
    const entities = nameAt(start)?.entities;
    return {
      text: paragraph.slice(start, end),
      citations: passages.filter((one) => one.start <= start && one.end >= end).map(({ citation }) => citation),
      ...(entities ? { entities } : {}),
      possible: possibleAt(start) !== undefined,
    };
  });
}

/** Looks up the part that a place is in; asked for places in order. */
function nextAt<T extends TextPart>(parts: readonly T[]): (at: number) => T | undefined {
  const ordered = parts.toSorted((a, b) => a.start - b.start);
  let i = 0;
  return (at) => {
    while (i < ordered.length && ordered[i]!.end <= at) i += 1;
    const part = ordered[i];
    return part && part.start <= at ? part : undefined;
  };
}
