/** A formal step is told as firmly as the way it came by, whatever its place on the ladder. */
import { expect, it } from 'vitest';
import type { CitationBrief } from '../testing/build-records.ts';
import { contextOf } from '../testing/narration-context.ts';
import { asTold } from './describe-standing.ts';

const LEVELS = ['sanctioned', 'charged', 'admitted', 'found', 'convicted'] as const;
const told = (...citations: CitationBrief[]) => {
  const ctx = contextOf({
    sources: [{ id: 'a' }, { id: 'b' }],
    entities: [{ id: 'who' }, { id: 'body', type: 'Agency' }, { id: 'k', type: 'Case' }, { id: 'fire', type: 'Plot' }],
    predicates: [{ id: 'lit', group: 'execution', accuses: ['subject'], takes: ['Plot'] }],
    claims: [{ id: 'c', predicate: 'lit', subject: 'who', object: 'fire', citations }],
  });
  const figures = ctx.figures.get('c')!;
  return { figures, told: asTold(figures, ctx) };
};
const step = (level: (typeof LEVELS)[number]): CitationBrief => ({ source: 'a', standing: { level, by: 'body', case: 'k', on: '2020' } });
const hearsay = (level: (typeof LEVELS)[number]): CitationBrief => ({ ...step(level), originBasis: 'not-established', hedge: 'reportedly' });

it.each(LEVELS)('%s by nobody known is told as a report, and keeps its place on the ladder', (level) => {
  const one = told(hearsay(level));
  expect(one.figures.level).toBe(level);
  expect(one.told).toMatchObject({ level: 'reported', rank: 1, by: [] });
  expect(one.told.since).toBeUndefined();
});
it.each(LEVELS)('%s that a text says where it has it from is told as it is, also beside hearsay', (level) => {
  const alone = told(step(level));
  expect(alone.told).toBe(alone.figures);
  expect(told({ ...step(level), source: 'b' }, hearsay(level)).told).toMatchObject({ level, by: ['body'] });
});
it('an allegation with no known origin stays one', () => {
  const one = told({ source: 'a', originBasis: 'not-established', standing: { level: 'alleged', by: 'body' } });
  expect(one.told).toBe(one.figures);
});
it('a court whose conviction fell does not allege', () => {
  const one = told(step('convicted'), { source: 'b', stance: 'disputes', standing: { level: 'acquitted', by: 'body', case: 'k', on: '2021' } });
  expect(one.figures).toMatchObject({ level: 'alleged', by: ['body'] });
  expect(one.told).toMatchObject({ level: 'alleged', by: [] });
});
