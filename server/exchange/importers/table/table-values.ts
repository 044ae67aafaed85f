/** Reads the cells of a table: only what can be read in one way is taken. */
import { parseEdtf } from '../../../domain/dates/edtf-dates.ts';
import { edtfOfWords } from '../../../domain/dates/edtf-of-words.ts';
import type { CuratedCitation } from '../../../domain/importing/curated-file.ts';
import { ENTITY_TYPES, type EntityType } from '../../../domain/model/lists.ts';
import type { ClaimsMapping } from '../../../contract/table-mapping.ts';
import { usableLine } from '../foreign-values.ts';

/** Words of other tables for our types. Words that accuse ("suspect", "terrorist") are none of them. */
const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  Person: 'people individual human man woman mensch mann frau personne persona',
  Group: 'gruppe groupe grupo',
  Gang: 'bande banda',
  Agency: 'behörde amt authority agence agencia',
  Organization: 'organisation organización company firm corporation ngo firma unternehmen gesellschaft verein entreprise société empresa',
  Country: 'state land staat pays état país estado',
  Place: 'location city town address ort stadt lieu ville lugar ciudad',
  Plot: 'anschlagsplan complot',
  Event: 'ereignis événement evento',
  Case: 'verfahren affaire',
  Measure: 'maßnahme mesure medida sanction sanktion',
  Item: 'object thing vehicle document gegenstand sache fahrzeug objet objeto',
};
const TYPE_OF: ReadonlyMap<string, EntityType> = new Map(
  ENTITY_TYPES.flatMap((type) => [type.toLowerCase(), ...TYPE_WORDS[type].split(' ')].map((word) => [word, type] as const)),
);

/** @param chosen by the mapping, for words that are none of ours */
export function typeOfCell(cell: string, chosen: ReadonlyMap<string, EntityType>): EntityType | undefined {
  const word = cell.trim();
  return chosen.get(word) ?? TYPE_OF.get(word.normalize('NFC').toLowerCase());
}

const two = (n: string): string => n.padStart(2, '0');

/** The date of a cell as EDTF; undefined where it is none, or may be read in two ways. */
export function dateOfCell(cell: string, order: ClaimsMapping['dateOrder']): string | undefined {
  const text = cell.trim();
  const instant = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/.exec(text)?.[1];
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  const month = /^(\d{1,2})[./](\d{4})$/.exec(text);
  const date = instant ?? (numbers ? dayOf(numbers, order) : month ? `${month[2]}-${two(month[1]!)}` : edtfOfWords(text));
  if (date === undefined) return undefined;
  try {
    parseEdtf(date);
    return date;
  } catch {
    return undefined;
  }
}

/** With points the day comes first everywhere; else one of the two must be no month, or the mapping says which comes first. */
function dayOf([, first = '', sign, second = '', year]: RegExpExecArray, order: ClaimsMapping['dateOrder']): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  const isDayFirst = sign === '.' || a > 12 || a === b || order === 'day';
  if (!isDayFirst && b <= 12 && order === undefined) return undefined;
  const [day, month] = isDayFirst && !(sign !== '.' && b > 12) ? [first, second] : [second, first];
  return `${year}-${two(month)}-${two(day)}`;
}

/** A number is that of a paragraph; anything else a place as the table writes it. */
export function placeOfCell(cell: string): CuratedCitation['locator'] | undefined {
  const text = usableLine(cell);
  if (text === undefined) return undefined;
  const paragraph = /^(?:¶\s*|para(?:graph|\.)?\s*|absatz\s*|abs\.\s*)?([1-9]\d{0,5})$/i.exec(text)?.[1];
  const page = /^(?:p\.|pp\.|page|seite|s\.)\s*([1-9]\d{0,5})$/i.exec(text)?.[1];
  if (paragraph !== undefined) return { paragraph: Number(paragraph) };
  return page === undefined ? { record: text } : { page: Number(page) };
}
