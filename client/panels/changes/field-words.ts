/** What a field of a record says, in words: names instead of ids, dates and amounts as everywhere else. */
import type { Dated, Quantity } from '../../../server/domain/model/records.ts';
import type { RecordKind } from '../../state/view.ts';
import type { NamedRecord } from '../../api/queries-changes.ts';
import { dateText, quantityText } from '../../ui/date-text.ts';
import { words } from '../../i18n/messages.ts';

const t = words.changes;

/** What a record of a kind is called; its id where no name is known. */
export type NameOf = (kind: RecordKind, id: string) => string;

export function namesIn(names: readonly NamedRecord[]): NameOf {
  const known = new Map(names.map(({ kind, id, name }) => [`${kind}/${id}`, name]));
  return (kind, id) => known.get(`${kind}/${id}`) ?? id;
}

const entity: RecordKind = 'entity';
const source: RecordKind = 'source';
/** The fields that hold ids, with the kind of record these are of. */
const REFERS = new Map<string, RecordKind>([
  ...['subject', 'object', 'via', 'to', 'at', 'in', 'instrument', 'statedBy', 'by', 'case', 'candidates', 'entity', 'entities', 'a', 'b', 'plots'].map(
    (field) => [field, entity] as const,
  ),
  ...['source', 'sources', 'origin', 'through'].map((field) => [field, source] as const),
  ['voice', 'voice'],
  ['predicate', 'predicate'],
  ['claim', 'claim'],
  ['claims', 'claim'],
  ['dataset', 'dataset'],
]);

export function fieldLabel(field: string): string {
  return Object.hasOwn(words.changeFields, field) ? words.changeFields[field]! : field;
}

/** The value of a field as text. */
export function fieldText(field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === '') return t.noValue;
  if (Array.isArray(value)) return value.length === 0 ? t.noValue : value.map((one) => fieldText(field, one, nameOf)).join('; ');
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value === 'object') return objectText(field, value, nameOf);
  const text = String(value);
  const kind = REFERS.get(field);
  if (kind) return nameOf(kind, text);
  return field === 'level' && Object.hasOwn(words.standing, text) ? words.standing[text as keyof typeof words.standing] : text;
}

function objectText(field: string, value: object, nameOf: NameOf): string {
  if ('edtf' in value) return dateText(value as Dated);
  if (field === 'count' || field === 'amount') return quantityText(value as Quantity);
  // What a text is of comes with it: its language, its kind.
  const { text, ...rest } = value as { text?: unknown };
  const parts = Object.entries(typeof text === 'string' ? rest : value)
    .filter(([name]) => name !== 'lang' && name !== 'script')
    .map(([name, part]) => (name === 'level' ? fieldText(name, part, nameOf) : `${fieldLabel(name)} ${fieldText(name, part, nameOf)}`));
  const said = parts.join(', ');
  if (typeof text !== 'string') return said === '' ? t.noValue : said;
  return said === '' ? text : `${text} (${said})`;
}
