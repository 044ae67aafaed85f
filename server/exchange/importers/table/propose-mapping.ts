/** Proposes what the columns of a table mean, by the names in its head and its first rows. Nothing is taken by a proposal before somebody has agreed to it. */
import type { ClaimsMapping, EntitiesMapping, TableMapping } from '../../../contract/table-mapping.ts';
import { dateOfCell, typeOfCell } from './table-values.ts';
import type { TableRow } from './table-rows.ts';

/** Names of columns in the tables people have, folded; the likelier ones first. */
const HEADS = {
  subject: 'subject source_name from start node1 actor person name_1 entity_1 von subjekt quelle_name de sujet origine desde sujeto owner parent source',
  object:
    'object target_name to target end node2 counterpart name_2 entity_2 an nach zu objekt ziel vers à objet cible hacia objeto company organization organisation firma child',
  predicate:
    'predicate relation relationship relation_type relationship_type link link_type edge_type verb role type label beziehung art rolle prädikat lien rôle relación tipo',
  subjectType: 'subject_type source_type from_type type_1 von_typ subjekt_typ typ_von',
  objectType: 'object_type target_type to_type type_2 an_typ objekt_typ typ_an ziel_typ',
  sourceTitle: 'source_title title document reference evidence cited_source quelle beleg titel source fuente fundstelle',
  sourcePublisher: 'publisher source_publisher newspaper outlet medium herausgeber zeitung éditeur verlag',
  sourceAddress: 'url link_url source_url address uri href web adresse quelle_url internetadresse enlace',
  happened: 'date happened when start_date event_date year datum jahr zeitpunkt fecha année since',
  published: 'published publication_date date_published publication veröffentlicht erschienen publié',
  place: 'paragraph page locator para place_in_source absatz seite stelle página',
  quote: 'quote passage words excerpt quotation zitat wortlaut textstelle citation',
  note: 'note notes comment comments remark description details bemerkung anmerkung notiz hinweis kommentar remarque nota',
} as const satisfies Partial<Record<keyof ClaimsMapping, string>>;
const OF_ENTITIES = {
  id: 'id node_id key identifier kennung nummer',
  name: 'label name title full_name bezeichnung nom nombre titel',
  type: 'type entity_type class schema category typ art kategorie',
  kind: 'kind subtype description beschreibung',
} as const;
type Part = keyof typeof HEADS;

const folded = (head: string): string =>
  head
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s._:/()-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** The first column that is called by one of the words; the likelier word counts more than the earlier column. */
function columnCalled(heads: readonly string[], words: string, taken: ReadonlySet<string>): string | undefined {
  for (const word of words.split(' ')) {
    const found = heads.find((head) => !taken.has(head) && folded(head) === word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * @param rows the first ones
 * @param besideEntities whether a table of entities is imported with it, of whose ids it may speak
 */
export function proposeMapping(heads: readonly string[], rows: readonly TableRow[], besideEntities = false): TableMapping {
  return entitiesTable(heads, rows) ?? claimsTable(heads, rows, besideEntities);
}

const cellsOf = (rows: readonly TableRow[], heads: readonly string[], column: string): string[] =>
  rows.map(({ cells }) => (cells[heads.indexOf(column)] ?? '').trim()).filter((cell) => cell !== '');
const areTypes = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => typeOfCell(cell, new Map()) !== undefined);

/** An id, a name and perhaps a type, and no second end. */
function entitiesTable(heads: readonly string[], rows: readonly TableRow[]): EntitiesMapping | undefined {
  const none = new Set<string>();
  const [id, name] = [columnCalled(heads, OF_ENTITIES.id, none), columnCalled(heads, OF_ENTITIES.name, none)];
  const ends = ['target to an nach ziel object objekt', 'source from von subject subjekt'].map((words) => columnCalled(heads, words, none));
  if (id === undefined || name === undefined || ends.every((end) => end !== undefined)) return undefined;
  const type = columnCalled(heads, OF_ENTITIES.type, new Set([id, name]));
  const kind = columnCalled(heads, OF_ENTITIES.kind, new Set([id, name, type ?? '']));
  const isTyped = type !== undefined && areTypes(cellsOf(rows, heads, type));
  return { heads: [...heads], rows: 'entities', id, name, type: isTyped ? { column: type } : { fixed: 'Person' }, ...(kind === undefined ? {} : { kind }) };
}

function claimsTable(heads: readonly string[], rows: readonly TableRow[], besideEntities: boolean): ClaimsMapping {
  const taken = new Set<string>();
  const found = new Map<Part, string>();
  const take = (part: Part, column: string | undefined) => {
    if (column === undefined) return;
    found.set(part, column);
    taken.add(column);
  };
  // "Source" is an end where there is a "Target", and what is cited where there is none.
  const target = heads.find((head) => ['target', 'ziel', 'cible'].includes(folded(head)));
  const source = heads.find((head) => ['source', 'quelle'].includes(folded(head)));
  if (target !== undefined && source !== undefined && columnCalled(heads, 'subject from von', taken) === undefined) take('subject', source);
  else if (source !== undefined) take('sourceTitle', source);
  for (const part of ['subjectType', 'objectType', 'subject', 'object'] as const) if (!found.has(part)) take(part, columnCalled(heads, HEADS[part], taken));
  for (const part of Object.keys(HEADS) as Part[]) if (!found.has(part)) take(part, columnCalled(heads, HEADS[part], taken));
  for (const part of ['subject', 'object'] as const)
    if (!found.has(part)) take(part, heads.find((head) => !taken.has(head)) ?? heads[part === 'subject' ? 0 : 1]);
  for (const part of ['happened', 'published'] as const) {
    const column = found.get(part);
    if (column !== undefined && !cellsOf(rows, heads, column).some((cell) => dateOfCell(cell, 'day') !== undefined)) found.delete(part);
  }
  const [subject = '', object = '', predicate] = [found.get('subject'), found.get('object'), found.get('predicate')];
  const typeOf = (part: 'subjectType' | 'objectType') => {
    const column = found.get(part);
    return column !== undefined && areTypes(cellsOf(rows, heads, column)) ? { column } : { fixed: 'Person' as const };
  };
  const column = (part: Part) => (found.has(part) ? { [part]: { column: found.get(part) } } : {});
  const plain = (part: Part) => (found.has(part) ? { [part]: found.get(part) } : {});
  return {
    heads: [...heads],
    rows: 'claims',
    ends: besideEntities ? 'nodes' : 'names',
    subject,
    object,
    objectIs: 'entity',
    ...(besideEntities ? {} : { subjectType: typeOf('subjectType'), objectType: typeOf('objectType') }),
    predicate: predicate === undefined ? { fixed: 'linked to' } : { column: predicate },
    ...column('sourceTitle'),
    ...column('sourcePublisher'),
    ...column('sourceAddress'),
    ...plain('happened'),
    ...plain('published'),
    ...plain('place'),
    ...plain('quote'),
    ...plain('note'),
  };
}
