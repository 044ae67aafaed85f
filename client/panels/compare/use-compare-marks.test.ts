import { expect, it } from 'vitest';
import { drawn } from '../../state/drawn/drawn.ts';
import { withMarks } from '../../state/marks/marks.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../../state/view.ts';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { marksOf, placesOf } from './use-compare-marks.ts';

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

it('draws what a draft makes beside whom a claim joins it to, and leaves out what nothing joins to the drawing', () => {
  const positions = positionsOf({ man: { x: 0, y: 0 }, plot: { x: 400, y: 0 } });
  const drafted = { nodes: [at('man', 3), at('newcomer', 1), at('lonely', 0)], edges: [...after.edges, edge('knows', 'man', 'newcomer')] };
  const canvas = { ...EMPTY_CANVAS, entities: ['man', 'plot'], positions };
  const places = placesOf(['newcomer', 'lonely'], drafted, canvas);
  expect([...places.keys()]).toEqual(['newcomer']);
  // Where it stands it stays.
  const moved = { ...canvas, positions: new Map([...positions, ['newcomer', { x: 7, y: 7 }] as const]) };
  expect([...placesOf(['newcomer'], drafted, moved)]).toEqual([['newcomer', { x: 7, y: 7 }]]);
  const document = { canvas, filters: NO_FILTERS };
  const cache = { clocks: '', nodes: new Map([['man', node('man')]]), edges: new Map(), absent: new Set<string>() };
  const marks = { ...marksOf(before, drafted, new Map([['knows', 'gained' as const]]), 'both'), places };
  const shown = withMarks(drawn(document, cache), marks, document);
  expect([shown.nodes.map(({ id }) => id), shown.edges.map(({ id }) => id)]).toEqual([['man', 'newcomer'], ['knows']]);
  // The canvas itself, which links hold, is as it was.
  expect(document.canvas.entities).toEqual(['man', 'plot']);
});
