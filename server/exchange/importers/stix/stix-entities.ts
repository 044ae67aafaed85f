/** Which entity an object of STIX becomes: its type, its kind and its names (exchange.md, "Mapping"). */
import type { EntityType } from '../../../domain/model/lists.ts';
import { countryCode, countryName } from '../../stix/country-code.ts';
import { textsOf, usableLine, type Fields } from '../foreign-values.ts';
import type { NameGiven } from '../foreign-case.ts';

export interface StixEntity {
  type: EntityType;
  /** What the file calls it; no finding of ours. */
  kind: string;
  names: NameGiven[];
}

/** Properties that an entity takes over, by the type of the object; and `description`, as a claim. */
const TAKES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    identity: ['identity_class'],
    'threat-actor': ['threat_actor_types', 'aliases'],
    'intrusion-set': ['aliases'],
    campaign: ['aliases'],
    location: ['country'],
    tool: ['aliases'],
    malware: ['aliases'],
  }),
);
const CLASSES: ReadonlyMap<unknown, EntityType> = new Map([
  ['individual', 'Person'],
  ['group', 'Group'],
]);

export const isStixEntity = (type: string): boolean => TAKES.has(type);
export const entityTakes = (type: string): readonly string[] => ['name', 'description', ...(TAKES.get(type) ?? [])];

export function stixEntity(object: Fields): StixEntity | undefined {
  const called = String(object['type']).replaceAll('-', ' ');
  const names: NameGiven[] = [{ text: object['name'], kind: 'primary' }, ...textsOf(object['aliases']).map((text): NameGiven => ({ text, kind: 'alias' }))];
  const as = (type: EntityType, kind = called): StixEntity => ({ type, kind: `${kind}, in the file’s words`, names });
  switch (object['type']) {
    case 'identity': {
      const said = usableLine(object['identity_class']);
      return as(CLASSES.get(said) ?? 'Organization', said === undefined ? called : `identity, ${said}`);
    }
    case 'threat-actor':
      return as(textsOf(object['threat_actor_types']).includes('crime-syndicate') ? 'Gang' : 'Group');
    case 'intrusion-set':
      return as('Group');
    case 'campaign':
      return as('Plot');
    case 'tool':
    case 'malware':
      return as('Item');
    case 'location':
      return locationOf(object, as);
    default:
      return undefined;
  }
}

/** What says where in a country it is: then it is no country. */
const WITHIN = ['city', 'street_address', 'postal_code', 'administrative_area', 'latitude', 'longitude'];

function locationOf(object: Fields, as: (type: EntityType) => StixEntity): StixEntity {
  const code = typeof object['country'] === 'string' ? object['country'].toUpperCase() : undefined;
  const name = usableLine(object['name']);
  const isCountry = code !== undefined && !WITHIN.some((property) => object[property] !== undefined) && (name === undefined || countryCode([name]) === code);
  const made = as(isCountry ? 'Country' : 'Place');
  if (object['name'] !== undefined) return made;
  const shown = (isCountry ? countryName(code) : undefined) ?? object['city'] ?? object['administrative_area'] ?? object['region'] ?? code;
  return { ...made, names: [{ text: shown, kind: 'primary' }] };
}
