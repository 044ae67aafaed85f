import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { edge } from '../../testing/build-views.ts';
import { claimColumns } from './claim-columns.tsx';
import { rowsAsText, valuesOf, wordSearch } from './columns.ts';

const names = new Map([
  ['iran', 'Iran'],
  ['gang', 'Gang of Łódź'],
]);
const columns = claimColumns(
  (id) => names.get(id) ?? id,
  (id) => `Source ${id}`,
);
const column = (id: string) => columns.find((one) => one.id === id)!;
const hired = edge('hired', 'iran', 'gang', {
  level: 'charged',
  rank: 3,
  happened: [{ edtf: '2022-07', basis: 'inferred', from: '2022-07-01', to: '2022-07-31' }],
  by: [{ id: 'court', name: 'A court' }],
});
const told = edge('told', 'unknown', 'text', { text: { text: 'Go\tnow', lang: 'en', quoted: true }, origins: 0, originsOpen: true, intended: true });

describe('a cell of a claim', () => {
  it('says who, what and whom, also where nobody is known or an end is a text', () => {
    expect(['who', 'what', 'whom', 'by'].map((id) => column(id).text(hired))).toEqual(['Iran', 'hired', 'Gang of Łódź', 'A court']);
    expect(['who', 'what', 'whom'].map((id) => column(id).text(told))).toEqual(['unknown', 'intended: hired', '“Go\tnow”']);
  });
  it('marks a date that was worked out, and an origin that is open', () => {
    expect(column('happened').text(hired)).toBe('July 2022 †');
    expect(column('origins').text(told)).toBe('0+?');
    expect(column('happened').text(told)).toBe('');
  });
});

describe('the search in rows', () => {
  const finds = wordSearch(columns);
  it('takes words in any order, capitals and marks, over all columns', () => {
    expect(finds(hired, 'lodz IRAN')).toBe(true);
    expect(finds(hired, 'charged hired')).toBe(true);
    expect(finds(hired, 'iran paid')).toBe(false);
    expect(finds(told, '  ')).toBe(true);
  });
});

describe('the values of a column', () => {
  it('are counted, the most frequent first, and stand in order where they are numbers', () => {
    const many = [hired, told, edge('a', 'iran', 'gang'), edge('b', 'iran', 'gang')];
    expect(valuesOf(column('who'), many)).toEqual([
      ['Iran', 3],
      ['unknown', 1],
    ]);
    expect(valuesOf(column('origins'), many)).toEqual([
      ['1', 3],
      ['0+?', 1],
    ]);
  });
  it('add up to the rows, whatever they are', () => {
    checkProperty(
      'every row has one value',
      fc.property(fc.array(fc.constantFrom('constructor', '', 'a', '__proto__')), (ids) => {
        const items = ids.map((id) => ({ id }));
        const of = valuesOf({ id: 'x', label: 'X', width: [1, 1], text: ({ id }) => id, value: ({ id }) => id }, items);
        expect(of.reduce((sum, [, n]) => sum + n, 0)).toBe(items.length);
        expect(new Set(of.map(([value]) => value)).size).toBe(of.length);
      }),
    );
  });
});

describe('rows as text', () => {
  it('are a line each under the names of the columns, whatever stands in a cell', () => {
    expect(rowsAsText([column('who'), column('whom')], [hired, told])).toBe('Who\tWhom\nIran\tGang of Łódź\nunknown\t“Go now”');
  });
  it('have as many lines and cells as rows and columns', () => {
    checkProperty(
      'no cell breaks its line',
      fc.property(fc.array(fc.string()), (texts) => {
        const lines = rowsAsText(
          [column('who'), column('sentence')],
          texts.map((sentence, i) => edge(`c${i}`, 'iran', 'gang', { sentence })),
        ).split('\n');
        expect(lines).toHaveLength(texts.length + 1);
        for (const line of lines) expect(line.split('\t')).toHaveLength(2);
      }),
    );
  });
});
