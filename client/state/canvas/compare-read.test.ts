import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { initialState, reduce } from '../reduce.ts';
import { compareRead, notFoundAgain, type ReadAgain, replaceRead } from './compare-read.ts';
import { receive } from './graph-cache.ts';

const nodes = [node('iran'), node('gang'), node('constructor')];
const edges = [edge('hired', 'iran', 'gang'), edge('paid', 'iran', 'constructor')];
const before = receive(initialState().cache, {}, nodes, edges);
const drawn = { entities: nodes.map(({ id }) => id), claims: edges.map(({ id }) => id) };
const read = (more: Partial<ReadAgain> = {}): ReadAgain => ({ clocks: {}, asked: drawn.entities, nodes, edges, cut: false, ...more });

describe('a new revision of the case', () => {
  it('changes nothing of what is drawn where it holds the same', () => {
    expect(compareRead(before, drawn, read())).toEqual({ entitiesGone: [], claimsGone: [], renamed: [], claimsChanged: 0 });
  });
  it('tells what went, by the name and the sentence it had, and what is named or said otherwise', () => {
    const changed = read({ nodes: [node('iran', { name: 'Persia' }), node('gang')], edges: [edge('hired', 'iran', 'gang', { origins: 2 })] });
    expect(compareRead(before, drawn, changed)).toEqual({
      entitiesGone: ['CONSTRUCTOR'],
      claimsGone: [edges[1]?.sentence],
      renamed: [{ from: 'IRAN', to: 'Persia' }],
      claimsChanged: 1,
    });
    const after = replaceRead(before, drawn, changed);
    expect([after.nodes.get('iran')?.name, after.edges.has('paid'), [...after.absent]]).toEqual(['Persia', false, ['constructor', 'paid']]);
  });
  it('says of no claim that it is gone where more claims were there than are sent, or where an end was not asked for', () => {
    expect(notFoundAgain(before, drawn, read({ edges: [], cut: true }))).toEqual([]);
    expect(notFoundAgain(before, drawn, read({ edges: [], asked: ['iran', 'gang'] })).map(({ id }) => id)).toEqual(['hired']);
  });
  it('brings back what an earlier one did not hold', () => {
    const without = replaceRead(before, drawn, read({ nodes: nodes.slice(0, 2), edges: edges.slice(0, 1) }));
    const again = replaceRead(without, drawn, read());
    expect([again.absent.size, again.edges.has('paid')]).toEqual([0, true]);
  });
  it('drops an answer for other clocks, and keeps what was drawn while it was read', () => {
    expect(replaceRead(before, drawn, read({ clocks: { published: '2020' } }))).toBe(before);
    const later = receive(before, {}, [node('late')], []);
    expect(replaceRead(later, { ...drawn, entities: [...drawn.entities, 'late'] }, read()).nodes.has('late')).toBe(true);
  });
  it('keeps the selection where it is still there', () => {
    let state = reduce(initialState(), { type: 'place', words: 'Place', nodes, edges, entities: drawn.entities, clocks: {} });
    state = reduce(state, { type: 'select', selection: { entities: ['iran', 'constructor'], claims: ['hired', 'paid'] } });
    state = reduce(state, { type: 'read-again', read: read({ nodes: nodes.slice(0, 2), edges: edges.slice(0, 1) }) });
    expect(state.selection).toEqual({ entities: ['iran'], claims: ['hired'] });
    expect(state.history.past).toHaveLength(1);
  });
});
