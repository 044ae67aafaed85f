/** Which entity a thing of FollowTheMoney becomes, and what it is called (exchange.md, "Mapping for FtM"). */
import type { EntityType } from '../../../domain/model/lists.ts';
import type { NameGiven } from '../foreign-case.ts';
import { isA } from './ftm-model.ts';
import { ownId, ownNote, ownType, valuesOf, type FtmRecord } from './ftm-records.ts';

export interface FtmThing {
  type: EntityType;
  kind?: string | undefined;
  names: NameGiven[];
  /** The id of ours, where it was exported from here. */
  own?: string | undefined;
  flags: { unnamed?: true; aggregate?: true; generic?: true };
}

/** The first that fits, so the closer schema stands before the wider one. A body is no gang for what a topic says of it. */
const TYPES: readonly (readonly [string, EntityType])[] = [
  ['Person', 'Person'],
  ['PublicBody', 'Agency'],
  ['Organization', 'Organization'],
  ['LegalEntity', 'Organization'],
  ['CourtCase', 'Case'],
  ['Address', 'Place'],
  ['Territory', 'Place'],
  ['Event', 'Event'],
  ['Asset', 'Item'],
];
export const isDocument = (schema: string): boolean => isA(schema, 'Document');
export const isThing = (schema: string): boolean => !isDocument(schema) && TYPES.some(([name]) => isA(schema, name));

/** What an export of ours says of an entity besides its type. */
const UNNAMED = 'The name is a description by the curator; no source in this file names it.';
const AGGREGATE = 'Stands for several that are counted together.';
const GENERIC = 'Not one in particular.';

export const isFlagNote = (note: string): boolean => note === UNNAMED || note === AGGREGATE || note === GENERIC;

export function ftmThing(record: FtmRecord): FtmThing | undefined {
  const { schema } = record;
  const [, type] = TYPES.find(([name]) => isA(schema, name)) ?? [];
  if (!type) return undefined;
  const given = (property: string, kind: NameGiven['kind']) => valuesOf(record, property).map((text): NameGiven => ({ text, kind }));
  const [first, ...others] = given('name', 'primary');
  const names = [
    ...(first ? [first] : given('full', 'primary')),
    ...others.map((name): NameGiven => ({ ...name, kind: 'alias' })),
    ...given('alias', 'alias'),
    ...given('weakAlias', 'nickname'),
    ...given('previousName', 'former'),
  ];
  const note = ownType(ownNote(record));
  const own = note && ownId(record.id, 'entity');
  if (own === undefined || !note) return { type, kind: `${schema}, in the file’s words`, names, flags: {} };
  const notes = new Set(valuesOf(record, 'notes'));
  const flags = {
    ...(notes.has(UNNAMED) ? { unnamed: true as const } : {}),
    ...(notes.has(AGGREGATE) ? { aggregate: true as const } : {}),
    ...(notes.has(GENERIC) ? { generic: true as const } : {}),
  };
  return { ...note, names, own, flags };
}

/** What is said of a thing in free words. */
export function ftmWords(record: FtmRecord, thing: Pick<FtmThing, 'own'>): string[] {
  // Of our own only what claims say, and those are links; the others are sentences about claims.
  if (thing.own !== undefined) return [];
  return ['summary', 'description', 'notes'].flatMap((property) => valuesOf(record, property));
}
