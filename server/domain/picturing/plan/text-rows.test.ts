import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure } from '../picture.ts';
import { measureByTable } from './measure.ts';
import { textRows } from './text-rows.ts';

/** Each letter as wide as its size. */
const even: Measure = (text, size) => [...text].length * size;
const rowsOf = (text: string, letters: number, most = 99): string[] =>
  textRows(text, letters, most, { size: 1, weight: 400 }, even).rows.map((row) => row.text);

describe('a text in rows', () => {
  it('breaks at spaces, and a word that is too long within it', () => {
    expect(rowsOf('one two three', 8)).toEqual(['one two', 'three']);
    expect(rowsOf('a donaudampfschifffahrt ends', 10)).toEqual(['a', 'donaudampf', 'schifffahr', 't ends']);
  });
  it('breaks Chinese, Japanese and Thai between words, with no space and no mark at the start of a row', () => {
    expect(rowsOf('德黑兰的一个法院。', 8)).toEqual(['德黑兰的一个', '法院。']);
    expect(rowsOf('case 德黑兰', 6)).toEqual(['case', '德黑兰']);
    for (const text of ['革命裁判所、テヘラン。「判決」が出た。', '关于“伊朗”的案件，以及其他。', 'ศาลปฏิวัติแห่งกรุงเตหะราน'])
      for (let width = 6; width < 14; width += 1) {
        const rows = rowsOf(text, width);
        expect(rows.join('')).toBe(text);
        expect(rows.filter((row) => /^[、。」”，]/u.test(row))).toEqual([]);
        expect(rows.filter((row) => /[「“]$/u.test(row))).toEqual([]);
      }
  });
  it('keeps an emoji of several signs whole', () => {
    expect(rowsOf('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 5)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧', '👨‍👩‍👧']);
  });
  it('loses nothing and exceeds no width, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const { rows, cut } = textRows(text, width, 999, { size: 12, weight: 400 }, measureByTable);
        expect(cut).toBe(false);
        expect(rows.map((row) => row.text.replaceAll(/\s/gu, '')).join('')).toBe(text.replaceAll(/\s/gu, ''));
        for (const row of rows) expect(row.width <= width || [...new Intl.Segmenter().segment(row.text)].length === 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
