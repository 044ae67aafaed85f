/** Tells what tables of other programs say by a mapping, given or proposed: their first rows as the sentences of the claims they would become. Nothing is kept. */
import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../contract/parts.ts';
import type { sampleTables as contract, TableSample } from '../../contract/routes/imports.ts';
import { columnsOf, type TableMapping, type TableMappings } from '../../contract/table-mapping.ts';
import { placeKey, recordOf } from '../../domain/importing/partial/leave-out.ts';
import { recordKey } from '../../domain/importing/change-plan.ts';
import { AppError } from '../../domain/model/errors.ts';
import { tableOf } from '../../exchange/importers/csv/csv-files.ts';
import { foreignTables } from '../../exchange/importers/table.ts';
import { convertRows } from '../../exchange/importers/table/convert-tables.ts';
import { proposeMapping } from '../../exchange/importers/table/propose-mapping.ts';
import type { Database } from '../../store/connect.ts';
import { searchEntities } from '../reading/search-entities.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';
import { isTable, mappingFaults, mappingFor, openTable, type OpenTable } from './files/open-table.ts';
import { convertedTables, type MappedFile } from './files/read-tables.ts';
import type { StoredFile } from './import-jobs.ts';
import { planLeavingOut } from './partial/plan-leaving-out.ts';
import { planAgainstDatabase } from './plan-against-database.ts';
import { tellClaims } from './tell-claims.ts';

/** Rows of a table that are told. */
const ROWS = 10;
/** Names of which entities that are called alike are looked for, and how many of each are told. */
const NAMES = 20;
const ALIKE = 4;

export interface SampleInput {
  files: readonly Pick<StoredFile, 'name' | 'size' | 'read'>[];
  mappings?: TableMappings;
}
type Row = TableSample['sample'][number];

/** @throws AppError `too-large` beyond `sampleBytes`: the beginnings of the files are enough */
export async function sampleTables(db: Database, { files, mappings }: SampleInput, o: CallOptions = {}): Promise<AnswerOf<typeof contract>> {
  const value = API_LIMITS.sampleBytes;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > value)
    throw new AppError('too-large', `These files have ${bytes} bytes, more than the limit sampleBytes of ${value}. Send the beginning of each.`, {
      limit: { name: 'sampleBytes', value },
    });
  const opened: OpenTable[] = [];
  for (const file of files) {
    const given = { name: file.name, bytes: await file.read() };
    const table = tableOf(given.bytes) === undefined && isTable(given) ? openTable(given) : undefined;
    if (table) opened.push(withSample(table));
  }
  const mapped = mappedBy(opened, mappings);
  const nodes = mapped.filter(({ mapping, faults }) => mapping.rows === 'entities' && faults.length === 0);
  const tables: TableSample[] = [];
  for (const { table, mapping, given, faults } of mapped) {
    const rows = table.rows.slice(0, ROWS);
    const sample = faults.length > 0 ? rows.map(plainRow) : await toldRows(db, { table: { ...table, rows }, mapping }, nodes, o);
    const taken = new Set(columnsOf(mapping));
    const { file, heads, separator, encoding } = table;
    const about = { file, heads, separator, encoding, mapping, given, faults };
    tables.push({ ...about, notTaken: heads.filter((head) => !taken.has(head)), sample, alike: await alikeIn(db, { ...table, rows }, mapping, o) });
  }
  return { tables };
}

/** The end of a beginning may be amid a cell: what is behind the sample does not matter. */
function withSample(table: OpenTable): OpenTable {
  const { faultAt, ...whole } = table;
  return table.rows.length < ROWS && faultAt !== undefined ? table : whole;
}

interface Mapped extends MappedFile {
  given: boolean;
  faults: TableSample['faults'];
}
/** Tables of entities are known before the others, which may speak of their ids. */
function mappedBy(tables: readonly OpenTable[], mappings: TableMappings | undefined): Mapped[] {
  const mapped = (besideEntities: boolean) =>
    tables.map((table): Mapped => {
      const given = mappingFor(table.heads, mappings);
      const mapping = given ?? proposeMapping(table.heads, table.rows.slice(0, ROWS), besideEntities);
      return { table, mapping, given: given !== undefined, faults: mappingFaults(table, mapping) };
    });
  const alone = mapped(false);
  return alone.some(({ mapping }) => mapping.rows === 'entities') ? mapped(true) : alone;
}

