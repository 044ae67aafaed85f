import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { density } from './density.ts';
import { placeLabels, widthOfText } from './place-labels.ts';

describe('the words of a mark', () => {
  it('stand after it, before it where the row ends, and nowhere where there is no room', () => {
    expect(placeLabels([{ start: 10, end: 20 }], ['charged'], 300)[0]).toMatchObject({ start: 26 });
    const [before] = placeLabels([{ start: 280, end: 300 }], ['charged'], 300);
    expect(before!.start + before!.room).toBe(274);
    expect(placeLabels([{ start: 0, end: 300 }], ['charged'], 300)).toEqual([undefined]);
  });
  it('are wider in scripts of square letters', () => {
    expect(widthOfText('告発された')).toBeGreaterThan(widthOfText('abcde'));
  });
  it('never lie over a mark or over other words', () => {
    const marks = fc
      .array(fc.tuple(fc.integer({ min: -20, max: 620 }), fc.integer({ min: 6, max: 200 })), { maxLength: 12 })
      .map((all) => all.toSorted((a, b) => a[0] - b[0]).map(([start, long]) => ({ start, end: start + long })));
    checkProperty(
      'words have their own room',
      fc.property(marks, fc.array(fc.string({ maxLength: 40 }), { minLength: 12, maxLength: 12 }), (placed, texts) => {
        const labels = placeLabels(placed, texts, 600).flatMap((label) => (label ? [{ start: label.start, end: label.start + label.room }] : []));
        for (const [i, label] of labels.entries()) {
          expect(label.start).toBeGreaterThanOrEqual(0);
          expect(label.end).toBeLessThanOrEqual(600);
          for (const other of [...placed, ...labels.slice(i + 1)]) expect(label.end <= other.start || label.start >= other.end).toBe(true);
        }
      }),
    );
  });
});

describe('a density', () => {
  it('counts a mark in each part it touches, and none outside', () => {
    expect([
      ...density(
        [
          { from: 0, to: 9 },
          { from: 5, to: 5 },
          { from: 200, to: 300 },
          { from: undefined, to: 99 },
        ],
        { from: 0, to: 100 },
        10,
      ),
    ]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
  it('holds every mark of its span, and never less than none', () => {
    const marks = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 150 }), fc.nat(60)).map(([from, long]) => ({ from, to: from + long })),
      { maxLength: 60 },
    );
    checkProperty(
      'each part counts what touches it',
      fc.property(marks, (all) => {
        const counts = density(all, { from: 0, to: 100 }, 20);
        for (const [i, n] of counts.entries()) expect(n).toBe(all.filter(({ from, to }) => from < (i + 1) * 5 && to + 1 > i * 5).length);
      }),
    );
  });
});
