import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { drawn } from './drawn.ts';
import { componentOf, everything, withNeighbours, inverted, neighboursOf, ofDegree, ofType } from './select.ts';
import { initialState, reduce } from '../reduce.ts';

const nodes = [node('iran', { type: 'Country' }), node('gang', { type: 'Gang' }), node('amirov'), node('other'), node('alone')];
const edges = [edge('a', 'iran', 'gang'), edge('b', 'gang', 'amirov'), edge('c', 'iran', 'iran')];
const state = reduce(initialState(), { type: 'place', words: 'Place', nodes, edges, entities: nodes.map((n) => n.id), clocks: {} });
const view = drawn(state.history.present, state.cache);

describe('selections', () => {
  it('of neighbours exclude the entity itself, and grow by one step', () => {
    expect(neighboursOf(view, 'gang')).toEqual(['amirov', 'iran']);
    expect(neighboursOf(view, 'iran')).toEqual(['gang']);
    expect(withNeighbours(view, ['amirov']).entities).toEqual(['amirov', 'gang']);
  });
  it('can hold the rest, a type, entities with many neighbours, connected entities, or all', () => {
    expect(inverted(view, ['iran', 'gang']).entities).toEqual(['alone', 'amirov', 'other']);
    expect(ofType(view, ['Country', 'Gang']).entities).toEqual(['gang', 'iran']);
    expect(ofDegree(view, 2).entities).toEqual(['gang']);
    expect(componentOf(view, ['amirov']).entities).toEqual(['amirov', 'gang', 'iran']);
    expect(everything(view).entities).toHaveLength(5);
  });
});
