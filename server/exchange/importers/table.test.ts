/** Tables of other programs in: whatever separates and quotes their cells; every row is taken or rejected with its line; no claim is firmer than it came. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimsMapping, TableMapping } from '../../contract/table-mapping.ts';
import { tableMapping } from '../../contract/table-mapping.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { displayName } from '../../domain/model/names.ts';
import type { Records } from '../../domain/model/records.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { csvSet as exporter } from '../exporters/csv-set.ts';
import { mappingOfLinks } from '../testing/mapping-of-links.ts';
import { convertedRecords, type Converted } from '../testing/converted.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import type { ForeignRecord } from './format.ts';
import { mappedRow } from './table/convert-tables.ts';
import { proposeMapping } from './table/propose-mapping.ts';
import { readTable, SEPARATORS } from './table/table-rows.ts';
import { dateOfCell } from './table/table-values.ts';
import { foreignTables } from './table.ts';

const core = JSON.parse(readFileSync(new URL('../../../fixtures/vocabulary/core.json', import.meta.url), 'utf8')) as CuratedFile;
interface Given {
  text: string;
  mapping: TableMapping;
  file?: string;
}
function rowsOf({ text, mapping, file = 'table.csv' }: Given): ForeignRecord[] {
  const { heads, rows } = readTable(text)!;
  tableMapping.parse(mapping);
  return rows.map(({ cells, line }) => ({ value: mappedRow({ file, mapping }, heads, cells), place: { words: `line ${line}`, line } }));
}
function read(...tables: Given[]): Converted {
  const made = convertedRecords(foreignTables, tables.flatMap(rowsOf), core);
  expect(made.read).toBe(made.taken.length + made.rejected.reduce((sum, { count }) => sum + count, 0));
  return made;
}
const HEADS = ['Von', 'Art', 'An', 'Datum', 'Quelle', 'Netz', 'Seite', 'Wortlaut', 'Anm.'];
const mapping = (more: Partial<ClaimsMapping> = {}): ClaimsMapping => ({
  ...mappingOfLinks(HEADS),
  predicate: { column: 'Art' },
  happened: 'Datum',
  sourceTitle: { column: 'Quelle' },
  sourceAddress: { column: 'Netz' },
  place: 'Seite',
  quote: 'Wortlaut',
  note: 'Anm.',
  ...more,
});
const table = (...rows: string[]) => `${HEADS.join(';')}\r\n${rows.join('\r\n')}\r\n`;
const ROW = 'Ada Öler;Mitglied von;Bund e.V.;3.4.2021;Die Zeitung;https://example.org/1;S. 4;"sagte ""nein"";\r\nzweite Zeile";geprüft';
const reasons = ({ rejected }: Converted) => rejected.map(({ reason, count, places }) => [reason, count, places]);

describe('a table', () => {
  it.each<[string, string, string[][]]>([
    ['semicolons', 'a;b\r\n1,5;2\r\n', [['1,5', '2']]],
    ['tabs', 'a\tb\n"1\t2"\t3\n', [['1\t2', '3']]],
    ['commas, and a mark of the order of bytes', '\uFEFFa,b\n"x, ""y""\nz",\n', [['x, "y"\nz', '']]],
    ['more cells by the right one', 'a;b;c\n1,2;3;4,5\n', [['1,2', '3', '4,5']]],
  ])('is cut by what most rows agree on: %s', (_, text, rows) => expect(readTable(text)?.rows.map(({ cells }) => cells)).toEqual(rows));
  it.each(['{"a":1,\n"b":2,\n"c":3}', '[1,2]\n[1,2]', '<a>,<b>\n<c>,<d>', 'one line, with a comma', 'no\ntable\nat all', ''])('is not %j', (text) =>
    expect(readTable(text)).toBeUndefined(),
  );
  it('has each name in its head once', () => expect(readTable('a,a, ,"b\nc"\n1,2,3,4')?.heads).toEqual(['a', 'a (2)', 'column 3', 'b c']));
  it('of any cells, with any separator and quoting, is read as it was written, each row at its line', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('', '"', '""', ',', ';', '\t', '\n', '\r\n', "it's", '-1', 'a,b;c\td'));
    checkProperty(
      'tables of any cells',
      fc.property(
        fc.constantFrom(...SEPARATORS),
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 9 }),
        fc.constantFrom('\n', '\r\n'),
        (separator, rows, end) => {
          // A cell that begins like a formula with an apostrophe before it is what an export of ours writes.
          fc.pre(rows.flat().every((one) => !one.startsWith("'") && !one.startsWith('\uFEFF')));
          const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
          const text = ['first', 'second', 'third'].join(separator) + end + rows.map((row) => row.map(quoted).join(separator) + end).join('');
          const found = readTable(text)!;
          expect(found.separator).toBe(separator);
          expect(found.faultAt).toBeUndefined();
          expect(found.rows.map(({ cells }) => cells)).toEqual(rows);
          const lines = rows.map((_, i) => 2 + rows.slice(0, i).reduce((sum, row) => sum + 1 + row.join('').split('\n').length - 1, 0));
          expect(found.rows.map(({ line }) => line)).toEqual(lines);
        },
      ),
    );
  });
});

describe('a row', () => {
  it('is a claim, unstated, that cites the source it names', () => {
    const made = read({ text: table(ROW), mapping: mapping() });
    expect(made.problems).toEqual([]);
    expect(made.content.claims).toHaveLength(1);
    expect(made.content.claims?.[0]?.citations).toMatchObject([
      {
        standing: { level: 'unstated' },
        originBasis: 'not-established',
        importOnly: true,
        happened: { edtf: '2021-04-03', basis: 'stated' },
        locator: { page: 4 },
        quote: 'sagte "nein";\nzweite Zeile',
        paraphrase: 'Converted: a row of an imported table, “Ada Öler – Mitglied von – Bund e.V.”. It says there: geprüft',
      },
    ]);
    expect(made.content.sources).toMatchObject([{ title: 'Die Zeitung', url: 'https://example.org/1', seen: false }]);
    expect(made.content.voices).toMatchObject([{ name: 'Die Zeitung', stake: 'unclear' }]);
    expect(made.content.entities?.map(({ type, names }) => [type, names[0]?.text])).toEqual([
      ['Person', 'Ada Öler'],
      ['Organization', 'Bund e.V.'],
    ]);
    expect(made.content.predicates).toMatchObject([{ forms: { finite: 'is linked as “Mitglied von” to' } }]);
  });
  it('without a source cites the file itself', () => {
    const made = read({ text: table('A;kennt;B;;;;;;'), mapping: mapping(), file: 'netz.csv' });
    expect(made.content.sources).toMatchObject([{ kind: 'imported file', title: 'Imported file netz.csv' }]);
  });
  it('tells nothing of the folders that the file is kept in, and is the same from another one', () => {
    const from = (folder: string) => read({ text: table('A;kennt;B;;;;;;'), mapping: mapping(), file: `${folder}netz.csv` }).content;
    expect(from('/home/ada/Leak of B/')).toEqual(from(''));
    expect(from('C:\\\\ada\\\\')).toEqual(from(''));
  });
  it('has its ids from what it says, not from its place: other rows, another order and other columns change none', () => {
    const ids = (...rows: string[]) =>
      read({ text: table(...rows), mapping: mapping() })
        .content.claims?.map(({ id }) => id)
        .sort();
    const [first, second] = ['A;kennt;B;;;;;;', 'A;kennt;C;;;;;;'];
    expect(ids(second, 'X;y;Z;;;;;;', first.replace(';;;', ';2020;Blatt;'))).toEqual(expect.arrayContaining(ids(first, second)!));
  });
  it('that says what another says joins it', () => {
    const made = read({ text: table('A;kennt;B;2020;;;;;', 'A;kennt;B;2021;;;;;', 'A;kennt;B;2021;;;;;'), mapping: mapping() });
    expect(made.content.claims).toHaveLength(1);
    expect(made.content.claims?.[0]?.citations.map(({ happened }) => happened)).toMatchObject([{ edtf: '2020' }, { edtf: '2021' }]);
    expect(made.taken).toHaveLength(3);
  });
  it.each<[string, string, Partial<ClaimsMapping>, string]>([
    ['too few cells', 'A;kennt;B', {}, 'its row has another number of cells than the head'],
    ['no subject', ' ;kennt;B;;;;;;', {}, 'it has no subject'],
    ['no predicate', 'A;;B;;;;;;', {}, 'it does not say how its two ends are linked'],
    ['a name that turns the line', 'A\u202E;kennt;B;;;;;;', {}, 'its subject is no name that can be kept as it is written'],
    ['an unknown type', 'A;kennt;B;;;;;;', { objectType: { column: 'Art' } }, "its type “kennt” is none of the model's"],
    ['an id that is none', 'A b;kennt;B;;;;;;', { ends: 'ids' }, 'its subject is no id of an entity of the case'],
    ['an entity that is not there', 'A;kennt;B;;;;;;', { ends: 'nodes' }, 'its subject is not among the entities that were taken over'],
    ['a predicate that does not fit', 'A;kennt;B;;;;;;', { predicate: { id: 'born-in' } }, '“born-in” does not link a Person to a Organization'],
  ])('that cannot be read is rejected with its line and a remedy: %s', (_, row, more, reason) => {
    const made = read({ text: table(ROW, row), mapping: mapping(more) });
    expect(reasons(made)).toContainEqual([reason, expect.any(Number), expect.arrayContaining(['line 4'])]);
    expect(made.rejected.every(({ remedy }) => remedy !== undefined && remedy !== '')).toBe(true);
  });
  it('is taken without what cannot be read, which is counted with the columns that nothing takes', () => {
    const row = `A;kennt;B;03/04/2021;;ftp://x;${'9'.repeat(600)};${'w'.repeat(1_001)};${'n'.repeat(4_001)}`;
    const { note: _, ...rest } = mapping();
    expect(
      read({ text: table(row), mapping: mapping() })
        .lost.map(({ reason }) => reason)
        .sort(),
    ).toEqual([
      'a date that is none, or may be read in two ways',
      'a note that is too long, or holds what would be taken out of it',
      'an address of a source that is none of the web',
      'words of a passage that are too many, or hold what would be taken out of them',
    ]);
    expect(read({ text: table(ROW), mapping: rest }).lost).toMatchObject([{ reason: 'the column “Anm.”', count: 1, places: ['line 2'] }]);
  });
  it('with a text as object says it of the subject', () => {
    const made = read({ text: table('A;Beruf;=Anwältin;;;;;;'), mapping: mapping({ objectIs: 'text' }) });
    expect(made.problems).toEqual([]);
    expect(made.content.claims?.[0]?.object).toEqual({ text: '=Anwältin', lang: 'und' });
    const chosen = read({ text: table('A;Beruf;Anwältin;;;;;;'), mapping: mapping({ objectIs: 'text', predicate: { id: 'described-as' } }) });
    expect([chosen.problems, chosen.content.claims?.[0]?.predicate]).toEqual([[], 'described-as']);
  });
});

describe('a predicate', () => {
  const of = (words: string, more: Partial<ClaimsMapping> = {}) => {
    const made = read({ text: table(`A;${words};B;;;;;;`), mapping: mapping({ objectType: { fixed: 'Person' }, ...more }) });
    expect(made.problems).toEqual([]);
    return made.content.claims?.[0]?.predicate;
  };
  it('of the core vocabulary is taken for its own words, and never for words that accuse', () => {
    expect(of('is a member of', { objectType: { fixed: 'Organization' } })).toBe('member-of');
    expect(of('works-for', { objectType: { fixed: 'Organization' } })).toBe('works-for');
    expect(of('hired')).toBe('foreign:hired');
    expect(of('killed')).toBe('foreign:killed');
  });
  it('that the mapping chooses is taken, whatever it says', () => {
    expect(of('hired', { predicates: [{ cell: 'hired', id: 'hired' }] })).toBe('hired');
    expect(of('kennt', { predicate: { id: 'communicated-with' } })).toBe('communicated-with');
  });
  it('without direction says one thing, from whichever end it is written', () => {
    const made = read({
      text: table('A;kennt;B;;;;;;', 'B;kennt;A;;;;;;'),
      mapping: mapping({ objectType: { fixed: 'Person' }, predicate: { id: 'communicated-with' } }),
    });
    expect([made.problems, made.content.claims?.length]).toEqual([[], 1]);
  });
  it('of words in another script is not that of other words', () => {
    expect(of('знает')).not.toBe(of('работает с'));
  });
});

describe('an entity', () => {
  const NODES = { text: 'id,label,type,born\n1,Ada,Person,1980\n2,Bund,verein,\n2,Zwei,Person,\n,None,Person,\n', file: 'nodes.csv' };
  const nodes = (more: object = {}): Given => ({
    ...NODES,
    mapping: { heads: ['id', 'label', 'type', 'born'], rows: 'entities', id: 'id', name: 'label', type: { column: 'type' }, ...more },
  });
  const edges: Given = {
    text: 'source,target\n1,2\n1,3\n',
    file: 'edges.csv',
    mapping: {
      heads: ['source', 'target'],
      rows: 'claims',
      ends: 'nodes',
      subject: 'source',
      object: 'target',
      objectIs: 'entity',
      predicate: { fixed: 'linked to' },
    },
  };
  it('of a table of its own stands at the ends of another, whichever comes first', () => {
    for (const tables of [
      [nodes(), edges],
      [edges, nodes()],
    ]) {
      const made = read(...tables);
      expect(made.problems).toEqual([]);
      expect(made.content.entities?.map(({ id, type }) => [id, type])).toEqual([
        ['foreign:1', 'Person'],
        ['foreign:2', 'Organization'],
      ]);
      expect(made.content.claims).toMatchObject([{ subject: 'foreign:1', object: 'foreign:2' }]);
      expect(
        reasons(made)
          .map(([reason]) => reason)
          .sort(),
      ).toEqual(['another row has its id', 'it has no id', 'its object is not among the entities that were taken over']);
      expect(made.lost).toMatchObject([{ reason: 'the column “born”', count: 1 }]);
    }
  });
  it('of the case is meant only where the mapping says so, or by its id', () => {
    const chosen = read(nodes({ entities: [{ cell: 'Ada', id: 'ada-of-the-case' }] }), edges);
    expect(chosen.content.claims?.[0]?.subject).toBe('ada-of-the-case');
    expect(chosen.content.entities?.map(({ id }) => id)).toEqual(['foreign:2']);
    const byId = read({ text: table('ada;kennt;bert;;;;;;'), mapping: mapping({ ends: 'ids' }) });
    expect(byId.content.claims).toMatchObject([{ subject: 'ada', object: 'bert' }]);
    expect(byId.content.entities).toBeUndefined();
  });
  it('of one name has one type', () => {
    const made = read({ text: table('A;kennt;B;;;;;;', 'B;kennt;C;;;;;;'), mapping: mapping() });
    expect(reasons(made)).toEqual([['its subject is a Organization in an earlier row, and a Person here', 1, ['line 3']]]);
  });
});

it.each([
  ['2021-03-04', '2021-03-04'],
  ['2021-03-04 10:30', '2021-03-04'],
  ['4.3.2021', '2021-03-04'],
  ['04/03/2021', undefined],
  ['04/13/2021', '2021-04-13'],
  ['13/04/2021', '2021-04-13'],
  ['5/5/2021', '2021-05-05'],
  ['03.2021', '2021-03'],
  ['2021', '2021'],
  ['summer 2022', '2022-22'],
  ['31.2.2021', undefined],
  ['gestern', undefined],
  ['85', undefined],
])('the date %j is %j', (cell, date) => expect(dateOfCell(cell, undefined)).toBe(date));
it('of numbers alone is read in the order that the mapping gives', () => {
  expect([dateOfCell('04/03/2021', 'day'), dateOfCell('04/03/2021', 'month')]).toEqual(['2021-03-04', '2021-04-03']);
});

describe('what is proposed', () => {
  const propose = (text: string, beside = false) => {
    const { heads, rows } = readTable(text)!;
    const proposed = proposeMapping(heads, rows, beside);
    expect(tableMapping.safeParse(proposed).success).toBe(true);
    return proposed;
  };
  it('follows the names in the head', () => {
    expect(propose('Von;Beziehung;An;Datum;Quelle;Adresse;Bemerkung\nA;b;C;1.2.2020;Z;https://x.example/;n\n')).toMatchObject({
      subject: 'Von',
      object: 'An',
      predicate: { column: 'Beziehung' },
      happened: 'Datum',
      sourceTitle: { column: 'Quelle' },
      sourceAddress: { column: 'Adresse' },
      note: 'Bemerkung',
    });
    expect(propose('Source,Target,Type,Weight\n1,2,Directed,1\n', true)).toMatchObject({
      subject: 'Source',
      object: 'Target',
      ends: 'nodes',
      predicate: { column: 'Type' },
    });
    expect(propose('Id,Label,Type\n1,Ada,person\n')).toMatchObject({ rows: 'entities', id: 'Id', name: 'Label', type: { column: 'Type' } });
  });
  it('is a mapping for any table', () => {
    const head = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('source', 'target', 'Von', 'type', 'id', 'label', 'date', 'constructor', '__proto__'),
    );
    checkProperty(
      'proposed mappings',
      fc.property(fc.array(head, { minLength: 2, maxLength: 12 }), fc.boolean(), (heads, beside) => {
        const quoted = heads.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
        const found = readTable(`${quoted}\n${heads.map((_, i) => `x${i}`).join(',')}\n`);
        fc.pre(found !== undefined);
        const proposed = proposeMapping(found.heads, found.rows, beside);
        expect(tableMapping.safeParse(proposed).error).toBeUndefined();
        read({ text: `${quoted}\n${heads.map((_, i) => `x${i}`).join(',')}\n`, mapping: proposed });
      }),
    );
  });
});

it('made of our own CSV set gives the same claims between the same entities, for any records', { timeout: 60_000 }, () => {
  const ends = (of: Records) =>
    [...of.claims.values()].flatMap(({ subject, predicate, object }) => {
      const [from, to] = [of.entities.get(subject), typeof object === 'string' ? of.entities.get(object) : undefined];
      return from && to ? [JSON.stringify([displayName(from).text, predicate, displayName(to).text])] : [];
    });
  let told = 0;
  checkProperty(
    'a mapped table of our own set',
    fc.property(arbitraryRecords(), (of) => {
      const files = new Map(writtenFiles(exporter, wholeInput(of)).map(({ name, text }) => [name, text]));
      const [nodes, edges] = [files.get('nodes.csv')!, files.get('edges.csv')!];
      const [nodeTable, edgeTable] = [readTable(nodes), readTable(edges)];
      fc.pre(nodeTable !== undefined && edgeTable !== undefined);
      const predicates = [...of.predicates.keys()].map((id) => ({ cell: id, id }));
      const made = foreignTables.convert({
        file: 'set',
        dataset: 'foreign',
        records: [
          ...rowsOf({ text: nodes, mapping: { heads: nodeTable.heads, rows: 'entities', id: 'id', name: 'label', type: { column: 'type' } } }),
          ...rowsOf({
            text: edges,
            mapping: {
              heads: edgeTable.heads,
              rows: 'claims',
              ends: 'nodes',
              subject: 'subject',
              object: 'object',
              objectIs: 'entity',
              predicate: { column: 'type' },
              predicates,
            },
          }),
        ],
      });
      const content = made.files[0]?.content as unknown as CuratedFile;
      const nameOf = new Map((content.entities ?? []).map(({ id, names }) => [id, names[0]?.text]));
      const claims = (content.claims ?? []).map(({ subject, predicate, object }) =>
        JSON.stringify([nameOf.get(subject), predicate, nameOf.get(object as string)]),
      );
      told += claims.length;
      const swapped = (one: string) => JSON.stringify((JSON.parse(one) as string[]).toReversed());
      const expected = new Set(ends(of));
      expect(claims.filter((one) => !expected.has(one) && !expected.has(swapped(one)))).toEqual([]);
      expect(new Set(claims).size).toBe(expected.size);
      expect((content.claims ?? []).every(({ citations }) => citations.every(({ standing, importOnly }) => standing?.level === 'unstated' && importOnly))).toBe(
        true,
      );
    }),
    { runs: 60 },
  );
  expect(told).toBeGreaterThan(50);
});
