import { describe, expect, it } from 'vitest';
import { csvTable, type Cell } from './csv-table.ts';

const textOf = (rows: Cell[][][]) => [...csvTable(['a'], rows)].join('');
const cellOf = (text: string | number) => textOf([[[text]]]).slice('\uFEFFa\r\n'.length, -2);

describe('a table as CSV', () => {
  it('begins with a byte-order mark (fault 14)', () => {
    expect([...new TextEncoder().encode(textOf([]))].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    '=1+1',
    ' =1+1',
    '\n=1+1',
    '\u00A0+1',
    '\u200B-1',
    '\u3164@x',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' ＝1',
    '\t',
    '\tx',
    '\rx',
    '\u0301=1',
    '\u202E=1',
    '﹦1',
  ])('puts an apostrophe before %j, so that no spreadsheet runs it (fault 14)', (text) => {
    expect(cellOf(text)).toBe(`"'${text}"`);
  });

  it.each(['a=1', 'Ann', '1+1', '', 'علی-نژاد'])('leaves %j as it is', (text) => {
    expect(cellOf(text)).toBe(text);
  });

  it('leaves numbers of its own numbers', () => {
    expect(cellOf(-1)).toBe('-1');
  });
});
