import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { activeFilters } from '../filters/filters.ts';
import { initialState, reduce } from '../reduce.ts';
import { type Filters, NO_FILTERS } from '../view.ts';
import { drawn, leftOutBy } from './drawn.ts';

const nodes = [node('iran', { type: 'Country' }), node('gang', { type: 'Gang' }), node('amirov'), node('alone')];
const edges = [edge('told', 'iran', 'gang'), edge('tried', 'gang', 'amirov', { rank: 3, level: 'charged' })];
const placed = reduce(initialState(), { type: 'place', words: 'Place', nodes, edges, entities: nodes.map(({ id }) => id), clocks: {} });
const under = (change: Partial<Filters>) => {
  const filters = { ...NO_FILTERS, ...change };
  const view = drawn({ canvas: placed.history.present.canvas, filters }, placed.cache);
  return { view, filters, ids: view.nodes.map(({ id }) => id) };
};

describe('what is drawn', () => {
  it('is without the entities whose claims are all left out, where the filters hide', () => {
    expect(under({ standingAtLeast: 'charged' }).ids).toEqual(['alone', 'amirov', 'gang']);
    expect(under({ standingAtLeast: 'charged', manner: 'dim' }).ids).toEqual(['alone', 'amirov', 'gang', 'iran']);
    expect(under({}).ids).toEqual(['alone', 'amirov', 'gang', 'iran']);
  });
  it('is told of each filter with what it alone leaves out, claims and entities (fault 34)', () => {
    const { view, filters } = under({ hiddenTypes: ['Person'] });
    const [people] = activeFilters(filters, (id) => id);
    const left = leftOutBy({ canvas: placed.history.present.canvas, filters }, placed.cache, view, people!);
    expect(left).toEqual({ claims: ['tried'], entities: ['alone', 'amirov'] });
  });
});
