import { expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { marksOf } from './use-compare-marks.ts';

const at = (id: string, degree: number) => node(id, { degree });
const before = { nodes: [at('man', 2), at('printer', 1), at('agent', 0)], edges: [edge('hired', 'printer', 'man'), edge('did', 'man', 'plot', { rank: 1 })] };
const after = { nodes: [at('man', 2), at('printer', 0), at('agent', 1)], edges: [edge('met', 'agent', 'man'), edge('did', 'man', 'plot', { rank: 6 })] };
const claims = new Map([
  ['hired', 'lost'],
  ['met', 'gained'],
  ['did', 'changed'],
] as const);

it('marks who is claimed of in one of the two alone, draws the claims of both, and what changed as it was, too', () => {
  const marks = marksOf(before, after, claims, 'both');
  expect([...marks.entities]).toEqual([
    ['agent', 'gained'],
    ['printer', 'lost'],
  ]);
  expect(marks.also?.edges.map(({ id }) => id).sort()).toEqual(['did', 'did', 'hired', 'met']);
  expect(marks.then?.map(({ id, rank }) => [id, rank])).toEqual([['did', 1]]);
  expect(marks.only).toBeUndefined();
});

it('leaves one of the two alone, with nothing of the other', () => {
  const { only, then } = marksOf(before, after, claims, 'before');
  expect([[...(only?.claims ?? [])], [...(only?.entities ?? [])], then]).toEqual([['hired', 'did'], ['man', 'printer'], []]);
});
