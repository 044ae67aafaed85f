import { NO_FILTERS } from '../view.ts';
import { describe, expect, it } from 'vitest';
import { edge } from '../../testing/build-views.ts';
import { legendOf, marks, standings, widths } from './legend.ts';

describe('the legend', () => {
  it('counts what is in view, firmest first, and leaves out what is not', () => {
    const edges = [edge('a', 'x', 'y'), edge('b', 'x', 'z', { rank: 3, level: 'charged', contested: true }), edge('c', 'unknown', 'z')];
    expect(legendOf(edges).map(({ id, count }) => [id, count])).toEqual([
      ['rank-3', 1],
      ['rank-1', 2],
      ['contested', 1],
      ['open', 1],
    ]);
    expect(legendOf([])).toEqual([]);
  });
});

describe('the encodings', () => {
  const claims = [-1, 0, 1, 2, 3, 4, 5, 6].map((rank) => edge(`c${rank}`, 'x', 'y', { rank, originsAtStanding: Math.max(rank, 0) }));
  it('give every claim exactly one standing and one width', () => {
    for (const claim of claims) {
      expect(
        standings().filter((one) => one.has(claim)),
        claim.id,
      ).toHaveLength(1);
      expect(
        widths().filter((one) => one.has(claim)),
        claim.id,
      ).toHaveLength(1);
    }
    expect(standings()).toHaveLength(8);
  });
  it('press a filter that keeps what they stand for, and release it', () => {
    for (const one of [...standings(), ...widths(), ...marks()]) {
      if (!one.filter) continue;
      const on = { ...NO_FILTERS, ...one.filter.press(true) };
      expect(one.filter.on(on), one.id).toBe(true);
      expect(one.filter.on({ ...on, ...one.filter.press(false) }), one.id).toBe(false);
    }
  });
});
