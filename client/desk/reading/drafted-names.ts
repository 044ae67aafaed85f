/** Names of the drafts in a text: an entity that is not written yet is known where its names stand, as those of the case are. Pure. */
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { KnownNames, shortName, type FoundName } from '../../../server/domain/texts/find-names.ts';
import { placesIn } from '../../../server/domain/texts/text-mark.ts';
import type { NamesRead } from '../../api/queries-texts.ts';
import type { Draft, DraftEntry } from '../../state/draft/draft-change.ts';

type Named = DraftEntry & { record: NonNullable<DraftEntry['record']> };
const typeOf = ({ record }: Named): EntityType => record['type'] as EntityType;

/** The entities of the drafts that are made or changed there. */
export function draftedEntities(drafts: Iterable<Draft>): Named[] {
  return [...drafts].flatMap(({ entries }) => entries.filter((one): one is Named => one.kind === 'entity' && one.record !== undefined));
}

/** All that the entity is called but for labels, which no text prints. */
export function namesOfDrafted({ record }: Named): string[] {
  const names = (record['names'] as { text?: string; kind?: string }[] | undefined) ?? [];
  return names.flatMap(({ text, kind }) => (text && kind !== 'label' ? [text] : []));
}

/** The names that were read in a text, and those of the drafts beside them. Of two at one place the longer one stands. */
export function withDraftedNames(read: NamesRead, paragraphs: readonly { text: string }[], drafts: Iterable<Draft>): NamesRead {
  const entities = draftedEntities(drafts);
  if (entities.length === 0) return read;
  const known = new KnownNames();
  for (const one of entities) for (const name of namesOfDrafted(one)) known.add(name, one.id);
  const short = shortNames(paragraphs, known, new Map(entities.map((one) => [one.id, one])));
  const own = paragraphs.flatMap(({ text }, i) => {
    const { charactersOf } = placesIn(text);
    return known.find(text, short).map(({ entities: ids, ...part }) => ({ paragraph: i + 1, ...charactersOf(part), entities: ids }));
  });
  const names = joined(read.names, own);
  const covered = (part: Placed) => names.some((name) => isOver(name, part));
  const called = new Set(names.flatMap((name) => name.entities));
  const told = new Map([
    ...read.called.map((one) => [one.id, one] as const),
    ...entities.map((one) => [one.id, { id: one.id, name: one.name, type: typeOf(one) }] as const),
  ]);
  return {
    ...read,
    names,
    possible: read.possible.filter((part) => !covered(part)),
    called: [...called].sort().flatMap((id) => told.get(id) ?? []),
  };
}

type Placed = { paragraph: number; start: number; end: number };
type PlacedName = NamesRead['names'][number];
const isOver = (one: Placed, other: Placed): boolean => one.paragraph === other.paragraph && one.start < other.end && other.start < one.end;

function joined(read: readonly PlacedName[], own: readonly PlacedName[]): PlacedName[] {
  const isLonger = (one: Placed, other: Placed) => one.end - one.start > other.end - other.start;
  const kept = own.filter((one) => !read.some((other) => isOver(one, other) && isLonger(other, one)));
  const same = (one: Placed, other: Placed) => one.paragraph === other.paragraph && one.start === other.start && one.end === other.end;
  const both = kept.map((one) => ({
    ...one,
    entities: [...new Set([...one.entities, ...read.filter((other) => same(one, other)).flatMap((other) => other.entities)])].sort(),
  }));
  const rest = read.filter((one) => !kept.some((other) => isOver(one, other)));
  return [...rest, ...both].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}

/** The last word of the name of a person whom the text names in full, where it is that of one of them only. */
function shortNames(paragraphs: readonly { text: string }[], known: KnownNames, entities: ReadonlyMap<string, Named>): KnownNames {
  const found: [string, FoundName][] = paragraphs.flatMap(({ text }) => known.find(text).map((name): [string, FoundName] => [text, name]));
  const persons = new Map<string, Set<string>>();
  for (const [text, { start, end, entities: ids }] of found) {
    const [only, ...others] = ids;
    const one = only === undefined || others.length > 0 ? undefined : entities.get(only);
    const last = one && typeOf(one) === 'Person' ? shortName(text.slice(start, end)) : undefined;
    if (last !== undefined && one) persons.set(last, (persons.get(last) ?? new Set()).add(one.id));
  }
  const short = new KnownNames();
  for (const [last, [only, ...others]] of persons) if (only !== undefined && others.length === 0 && known.find(last).length === 0) short.add(last, only);
  return short;
}
