/** A record of FollowTheMoney as it is read: its values by property, and the record of ours that it was exported from. */
import { ENTITY_TYPES, ID_PATTERN, RESERVED_ENDS, type EntityType } from '../../../domain/model/lists.ts';
import { recordIdOf, type FtmKind } from '../../ftm/ftm-ids.ts';
import { isObject, type Fields } from '../foreign-values.ts';
import type { ForeignPlace } from '../format.ts';
import { isSchema } from './ftm-model.ts';

export interface FtmRecord {
  id: string;
  schema: string;
  properties: Fields;
  place: ForeignPlace;
}

export function isFtmRecord(value: unknown): value is Fields {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['schema'] === 'string' && isObject(value['properties']);
}

/** Why a record is not read at all. */
export function faultOfRecord(value: unknown): string | undefined {
  if (!isFtmRecord(value)) return 'it has no id, no schema or no properties';
  if (value['id'] === '') return 'it has no id, no schema or no properties';
  return isSchema(String(value['schema'])) ? undefined : 'its schema is not one of FollowTheMoney';
}

/** The texts of a property. */
export function valuesOf({ properties }: Pick<FtmRecord, 'properties'>, property: string): string[] {
  const values = Object.hasOwn(properties, property) ? properties[property] : undefined;
  return (Array.isArray(values) ? values : [values]).filter((value): value is string => typeof value === 'string' && value !== '');
}

/** The id of a record of ours from which this was exported. */
export function ownId(id: string, kind: FtmKind): string | undefined {
  const found = recordIdOf(id);
  // A link of a claim that is cut into several has the number of its part behind the id.
  const own = found?.kind === kind ? found.id.replace(/#\d+$/, '') : undefined;
  return own !== undefined && ID_PATTERN.test(own) && !(RESERVED_ENDS as readonly string[]).includes(own) ? own : undefined;
}

/** What an export of ours says of an entity or a source in its notes. */
export function ownNote(record: FtmRecord): string | undefined {
  return valuesOf(record, 'notes')
    .find((note) => note.startsWith('Attest: '))
    ?.slice('Attest: '.length);
}

/** Type and kind of an entity of ours. */
export function ownType(note: string | undefined): { type: EntityType; kind?: string } | undefined {
  const [, word, kind] = /^([A-Za-z]+)(?:, ([^]*))?$/.exec(note ?? '') ?? [];
  const type = ENTITY_TYPES.find((one) => one === word);
  return type && { type, ...(kind === undefined ? {} : { kind }) };
}
