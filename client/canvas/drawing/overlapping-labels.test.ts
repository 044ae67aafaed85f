import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlappingLabels, type LabelBox } from './overlapping-labels.ts';

const box = (id: string, x: number, y: number, priority = 0): LabelBox => ({ id, x1: x, y1: y, x2: x + 100, y2: y + 20, priority });
const meets = (a: LabelBox, b: LabelBox): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

describe('hiding labels that overlap', () => {
  it('hides none where there is room, or where they only touch', () => {
    expect(overlappingLabels([box('a', 0, 0), box('b', 100, 0), box('c', 0, 20), box('d', 900, 0)]).size).toBe(0);
  });
  it('keeps those of the highest priority, whatever their order', () => {
    const names = [box('few', 10, 5, 1), box('many', 0, 0, 9), box('read', 50, 10, 99)];
    expect([...overlappingLabels(names)].toSorted()).toEqual(['few', 'many']);
    expect([...overlappingLabels(names.toReversed())].toSorted()).toEqual(['few', 'many']);
  });
  it('hides a label only for one that is shown, not for a hidden one', () => {
    expect([...overlappingLabels([box('a', 0, 0, 3), box('b', 90, 0, 2), box('c', 180, 0, 1)])]).toEqual(['b']);
  });
  it('hides labels over fixed boxes, whatever their priority', () => {
    expect([...overlappingLabels([box('a', 0, 0, 99), box('b', 200, 0)], [{ x1: 90, y1: 0, x2: 130, y2: 40 }])]).toEqual(['a']);
  });
  it('leaves no two that overlap, and hides none without need, anywhere on the drawing', () => {
    const names = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        x: fc.integer({ min: -900, max: 900 }),
        y: fc.integer({ min: -900, max: 900 }),
        w: fc.integer({ min: 1, max: 400 }),
        h: fc.integer({ min: 1, max: 60 }),
        priority: fc.integer({ min: -3, max: 3 }),
      }),
      { selector: (one) => one.id, maxLength: 60 },
    );
    fc.assert(
      fc.property(names, (made) => {
        const all = made.map(({ id, x, y, w, h, priority }): LabelBox => ({ id, x1: x, y1: y, x2: x + w, y2: y + h, priority }));
        const out = overlappingLabels(all);
        const left = all.filter((one) => !out.has(one.id));
        for (const a of left) for (const b of left) if (a !== b && meets(a, b)) return false;
        return all
          .filter((one) => out.has(one.id))
          .every((gone) => left.some((kept) => meets(gone, kept) && (kept.priority > gone.priority || (kept.priority === gone.priority && kept.id < gone.id))));
      }),
      { numRuns: 300 },
    );
  });
});
