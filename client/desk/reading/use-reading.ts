/** What the reading view knows of a text: its paragraphs, what is cited from each, names in it, orphans. */
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { placesIn, type TextPart } from '../../../server/domain/texts/text-mark.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import { withDraftedNames } from './drafted-names.ts';
import { type NamesRead, type PassageRead, passagesQuery, textNamesQuery, textQuery, type TextRead } from '../../api/queries-texts.ts';

export interface ReadParagraph {
  number: number;
  text: string;
  sha256: string;
  /** In the order of their marks; of orphans none. */
  passages: PassageRead[];
  names: NamesRead['names'];
  possible: NamesRead['possible'];
}
export interface Reading {
  text: TextRead;
  paragraphs: ReadParagraph[];
  orphans: { orphan: TextRead['orphans'][number]; passage?: PassageRead }[];
  /** Cited by page, time or record, and so nowhere in particular. */
  elsewhere: PassageRead[];
  names?: NamesRead;
}

export function arrangeReading(text: TextRead, passages: readonly PassageRead[], names: NamesRead | undefined): Reading {
  const orphaned = new Set(text.orphans.map(({ citation }) => citation));
  const at = new Map<number, PassageRead[]>();
  const elsewhere: PassageRead[] = [];
  for (const passage of passages) {
    const { locator, id } = passage.citation;
    if (orphaned.has(id)) continue;
    if (!locator || !('paragraph' in locator)) elsewhere.push(passage);
    else at.set(locator.paragraph, [...(at.get(locator.paragraph) ?? []), passage]);
  }
  const byParagraph = <T extends { paragraph: number }>(list: readonly T[]): Map<number, T[]> => {
    const found = new Map<number, T[]>();
    for (const one of list) {
      const others = found.get(one.paragraph);
      if (others) others.push(one);
      else found.set(one.paragraph, [one]);
    }
    return found;
  };
  const known = byParagraph(names?.names ?? []);
  const possible = byParagraph(names?.possible ?? []);
  const ofCitation = new Map(passages.map((passage) => [passage.citation.id, passage]));
  return {
    text,
    paragraphs: text.paragraphs.map((paragraph, i) => ({
      ...paragraph,
      number: i + 1,
      passages: at.get(i + 1) ?? [],
      names: known.get(i + 1) ?? [],
      possible: possible.get(i + 1) ?? [],
    })),
    orphans: text.orphans.map((orphan) => {
      const passage = ofCitation.get(orphan.citation);
      return passage ? { orphan, passage } : { orphan };
    }),
    elsewhere,
    ...(names ? { names } : {}),
  };
}

/** Ids of the entities that a part of a paragraph names, each once, in their order; a name of several is left out. */
export function namedWithin({ text, names }: Pick<ReadParagraph, 'text' | 'names'>, { start, end }: TextPart): string[] {
  const { unitsOf } = placesIn(text);
  const within = names.filter((name) => {
    const at = unitsOf(name);
    return at.start >= start && at.end <= end && name.entities.length === 1;
  });
  return [...new Set(within.flatMap(({ entities }) => entities))];
}

export function useReading(source: string) {
  const text = useQuery(textQuery(source));
  const passages = useQuery(passagesQuery(source));
  const names = useQuery(textNamesQuery(source));
  const drafts = useDrafts().all;
  const known = useMemo(
    () => (names.data && text.data ? withDraftedNames(names.data, text.data.paragraphs, drafts.values()) : names.data),
    [names.data, text.data, drafts],
  );
  const reading = useMemo(
    () => (text.data && passages.data ? arrangeReading(text.data, passages.data.passages, known) : undefined),
    [text.data, passages.data, known],
  );
  return { text, passages, reading };
}

/** Where what is cited stands in the text, one after the other: by paragraph, then in the order of the margin. */
export function passagesInOrder({ paragraphs }: Reading): PassageRead[] {
  return paragraphs.flatMap(({ passages }) => passages);
}

/** The next paragraph after one that carries nothing, going round; undefined where each carries something. */
export function nextUncited({ paragraphs }: Reading, after: number): number | undefined {
  const uncited = paragraphs.filter(({ passages }) => passages.length === 0).map(({ number }) => number);
  return uncited.find((number) => number > after) ?? uncited[0];
}
