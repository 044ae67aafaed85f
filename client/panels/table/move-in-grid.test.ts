import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { moved } from './move-in-grid.ts';

const size = { rows: 10, columns: 4, page: 5, jump: false, rtl: false, head: true };
const KEYS = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'];

describe('a key in a grid', () => {
  it('leads to the next cell, the next page, or the end', () => {
    expect(moved({ row: 0, column: 0 }, 'ArrowDown', size)).toEqual({ row: 1, column: 0 });
    expect(moved({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: -1, column: 0 });
    expect(moved({ row: 0, column: 2 }, 'ArrowUp', { ...size, head: false })).toEqual({ row: 0, column: 2 });
    expect(moved({ row: 3, column: 0 }, 'PageDown', size)).toEqual({ row: 8, column: 0 });
    expect(moved({ row: 3, column: 1 }, 'End', { ...size, jump: true })).toEqual({ row: 9, column: 3 });
    expect(moved({ row: 3, column: 1 }, 'Home', size)).toEqual({ row: 3, column: 0 });
    expect(moved({ row: 3, column: 1 }, 'x', size)).toBeUndefined();
  });
  it('leads the other way where the page reads from right to left', () => {
    expect(moved({ row: 3, column: 1 }, 'ArrowLeft', { ...size, rtl: true })).toEqual({ row: 3, column: 2 });
    expect(moved({ row: 3, column: 1 }, 'ArrowLeft', size)).toEqual({ row: 3, column: 0 });
  });
  it('never leads out of the grid', () => {
    checkProperty(
      'every place reached is a cell or the head',
      fc.property(
        fc.record({
          rows: fc.nat(30),
          columns: fc.integer({ min: 1, max: 9 }),
          page: fc.integer({ min: 1, max: 50 }),
          jump: fc.boolean(),
          rtl: fc.boolean(),
          head: fc.boolean(),
        }),
        fc.array(fc.constantFrom(...KEYS), { maxLength: 30 }),
        (of, keys) => {
          let place = { row: of.rows === 0 ? -1 : 0, column: 0 };
          for (const key of keys) {
            place = moved(place, key, of)!;
            expect(place.row).toBeGreaterThanOrEqual(of.head || of.rows === 0 ? -1 : 0);
            expect(place.row).toBeLessThan(Math.max(of.rows, 0));
            expect(place.column).toBeGreaterThanOrEqual(0);
            expect(place.column).toBeLessThan(of.columns);
          }
        },
      ),
    );
  });
});
