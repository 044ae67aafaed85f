/** What is told covers nothing that is pressed, wherever there is room. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkProperty } from '../../server/domain/testing/check-property.ts';
import { type Box, freePlace, shared } from './free-place.ts';

const within: Box = { left: 0, top: 52, right: 800, bottom: 600 };
const box = fc
  .record({
    left: fc.integer({ min: 0, max: 780 }),
    top: fc.integer({ min: 52, max: 580 }),
    width: fc.integer({ min: 4, max: 400 }),
    height: fc.integer({ min: 4, max: 300 }),
  })
  .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height }));
const placed = ({ left, top }: { left: number; top: number }, width: number, height: number): Box => ({ left, top, right: left + width, bottom: top + height });

it('a place is within the window, and free where a strip across it is', () => {
  checkProperty(
    'a free place is found',
    fc.property(fc.array(box, { maxLength: 12 }), fc.integer({ min: 60, max: 520 }), (boxes, free) => {
      // Room for the notice and one step, across the whole width.
      const strip: Box = { left: 0, right: 800, top: free, bottom: free + 58 };
      const avoid = boxes.filter((one) => shared(one, strip) === 0);
      const at = placed(freePlace({ width: 300, height: 50, within, avoid, near: { x: 400, y: 560 } }), 300, 50);
      expect(at.left >= 0 && at.right <= 800 && at.top >= 52 && at.bottom <= 600).toBe(true);
      expect(avoid.reduce((sum, one) => sum + shared(at, one), 0)).toBe(0);
    }),
  );
});
it('it is the one wished for where that is free, and at the start where there is no room', () => {
  const wish = { width: 300, height: 50, avoid: [], near: { x: 400, y: 560 } };
  expect(freePlace({ ...wish, within })).toEqual({ left: 250, top: 535 });
  expect(freePlace({ ...wish, within: { left: 10, top: 20, right: 100, bottom: 40 } })).toEqual({ left: 10, top: 20 });
});
