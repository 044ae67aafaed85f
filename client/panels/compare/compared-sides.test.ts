import { describe, expect, it } from 'vitest';
import { caseOf, commonOf, comparedClock, comparedKind, withCase, withDate } from './compared-sides.ts';

describe('what is compared', () => {
  it.each([
    ['dates', { before: { published: '2022' }, after: {} }],
    ['dates', { before: {}, after: {} }],
    ['changes', { before: { recorded: '2024-01-01T00:00:00Z' }, after: {} }],
    ['datasets', { before: { without: { datasets: ['a'] } }, after: {} }],
    ['voice', { before: {}, after: { without: { voices: ['doj'] } } }],
  ] as const)('is told from the two: %s', (kind, sides) => {
    const of = JSON.parse(JSON.stringify(sides)) as Parameters<typeof comparedKind>[0];
    expect(comparedKind(of)).toBe(kind);
  });
  it('is by the clock that differs, and what both share stays', () => {
    const sides = { before: { published: '2022', happened: '2020', firmOnly: true }, after: { published: '2022', happened: '2021', firmOnly: true } };
    expect(comparedClock(sides)).toBe('happened');
    expect(commonOf(sides)).toEqual({ published: '2022', firmOnly: true });
    expect(comparedClock({ before: {}, after: {} })).toBe('published');
    expect(withDate(sides.before, 'happened', undefined)).toEqual({ published: '2022', firmOnly: true });
  });
  it('is one case by leaving out the others', () => {
    const one = withCase({ published: '2022' }, 'b', ['a', 'b', 'c']);
    expect(one).toEqual({ published: '2022', without: { datasets: ['a', 'c'] } });
    expect([caseOf(one, ['a', 'b', 'c']), caseOf({}, ['a', 'b', 'c'])]).toEqual(['b', undefined]);
  });
});
