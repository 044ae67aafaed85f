/** Our CSV set out and in: claims, citations and standings come back; what the tables have no column for is counted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attestFile } from '../../contract/file-format.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { QUALIFIERS } from '../../domain/model/lists.ts';
import type { Records } from '../../domain/model/records.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { records as built } from '../../domain/testing/build-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { readCsv } from '../csv-table.ts';
import { csvSet as exporter } from '../exporters/csv-set.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { rowsOfTable, tableOf } from './csv/csv-files.ts';
import { csvSet } from './csv-set.ts';
import type { Conversion, ForeignRecord } from './format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const tables = (of: Records) => writtenFiles(exporter, wholeInput(of)).filter(({ name }) => name.endsWith('.csv'));
function rowsOf(of: Records): ForeignRecord[] {
  return tables(of).flatMap(({ name, text }) => {
    const table = tableOf(bytes(text));
    expect(`${table}.csv`).toBe(name);
    const { records, problems } = rowsOfTable(table!, bytes(text), name);
    expect(problems).toEqual([]);
    return records;
  });
}
const back = (of: Records): Conversion => {
  const made = csvSet.convert({ file: 'set', dataset: 'unused', records: rowsOf(of) });
  expect(made.read).toBe(made.taken.length + made.rejected.reduce((sum, { count }) => sum + count, 0));
  return made;
};
const contents = ({ files }: Conversion) => files.map(({ content }) => attestFile.parse(content) as unknown as CuratedFile);
const claimsOf = (made: Conversion) => contents(made).flatMap(({ claims }) => claims ?? []);

describe('a table', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\uFEFF"a ""x""","b\r\nc"\n', [['a "x"', 'b\r\nc']]],
    [`"'=1+1",'plain`, [['=1+1', "'plain"]]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('%j is read as it was written', (text, rows) => expect(readCsv(text).rows.map(({ cells }) => cells)).toEqual(rows));
  it.each([['"a'], ['"a"b,c'], ['a\n"b\n\n']])('%j is refused with its line', (text) => expect(readCsv(text).faultAt).toBeGreaterThan(0));
});

it('comes back with qualifiers, citations and standings', () => {
  const of = built({
    sources: [{ id: 'page', title: 'A page' }],
    entities: { a: 'Person', b: 'Person', m: 'Person', k: 'Case', plot: 'Plot', town: 'Place' },
    claims: [
      {
        id: 'c1',
        predicate: 'hired',
        subject: 'a',
        object: 'b',
        via: ['m'],
        at: ['town'],
        in: ['plot'],
        citations: [{ source: 'page', locator: 3, standing: { level: 'charged', by: 'm', case: 'k' } }],
      },
      { id: 'c2', predicate: 'called', subject: 'a', object: { text: '=a spy', lang: 'en' }, citations: [{ source: 'page' }] },
    ],
  });
  const made = back(of);
  expect(made.rejected).toEqual([]);
  expect(claimsOf(made)).toMatchObject([
    {
      id: 'c1',
      via: ['m'],
      at: ['town'],
      in: ['plot'],
      citations: [{ source: 'page', locator: { paragraph: 3 }, standing: { level: 'charged', by: 'm', case: 'k' } }],
    },
    { id: 'c2', object: { text: '=a spy', lang: 'und' } },
  ]);
});

it('keeps each claim or rejects it, and makes no step or end of another, for any records', { timeout: 60_000 }, () => {
  checkProperty(
    'CSV out and in',
    fc.property(arbitraryRecords(), (of) => {
      const made = back(of);
      const claims = claimsOf(made);
      for (const claim of claims) {
        const was = of.claims.get(claim.id)!;
        expect([claim.subject, claim.predicate, typeof claim.object === 'string' ? claim.object : claim.object.text]).toEqual([
          was.subject,
          was.predicate,
          typeof was.object === 'string' ? was.object : was.object.text,
        ]);
        const levels = (of.citations.get(claim.id) ?? []).map(({ standing, stance }) => `${stance} ${standing.level} ${standing.by} ${standing.case}`);
        for (const { standing, stance = 'supports' } of claim.citations)
          expect(levels).toContain(`${stance} ${standing?.level} ${standing?.by} ${standing?.case}`);
        for (const qualifier of QUALIFIERS) expect([claim[qualifier] ?? []].flat()).toEqual(was[qualifier]);
      }
      expect(contents(made).flatMap(({ entities }) => entities ?? []).length).toBe(of.entities.size);
    }),
    { runs: 60 },
  );
});

it('rejects a claim whose rows differ in what it says', () => {
  const of = built({
    sources: [{ id: 'page' }],
    claims: [{ id: 'c', predicate: 'paid', subject: 'a', object: 'b', via: 'm', citations: [{ source: 'page' }] }],
  });
  const records = rowsOf(of).map((row) => {
    const value = row.value as { cells: Map<string, string> };
    return value.cells.get('part') === 'segment 1' ? { ...row, value: { ...value, cells: new Map([...value.cells, ['via', 'somebody']]) } } : row;
  });
  const { rejected } = csvSet.convert({ file: 'set', dataset: 'unused', records });
  expect(rejected.map(({ reason }) => reason)).toEqual(['the rows of its claim do not give one claim']);
});

it('rejects rows that are cut, rows without a dataset, and citations of no claim', () => {
  const [first] = rowsOf(
    built({ sources: [{ id: 'page' }], claims: [{ id: 'c', predicate: 'paid', subject: 'a', object: 'b', citations: [{ source: 'page' }] }] }),
  );
  const citation = first?.value as { table: 'citations'; cells: Map<string, string>; isWhole: boolean };
  const made = csvSet.convert({
    file: 'set',
    dataset: 'unused',
    records: [
      { value: { ...citation, isWhole: false }, place: { words: 'citations.csv, line 2', line: 2 } },
      { value: { ...citation, cells: new Map([...citation.cells, ['dataset', '']]) }, place: { words: 'citations.csv, line 3', line: 3 } },
      { value: citation, place: { words: 'citations.csv, line 4', line: 4 } },
    ],
  });
  expect(made.rejected.map(({ reason, places }) => [reason, places[0]])).toEqual([
    ['its claim is not among the edges', 'citations.csv, line 4'],
    ['its row has another number of cells than the head', 'citations.csv, line 2'],
    ['its row names no dataset', 'citations.csv, line 3'],
  ]);
});
