/** Which entities a claim needs on the canvas to be drawn. */
import { describe, expect, it } from 'vitest';
import { edge } from '../../testing/build-views.ts';
import { anchorOf, entitiesOfEdge, isDrawable, neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';

const place = { n: 0, from: 'plot', to: 'town', at: true as const };

describe('a claim of nobody known, that tells a text of a plot in a town', () => {
  const told = edge('c', 'unknown', 'text', { at: ['town'], in: ['plot'], segments: [place] });
  it('is drawn as the line from the plot to the town', () => {
    expect(neededEntities(told)).toEqual(['plot', 'town']);
    expect(isDrawable(told, new Set(['plot', 'town']))).toBe(true);
  });
});

describe('a claim of nobody known about somebody, at a place', () => {
  it('is drawn at the one who is known, whether or not the place is shown', () => {
    const met = edge('c', 'unknown', 'ann', { at: ['town'], in: ['plot'], segments: [place] });
    expect(neededEntities(met)).toEqual(['ann']);
  });
});

describe('an entity whose id is "text"', () => {
  it('is an end as any other', () => {
    const met = edge('c', 'unknown', 'text', { text: undefined });
    expect(anchorOf(met, 'subject')).toBe('text');
    expect(entitiesOfEdge(met)).toEqual(['text']);
    expect(neededEntities(edge('d', 'ann', 'text', { text: undefined }))).toEqual(['ann', 'text']);
  });
});
