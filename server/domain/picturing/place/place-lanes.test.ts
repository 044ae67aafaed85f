import { describe, expect, it } from 'vitest';
import { type Item, placeLanes } from './place-lanes.ts';

const items: Item[] = ([0, 1, 2, 3, 4, 5] as const).map((lane) => ({ id: `e${lane}`, lane, width: 150, height: 30 }));
const placed = (width: number) => placeLanes(items, [{ a: 'e0', b: 'e1' }], new Map(), { width, height: 500 }, 'swept');

describe('lanes', () => {
  it('stand apart where there is room, and share columns where there is less', () => {
    expect(placed(1_400).lanes).toHaveLength(6);
    expect(placed(700).lanes.length).toBeLessThan(6);
    expect(placed(700).width).toBeLessThanOrEqual(700);
  });

  it('are no more than fit side by side on a phone', () => {
    expect(placed(400).lanes).toHaveLength(2);
    expect(placed(400).width).toBeLessThanOrEqual(400);
    expect(placed(200).lanes).toHaveLength(1);
    expect(placed(200).lanes[0]!.lanes).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
