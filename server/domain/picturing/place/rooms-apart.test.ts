import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Room, roomsApart } from './rooms-apart.ts';

const room: fc.Arbitrary<Room> = fc.record({
  x: fc.integer({ min: -300, max: 300 }),
  y: fc.integer({ min: -300, max: 300 }),
  left: fc.integer({ min: 20, max: 80 }),
  right: fc.integer({ min: 20, max: 80 }),
  top: fc.integer({ min: 20, max: 25 }),
  bottom: fc.integer({ min: 20, max: 60 }),
});
const overlap = (a: Room, b: Room): boolean =>
  a.x - a.left < b.x + b.right && b.x - b.left < a.x + a.right && a.y - a.top < b.y + b.bottom && b.y - b.top < a.y + a.bottom;

describe('bodies with their names, moved apart for print', () => {
  it('overlap nowhere, whatever their places', () => {
    fc.assert(
      fc.property(fc.array(room, { maxLength: 25 }), (rooms) => {
        const at = roomsApart(rooms).map((place, i) => ({ ...rooms[i]!, ...place }));
        for (const [i, a] of at.entries()) for (const b of at.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
  it('stay where they are where none overlaps', () => {
    const rooms = [0, 200, 400].map((x) => ({ x, y: 0, left: 70, right: 70, top: 20, bottom: 50 }));
    expect(roomsApart(rooms)).toEqual(rooms.map(({ x, y }) => ({ x, y })));
  });
  it('keep the shape of the drawing where one factor is enough', () => {
    const rooms = [0, 100, 400].map((x) => ({ x, y: 0, left: 70, right: 70, top: 20, bottom: 50 }));
    const [a, b, c] = roomsApart(rooms);
    expect((c!.x - a!.x) / (b!.x - a!.x)).toBeCloseTo(4);
    expect(b!.x - a!.x).toBeGreaterThanOrEqual(140);
  });
});
