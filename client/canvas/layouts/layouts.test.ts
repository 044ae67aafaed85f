import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../server/domain/picturing/place/seeded-random.ts';
import { underneath } from './underneath.ts';
import { proportion } from './fold-columns.ts';
import { settleColumns } from './settle-columns.ts';
import { stagger } from './settle-columns.ts';
import { positionsOf } from '../../testing/build-views.ts';

describe('the layered layout', () => {
  it('is stretched in width where it is tall, in the same order, and at most to twice the width', () => {
    const tall = positionsOf({ a: { x: 0, y: 0 }, b: { x: 100, y: 1000 }, c: { x: 50, y: 500 } });
    expect(proportion(tall)).toEqual(positionsOf({ a: { x: 0, y: 0 }, b: { x: 200, y: 1000 }, c: { x: 100, y: 500 } }));
    const even = positionsOf({ a: { x: 0, y: 0 }, b: { x: 900, y: 500 } });
    expect(proportion(even)).toEqual(even);
    expect(proportion(positionsOf({ a: { x: 3, y: 4 } }))).toEqual(positionsOf({ a: { x: 3, y: 4 } }));
  });
  it('is stretched in height where it is flat', () => {
    expect(proportion(positionsOf({ a: { x: 0, y: 0 }, b: { x: 900, y: 100 } }))).toEqual(positionsOf({ a: { x: 0, y: 0 }, b: { x: 900, y: 170 } }));
  });
  it('puts entities joined within a column next to each other, and keeps the positions of the column', () => {
    const column = positionsOf({ a: { x: 0, y: 0 }, b: { x: 0, y: 100 }, c: { x: 0, y: 200 } });
    const settled = settleColumns(column, [{ source: 'a', target: 'c' }]);
    expect(Math.abs(settled.get('a')!.y - settled.get('c')!.y)).toBe(100);
    expect([...settled.values()].map((p) => p.y).toSorted((x, y) => x - y)).toEqual([0, 100, 200]);
    expect(settleColumns(column, [{ source: 'a', target: 'b' }])).toEqual(column);
  });
  it('moves entities aside only where an edge would cross one', () => {
    const column = positionsOf({ a: { x: 0, y: 0 }, b: { x: 0, y: 100 }, c: { x: 0, y: 200 } });
    expect(stagger(column, [{ source: 'a', target: 'b' }])).toEqual(column);
    expect(stagger(column, [{ source: 'a', target: 'c' }]).get('b')!.x).toBeGreaterThan(0);
  });
  it('has legal acts and places in rows under it, each near what it belongs to, without overlaps', () => {
    const above = positionsOf({ iran: { x: 0, y: 0 }, plot: { x: 800, y: 0 } });
    const edges = [
      { source: 'plot', target: 'case' },
      { source: 'iran', target: 'treaty' },
    ];
    const below = underneath(['case', 'treaty', 'fatwa', 'place'], edges, above);
    expect(below.get('case')!.x).toBeGreaterThan(below.get('treaty')!.x);
    expect([...below.values()].every((p) => p.y > 0)).toBe(true);
    expect(new Set([...below.values()].map((p) => `${p.x} ${p.y}`)).size).toBe(4);
    expect(underneath(['place', 'fatwa', 'treaty', 'case'], edges, above)).toEqual(below);
  });
});

describe('seeded random numbers', () => {
  it('repeat exactly, and stay within bounds', () => {
    const a = seededRandom(1);
    const b = seededRandom(1);
    const drawn = Array.from({ length: 500 }, () => a());
    expect(drawn).toEqual(Array.from({ length: 500 }, () => b()));
    expect(drawn.every((n) => n >= 0 && n < 1)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(490);
  });
});
