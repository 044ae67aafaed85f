import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../testing/check-property.ts';
import { ROW_GAP } from './settle.ts';
import { type Columns, sift, type Stood } from './sift.ts';

const block = (id: string, height = 28): Stood => ({ id, width: 120, height });
const stacked = (columns: Columns['columns']): Map<string, number> => {
  const y = new Map<string, number>();
  for (const items of columns) {
    let top = 0;
    for (const { id, height } of items) {
      y.set(id, top);
      top += height + ROW_GAP;
    }
  }
  return y;
};
const link = (a: string, b: string) => ({ a, b });

describe('sifting', () => {
  it('unravels two columns whose lines all cross', () => {
    const columns = [
      [block('a'), block('b'), block('c')],
      [block('x'), block('y'), block('z')],
    ];
    const given = { columns, lanes: [0, 1], height: 400, width: 240 };
    const { crossings, columns: after } = sift(given, [link('a', 'z'), link('b', 'y'), link('c', 'x')], stacked(columns));
    expect(crossings).toBe(0);
    expect(after[0]).toEqual(after[1]!.map((id) => ({ x: 'c', y: 'b', z: 'a' })[id]));
  });

  it('moves a block to another column of its lane, and to none of another lane', () => {
    // In the order given the line from "s" to "t" passes by those of "m".
    const columns = [[block('s')], [block('t'), block('u')], [block('m')], [block('n')]];
    const given = { columns, lanes: [0, 1, 1, 2], height: 300, width: 480 };
    const { columns: after } = sift(given, [link('s', 'm'), link('t', 'n'), link('u', 'n')], stacked(columns));
    expect(after[0]).toEqual(['s']);
    expect(after[3]).toEqual(['n']);
    expect([...after[1]!, ...after[2]!].toSorted()).toEqual(['m', 't', 'u']);
  });

  it('loses nothing, lets nothing overlap, keeps lanes and room, and repeats', () => {
    const any = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 20, max: 60 })), { minLength: 2, maxLength: 24 }),
        fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 40 }),
      )
      .map(([blocks, ends]) => {
        const all = blocks.map(([lane, height], n) => ({ lane, item: block(`b${n}`, height) }));
        const lanes = [0, 1, 1, 2];
        const columns = lanes.map((lane, n) => all.filter((one, i) => one.lane === lane && (lane !== 1 || i % 2 === n % 2)).map(({ item }) => item));
        const used = columns.map((items, n) => ({ items, lane: lanes[n]! })).filter(({ items }) => items.length > 0);
        const links = ends.map(([a, b]) => link(`b${a % all.length}`, `b${b % all.length}`));
        return {
          given: { columns: used.map(({ items }) => items), lanes: used.map(({ lane }) => lane), height: 2_000, width: 600 },
          links,
          laneOf: new Map(all.map(({ item, lane }) => [item.id, lane])),
        };
      });
    checkProperty(
      'sifted blocks stand as blocks do',
      fc.property(any, ({ given, links, laneOf }) => {
        const { y, columns, crossings } = sift(given, links, stacked(given.columns));
        expect(columns.flat().toSorted()).toEqual(
          given.columns
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        );
        const heightOf = new Map(given.columns.flat().map(({ id, height }) => [id, height]));
        for (const [n, ids] of columns.entries()) {
          for (const [i, id] of ids.entries()) {
            expect(laneOf.get(id)).toBe(given.lanes[n]);
            if (i > 0) expect(y.get(id)!).toBeGreaterThanOrEqual(y.get(ids[i - 1]!)! + heightOf.get(ids[i - 1]!)! + ROW_GAP - 1);
          }
        }
        expect(crossings).toBeGreaterThanOrEqual(0);
        expect(sift(given, links, stacked(given.columns))).toEqual({ y, columns, crossings });
      }),
    );
  });
});
