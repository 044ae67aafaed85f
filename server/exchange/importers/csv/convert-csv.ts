/** Converts our CSV set: entities, sources, claims and their citations as they were written, without what the tables have no column for. */
import { ID_PATTERN, isEntityType, QUALIFIERS, RESERVED_ENDS, type EntityType } from '../../../domain/model/lists.ts';
import { FileBuilder, KIND_OF_LIST, type ListName } from '../file-builder.ts';
import type { Conversion, ConvertInput, ForeignPlace, Taken } from '../format.ts';
import { NotTakenList } from '../not-taken.ts';
import type { CsvRecord, TableName } from './csv-files.ts';
import { csvCitation, csvEntity, csvSource, csvVoice } from './csv-records.ts';

interface Row {
  cells: ReadonlyMap<string, string>;
  place: ForeignPlace;
}
const cell = ({ cells }: Row, column: string): string => cells.get(column) ?? '';
/** What each row of a claim says of all of it. */
const PROPOSITION = ['subject', 'object', 'type', ...QUALIFIERS, 'attempted', 'intended', 'expected'] as const;
const listed = (text: string): string[] => (text === '' ? [] : text.split('; '));
const RESERVED: ReadonlySet<string> = new Set(RESERVED_ENDS);

function byColumn(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(cell(row, column)) ?? [];
    groups.set(cell(row, column), group);
    group.push(row);
  }
  return groups;
}

export function convertCsv({ records }: ConvertInput): Conversion {
  const rejected = new NotTakenList();
  const lost = new NotTakenList();
  const taken: Taken[] = [];
  const files = new Map<string, FileBuilder>();
  const rows = (table: TableName): Row[] =>
    records.flatMap(({ value, place }) => {
      const record = value as CsvRecord;
      return record.table === table && record.isWhole && ID_PATTERN.test(record.cells.get('dataset') ?? '') ? [{ cells: record.cells, place }] : [];
    });
  for (const { value, place } of records) {
    const { isWhole, cells } = value as CsvRecord;
    if (!isWhole) rejected.add('its row has another number of cells than the head', place);
    else if (!ID_PATTERN.test(cells.get('dataset') ?? '')) rejected.add('its row names no dataset', place);
  }
  const put = (list: ListName, dataset: string, record: Record<string, unknown> & { id: string }, place: ForeignPlace): Taken => {
    const file = files.get(dataset) ?? new FileBuilder(dataset, { dataset: { id: dataset } });
    files.set(dataset, file);
    return { file: [...files.keys()].indexOf(dataset), pointer: file.add(list, record, place), kind: KIND_OF_LIST[list], id: record.id };
  };
  const types = new Map<string, EntityType>();
  for (const row of rows('nodes')) {
    const type = cell(row, 'type');
    if (isEntityType(type)) types.set(cell(row, 'id'), type);
    taken.push(put('entities', cell(row, 'dataset'), csvEntity(row.cells), row.place));
    lost.add('other names of an entity, and the language of its name', row.place);
  }
  const voices = new Set<string>();
  for (const row of rows('sources')) {
    const dataset = cell(row, 'dataset');
    taken.push(put('sources', dataset, csvSource(row.cells), row.place));
    const voice = csvVoice(row.cells);
    if (voices.has(voice.id)) continue;
    voices.add(voice.id);
    put('voices', dataset, voice, row.place);
    lost.add('the stake of a voice, and whom it speaks for', row.place);
  }
  const citations = byColumn(rows('citations'), 'claim');
  const edges = byColumn(rows('edges'), 'claim');
  for (const [claim, cited] of citations) if (!edges.has(claim)) for (const { place } of cited) rejected.add('its claim is not among the edges', place);
  const said = new Set<string>();
  for (const [id, parts] of edges) addClaim(id, parts);
  return { files: [...files.values()].map((file) => file.built()), read: records.length, taken, rejected: rejected.list(), lost: lost.list() };

  function addClaim(id: string, parts: readonly Row[]): void {
    const cited = citations.get(id) ?? [];
    const [first] = parts;
    const reject = (why: string) => [...parts, ...cited].forEach(({ place }) => rejected.add(why, place));
    if (!first) return;
    if (cited.length === 0) return reject('no citation in the file says it');
    const [subject, object, predicate] = ['subject', 'object', 'type'].map((column) => cell(first, column)) as [string, string, string];
    const hasObject = types.has(object);
    // Every row of a claim says the whole of it: rows that differ are of no one claim.
    const whole = (row: Row): string => JSON.stringify(PROPOSITION.map((column) => cell(row, column)));
    if (parts.some((row) => whole(row) !== whole(first))) return reject('the rows of its claim do not give one claim');
    const qualifiers = Object.fromEntries(QUALIFIERS.map((qualifier) => [qualifier, listed(cell(first, qualifier))]));
    const isText = !hasObject && !RESERVED.has(object);
    const filled = Object.entries(qualifiers).filter(([, ids]) => ids.length > 0);
    const flags = ['attempted', 'intended', 'expected'].filter((flag) => cell(first, flag) === 'true');
    const proposition = JSON.stringify([subject, predicate, object, filled, flags]);
    const claim = {
      id,
      subject,
      predicate,
      object: isText ? { text: object, lang: 'und' } : object,
      ...Object.fromEntries(filled),
      ...Object.fromEntries(flags.map((flag) => [flag, true])),
      // What tells two times apart has no column.
      ...(said.has(proposition) ? { occasion: `claim ${id}` } : {}),
    };
    said.add(proposition);
    const byDataset = byColumn(cited, 'dataset');
    const made = [...byDataset].map(([dataset, own]) =>
      put('claims', dataset, { ...claim, citations: own.map(({ cells }) => csvCitation(cells)) }, first.place),
    );
    const [main] = made;
    if (main) for (let i = 0; i < parts.length + cited.length; i += 1) taken.push(main);
    for (const { cells, place } of cited)
      if (['count_min', 'count_max', 'amount_min', 'amount_max', 'sentence'].some((column) => cells.get(column) !== ''))
        lost.add('what a count, an amount or a sentence rests on: taken as inferred', place);
  }
}
