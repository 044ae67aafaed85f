import { describe, expect, it } from 'vitest';
import { dayOf, timeScale } from './time-scale.ts';

const places = Array.from({ length: 12 }, (_, i) => ({ day: dayOf(`20${10 + i}-03-01`), x: Math.round((dayOf(`20${10 + i}-03-01`) - 14_000) * 0.3) }));

describe('the scale of a timeline', () => {
  it('is computed from positions, and counts entities that are not at their date', () => {
    const scale = timeScale([...places, { day: dayOf('2012-01-01'), x: 9_000 }])!;
    expect(scale.perDay).toBeCloseTo(0.3, 2);
    expect(scale.off).toBe(1);
    expect(scale.first).toBe(dayOf('2010-03-01'));
  });
  it('is computed from mirrored positions too', () => {
    expect(timeScale(places.map(({ day, x }) => ({ day, x: -x })))!.perDay).toBeCloseTo(-0.3, 2);
  });
  it('is undefined where the positions follow no dates', () => {
    expect(timeScale(places.map(({ day }, i) => ({ day, x: (i * 7_919) % 500 })))).toBeUndefined();
    expect(timeScale(places.slice(0, 2))).toBeUndefined();
  });
});