const plainRow = ({ line, cells }: OpenTable['rows'][number]): Row => ({ line, cells: [...cells] });

/** Planned as an import into a case of its own, so that every row is told, whatever the database has of it already. */
async function toldRows(db: Database, own: MappedFile, nodes: readonly MappedFile[], o: CallOptions): Promise<Row[]> {
  const { table, mapping } = own;
  const isClaims = mapping.rows === 'claims';
  const tables = isClaims ? [...nodes.filter((one) => one.table.file !== table.file), own] : [own];
  const dataset = `sample-${randomUUID()}`;
  let faults: ReturnType<typeof convertRows>['faults'] = [];
  const read = convertedTables(
    '',
    tables,
    { dataset },
    {
      ...foreignTables,
      convert(input) {
        const rows = convertRows(input);
        ({ faults } = rows);
        return rows.conversion;
      },
    },
  );
  // The own rows stand behind those of the tables of entities.
  const before = tables.reduce((sum, one) => sum + one.table.rows.length, 0) - table.rows.length;
  const whyOf = (i: number): Pick<Row, 'rejected'> | undefined => {
    const [reason, remedy] = faults[before + i] ?? [];
    return reason === undefined || remedy === undefined ? undefined : { rejected: { reason, remedy } };
  };
  const column = mapping.rows === 'entities' ? table.heads.indexOf(mapping.name) : -1;
  if (!isClaims) return table.rows.map((row, i) => ({ ...plainRow(row), ...(whyOf(i) ?? { sentence: row.cells[column] ?? '' }) }));
  const plan = (files: typeof read.files) =>
    db.read(
      (tx) =>
        planAgainstDatabase(tx, files, {
          prune: false,
          dryRun: true,
          overwrite: false,
          today: new Date().toISOString().slice(0, 10),
          importRecords: Number.MAX_SAFE_INTEGER,
          dataset,
        }),
      o,
    );
  const { planned, leftOut } = await planLeavingOut(async (files) => plan([...files]), read.files, { places: [], refused: true });
  const places = planned.work?.places();
  const sentences = new Map(
    tellClaims(planned, new Map()).flatMap(({ id, sentence }) =>
      (places?.get(recordKey('claim', id)) ?? []).map((place) => [placeKey(place), sentence] as const),
    ),
  );
  // The first of each record.
  const problems = new Map(
    [...leftOut, ...planned.problems].toReversed().flatMap((problem) => (recordOf(problem) ? [[placeKey(recordOf(problem)!), problem] as const] : [])),
  );
  // Rows are taken in their order; each one not rejected is one of these.
  const taken = (read.foreign?.taken ?? []).filter(({ kind }) => kind === 'claim').values();
  return table.rows.map((row, i): Row => {
    const why = whyOf(i);
    if (why) return { ...plainRow(row), ...why };
    const place = taken.next().value;
    const key = place && placeKey(place);
    const problem = key === undefined ? undefined : problems.get(key);
    if (problem) return { ...plainRow(row), rejected: { reason: problem.message, remedy: problem.remedy } };
    const sentence = key === undefined ? undefined : sentences.get(key);
    return { ...plainRow(row), ...(sentence === undefined ? {} : { sentence }) };
  });
}

/** Entities of the case that are called like those of the sample. */
async function alikeIn(db: Database, { heads, rows }: OpenTable, mapping: TableMapping, o: CallOptions): Promise<TableSample['alike']> {
  if (mapping.rows === 'claims' && mapping.ends !== 'names') return [];
  const columns = mapping.rows === 'entities' ? [mapping.name] : [mapping.subject, ...(mapping.objectIs === 'entity' ? [mapping.object] : [])];
  const names = new Set(rows.flatMap(({ cells }) => columns.map((column) => (cells[heads.indexOf(column)] ?? '').trim())).filter((name) => name !== ''));
  const alike: TableSample['alike'] = [];
  for (const cell of [...names].slice(0, NAMES)) {
    const { results } = await searchEntities(db, { query: { q: cell, limit: ALIKE, offset: 0 } }, o);
    if (results.length > 0) alike.push({ cell, entities: results.map(({ entity: { id, name, type } }) => ({ id, name, type })) });
  }
  return alike;
}
