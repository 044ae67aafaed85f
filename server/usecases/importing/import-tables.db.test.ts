/** Tables of other programs on genuine Neo4j: told as sentences, imported, imported again as they were and changed, and undone. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import type { ClaimsMapping, TableMappings } from '../../contract/table-mapping.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { mappingOfLinks } from '../../exchange/testing/mapping-of-links.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { undoChange } from '../editing/undo/undo-change.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { importFiles, type ImportInput } from './import-files.ts';
import { sampleTables } from './sample-tables.ts';
import type { InputFile } from './files/read-curated-file.ts';

const SLOW = 240_000;
const bytes = (text: string) => new TextEncoder().encode(text);
const core = { name: 'core.json', bytes: readFileSync(new URL('../../../fixtures/vocabulary/core.json', import.meta.url)) };

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
  await importFiles(db, { files: [core], dryRun: false, prune: false, overwrite: false, who: 'test' });
});
afterAll(async () => db?.close());
const stored = () => db.read(async (tx) => loadAllRecords(tx));
const run = (files: InputFile[], mappings: TableMappings | undefined, more: Partial<ImportInput> = {}) =>
  importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test', ...(mappings ? { mappings } : {}), ...more });
const sampled = (files: InputFile[], mappings?: TableMappings) =>
  sampleTables(db, { files: files.map(({ name, bytes: of }) => ({ name, size: of.byteLength, read: async () => of })), ...(mappings ? { mappings } : {}) });

const HEADS = ['Von', 'Beziehung', 'An', 'Datum', 'Quelle', 'Adresse', 'Bemerkung'];
const mapping: ClaimsMapping = {
  ...mappingOfLinks(HEADS),
  predicate: { column: 'Beziehung' },
  happened: 'Datum',
  sourceTitle: { column: 'Quelle' },
  sourceAddress: { column: 'Adresse' },
};
const mappings: TableMappings = { format: 'attest-mapping/1', tables: [mapping] };
const table = (...rows: string[]): InputFile => ({ name: 'netz.csv', bytes: bytes(`\uFEFF${[HEADS.join(';'), ...rows].join('\r\n')}\r\n`) });
const ROWS = [
  'Ada Öler;works for;Bund;2.3.2020;Die Zeitung;https://example.org/1;',
  'Ada Öler;Mitglied von;Verein Süd;2019;;;',
  ';Mitglied von;Bund;;;;',
  'Bert Öler;works for;Bund;;Blatt;;geprüft',
];

describe('a table of another program', () => {
  test('is refused without a mapping, with its columns; with one it is imported, each row taken or rejected with its line', { timeout: SLOW }, async () => {
    const refused = await run([table(...ROWS)], undefined);
    expect(refused).toMatchObject({ outcome: 'refused', problems: [{ code: 'table-without-mapping', file: 'netz.csv', line: 1 }] });
    const report = await run([table(...ROWS)], mappings);
    expect(report).toMatchObject({
      outcome: 'done',
      datasets: ['table-netz'],
      converted: [
        {
          file: 'netz.csv',
          format: 'table',
          read: 4,
          created: 3,
          matched: 0,
          unchanged: 0,
          rejected: [{ reason: 'it has no subject', count: 1, places: ['line 4'], remedy: expect.stringContaining('Von') }],
          lost: [{ reason: 'the column “Bemerkung”', count: 1, places: ['line 5'] }],
        },
      ],
    });
    const records = await stored();
    expect([...deriveFigures(records).values()].map(({ rank, origins, level }) => [rank, origins, level])).toEqual(Array(3).fill([0, 0, 'unstated']));
    expect((await verifyRecords(db)).faults).toEqual([]);
  });
  test('again changes nothing; a changed row is matched and a new one added, and undone it is as it was', { timeout: SLOW }, async () => {
    await run([table(...ROWS)], mappings);
    const before = await stored();
    const again = await run([table(...ROWS.toReversed())], mappings);
    expect(again).toMatchObject({ outcome: 'unchanged', converted: [{ created: 0, matched: 0, unchanged: 3 }] });
    const changed = ROWS.map((row) => row.replace('2.3.2020', '5.3.2020'));
    const second = await run([table(...changed, 'Cleo Öler;works for;Bund;;;;')], mappings);
    expect(second).toMatchObject({ outcome: 'done', converted: [{ read: 5, created: 1, matched: 1, unchanged: 2 }], conflicts: [] });
    const after = await stored();
    expect(after.claims.size).toBe(before.claims.size + 1);
    expect([...after.citations.values()].flat()).toHaveLength([...before.citations.values()].flat().length + 1);
    const undone = await undoChange(db, {
      params: { id: second.changeSet! },
      body: { revision: second.revision.after, who: 'test', why: 'a test', operation: crypto.randomUUID(), also: [], dryRun: false },
    });
    expect(undone).toMatchObject({ outcome: 'done' });
    expect((await stored()).citations).toEqual(before.citations);
    expect((await verifyRecords(db)).faults).toEqual([]);
  });
  test('in Windows-1252 is warned of; one with a quote that is open, or a column that is not there, is refused at its place', { timeout: SLOW }, async () => {
    const latin = { name: 'alt.csv', bytes: Uint8Array.from([...`${HEADS.join(';')}\r\nAda \u00D6ler;kennt;Bund;;;;\r\n`].map((sign) => sign.charCodeAt(0))) };
    const report = await run([latin], mappings);
    expect(report.warnings).toMatchObject([{ code: 'read-as-windows-1252', file: 'alt.csv' }]);
    expect([...(await stored()).entities.values()].map(({ names }) => names[0]?.text)).toContain('Ada Öler');
    expect((await run([table(...ROWS, '"offen;x;y;;;;')], mappings)).problems).toMatchObject([{ code: 'table-cell', line: 6 }]);
    const wrong = { ...mappings, tables: [{ ...mapping, note: 'Notiz' }] };
    expect((await run([table(...ROWS)], wrong)).problems).toMatchObject([{ code: 'mapping-column', message: expect.stringContaining('"Notiz"') }]);
  });
});

test('an archive with files of several formats is imported as these are, and one that leads out of itself not at all', { timeout: SLOW }, async () => {
  const person = { id: 'p', schema: 'Person', properties: { name: ['Ada'] } };
  const own = {
    format: 'attest/1',
    dataset: { id: 'own' },
    entities: [{ id: 'own-e', type: 'Person', names: [{ text: 'Own', lang: 'en', kind: 'primary' }] }],
  };
  const identity = {
    type: 'identity',
    spec_version: '2.1',
    id: 'identity--00000000-0000-4000-8000-000000000001',
    created: '2023-05-01T10:00:00.000Z',
    modified: '2023-05-01T10:00:00.000Z',
    name: 'B',
    identity_class: 'individual',
  };
  const of = {
    'ftm.json': bytes(JSON.stringify([person])),
    'in/stix.json': bytes(JSON.stringify([identity])),
    'own.json': bytes(JSON.stringify(own)),
    'netz.csv': table(...ROWS).bytes,
  };
  const report = await run([{ name: 'all.zip', bytes: zipSync(of) }], mappings);
  expect(report).toMatchObject({ outcome: 'done', problems: [], datasets: ['ftm-entities-ftm', 'own', 'stix-stix', 'table-netz'] });
  const slip = await run([{ name: 'slip.zip', bytes: zipSync({ '../own.json': bytes(JSON.stringify(own)) }) }], undefined);
  expect(slip).toMatchObject({ outcome: 'refused', problems: [{ code: 'archive-path', file: 'slip.zip' }] });
});

describe('its sample', () => {
  test('tells the first rows as the sentences that the import will tell, whatever is there already, and keeps nothing', { timeout: SLOW }, async () => {
    const { tables } = await sampled([table(...ROWS), core], mappings);
    expect(tables).toMatchObject([
      {
        file: 'netz.csv',
        separator: ';',
        encoding: 'utf-8',
        given: true,
        notTaken: ['Bemerkung'],
        faults: [],
        sample: [{ line: 2 }, { line: 3 }, { line: 4, rejected: { reason: 'it has no subject' } }, { line: 5 }],
      },
    ]);
    expect((await stored()).claims.size).toBe(0);
    const planned = await run([table(...ROWS)], mappings, { dryRun: true, rows: true });
    const told = planned.rows!.filter(({ kind }) => kind === 'claim').map(({ name }) => name);
    const sentences = tables[0]!.sample.flatMap(({ sentence }) => sentence ?? []);
    expect(sentences.toSorted()).toEqual(told.toSorted());
    expect(sentences).toContainEqual(expect.stringContaining('Ada Öler works for Bund'));
    await run([table(...ROWS)], mappings);
    const again = await sampled([table(...ROWS)], mappings);
    expect(again.tables[0]?.sample).toEqual(tables[0]?.sample);
    expect(again.tables[0]?.alike.find(({ cell }) => cell === 'Ada Öler')?.entities.map(({ name }) => name)).toContain('Ada Öler');
  });
  test('without a mapping is of a proposed one; a row that the case refuses says why', { timeout: SLOW }, async () => {
    const { tables } = await sampled([table(...ROWS)]);
    expect(tables).toMatchObject([
      { given: false, mapping: { subject: 'Von', object: 'An', predicate: { column: 'Beziehung' }, note: 'Bemerkung' }, notTaken: [] },
    ]);
    const ids: TableMappings = { ...mappings, tables: [{ ...mapping, ends: 'ids', predicate: { id: 'works-for' } }] };
    const unknown = await sampled([table('nobody;x;no-body;;;;')], ids);
    expect(unknown.tables[0]?.sample[0]?.rejected?.reason).toContain('no entity has the id "nobody"');
  });
  test('of a table of entities and one of links tells the links by the names', { timeout: SLOW }, async () => {
    const nodes = { name: 'g/nodes.csv', bytes: bytes('Id,Label,Type\n1,Ada,person\n2,Bund,company\n,x,person\n') };
    const edges = { name: 'g/edges.csv', bytes: bytes('Source,Target,Label\n1,2,works for\n1,3,works for\n') };
    const { tables } = await sampled([edges, nodes]);
    expect(tables.map(({ file, mapping: { rows } }) => [file, rows])).toEqual([
      ['g/edges.csv', 'claims'],
      ['g/nodes.csv', 'entities'],
    ]);
    expect(tables[0]?.sample).toMatchObject([
      { sentence: expect.stringContaining('Ada works for Bund') },
      { rejected: { reason: 'its object is not among the entities that were taken over' } },
    ]);
    expect(tables[1]?.sample).toMatchObject([{ sentence: 'Ada' }, { sentence: 'Bund' }, { rejected: { reason: 'it has no id' } }]);
    const report = await run([edges, nodes], { format: 'attest-mapping/1', tables: tables.map(({ mapping: one }) => one) });
    expect(report).toMatchObject({ outcome: 'done', datasets: ['table-g-tables'], converted: [{ file: 'g (tables)', read: 5, created: 3 }] });
  });
});
