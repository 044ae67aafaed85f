import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edge, node, positionsOf } from '../testing/build-views.ts';
import { checkProperty } from '../../server/domain/testing/check-property.ts';
import { anyId } from '../../server/domain/testing/any-id.ts';
import { encodeView } from './link/link-codec.ts';
import { drawn } from './drawn/drawn.ts';
import { initialState, reduce, type ViewState } from './reduce.ts';

const nodes = [node('iran', { type: 'Country' }), node('gang', { type: 'Gang' }), node('amirov')];
const edges = [edge('hired', 'iran', 'gang'), edge('led', 'amirov', 'gang', { rank: 3, level: 'charged' })];
const place = (state: ViewState, fresh = false): ViewState =>
  reduce(state, { type: 'place', words: 'Place', nodes, edges, entities: nodes.map((n) => n.id), clocks: {}, fresh });

describe('a panel', () => {
  it('has its title on one line, as its link must', () => {
    const state = reduce(initialState(), { type: 'open', panel: { kind: 'claims', title: 'Who hired\r\n\n whom?', filter: {} } });
    expect(state.panels).toEqual([{ kind: 'claims', title: 'Who hired whom?', filter: {} }]);
    expect(() => encodeView(state)).not.toThrow();
  });
});

describe('acts on the view', () => {
  it('draw what was placed, and request a layout where the canvas was empty', () => {
    const state = place(initialState());
    expect(drawn(state.history.present, state.cache).edges.map((e) => e.id)).toEqual(['hired', 'led']);
    expect(state.layoutWanted).toBe(1);
  });
  it('are each undone: placing, hiding, filtering, collapsing', () => {
    const placed = place(initialState());
    const acts: [string, ViewState][] = [
      ['hide', reduce(placed, { type: 'hide', words: 'Hide', entities: ['gang'], claims: [] })],
      ['filter', reduce(placed, { type: 'filters', words: 'Filter', filters: { ...placed.history.present.filters, contestedOnly: true } })],
      ['collapse', reduce(placed, { type: 'collapse', words: 'Collapse', id: 'gang' })],
      ['remove', reduce(placed, { type: 'remove', words: 'Remove', ids: ['iran'] })],
      ['clear', reduce(placed, { type: 'clear', words: 'Clear' })],
    ];
    for (const [name, after] of acts) {
      expect(after.history.present, name).not.toEqual(placed.history.present);
      expect(reduce(after, { type: 'undo' }).history.present, name).toEqual(placed.history.present);
    }
  });
  it('drop an answer for other clocks, however late it comes', () => {
    const moved = reduce(initialState(), { type: 'clocks', words: 'Dates', clocks: { published: '2020' } });
    expect(place(moved)).toBe(moved);
  });
  it('require reading anew after the clocks changed, and after that was undone', () => {
    const placed = place(initialState());
    const dated = reduce(placed, { type: 'clocks', words: 'Dates', clocks: { happened: '2021' } });
    expect(dated.cache.nodes.size).toBe(0);
    const back = reduce(dated, { type: 'undo' });
    expect(back.history.present.clocks).toEqual({});
    expect(back.cache.clocks).toBe(placed.cache.clocks);
  });
  it('keep filters through an expansion', () => {
    const filtered = reduce(initialState(), {
      type: 'filters',
      words: 'Filter',
      filters: { ...initialState().history.present.filters, standingAtLeast: 'charged' },
    });
    const state = place(filtered);
    expect(drawn(state.history.present, state.cache).edges.map((e) => e.id)).toEqual(['led']);
  });
  it('make a trace and its drawing one step, and close its reading when that is undone', () => {
    const trace = { from: { ids: ['iran'] }, to: { ids: ['amirov'] }, switches: {} };
    let state = reduce(initialState(), { type: 'trace', words: 'Trace', trace });
    state = reduce(state, { type: 'place', words: 'Trace', nodes, edges, entities: nodes.map((n) => n.id), clocks: {}, trace, left: ['x'] });
    state = reduce(state, { type: 'read', reading: { path: 'p', hop: 1 } });
    state = reduce(state, { type: 'open', panel: { kind: 'prose' } });
    expect(state.history.past).toHaveLength(1);
    expect(state.leftOut).toEqual({ act: 'Trace', claims: ['x'] });
    expect(reduce(state, { type: 'trace', words: 'Trace', trace: { ...trace } })).toBe(state);
    const back = reduce(state, { type: 'undo' });
    expect([back.history.present, back.reading, back.panels, back.leftOut]).toEqual([initialState().history.present, {}, [], undefined]);
    const again = reduce(back, { type: 'redo' });
    expect(again.history.present).toEqual(state.history.present);
    expect(reduce(again, { type: 'clear', words: 'Clear' }).history.present.trace).toEqual({ switches: {} });
  });
  it('jump over several steps, and keep selected what is still drawn', () => {
    let state = place(initialState());
    state = reduce(state, { type: 'select', selection: { entities: ['iran'], claims: ['led'] } });
    state = reduce(state, { type: 'remove', words: 'Remove', ids: ['amirov'] });
    expect(state.selection).toEqual({ entities: ['iran'], claims: [] });
    const first = reduce(state, { type: 'jump', to: 0 });
    expect([first.selection.entities, first.fitWanted]).toEqual([[], state.fitWanted + 1]);
    expect(reduce(first, { type: 'jump', to: 2 }).history.present).toEqual(state.history.present);
    expect(reduce(first, { type: 'jump', to: 9 })).toBe(first);
  });
  it('take another view back, which is an act where its document is another', () => {
    const placed = place(initialState());
    const other = reduce(reduce(initialState(), { type: 'place', words: 'x', nodes: [node('amirov')], edges: [], entities: ['amirov'], clocks: {} }), {
      type: 'open',
      panel: { kind: 'entity', id: 'amirov' },
    });
    const there = reduce(placed, { type: 'restore', state: other, words: 'Go' });
    expect([there.history.present, there.panels, there.cache.nodes.has('gang')]).toEqual([other.history.present, other.panels, true]);
    expect(reduce(there, { type: 'undo' }).history.present).toBe(placed.history.present);
    const panelOnly = reduce(placed, { type: 'restore', state: { ...placed, panels: other.panels }, words: 'Go' });
    expect([panelOnly.history, panelOnly.panels]).toEqual([placed.history, other.panels]);
    expect(reduce(placed, { type: 'restore', state: other })).toBe(other);
  });
  it('make groups by hand: an entity is in one at most, and an empty group is removed', () => {
    let state = place(initialState());
    const group = (id: string, members: string[]): void =>
      void (state = reduce(state, { type: 'hand-group', words: 'Group', group: { id, name: id, members } }));
    group('g1', ['iran', 'gang', 'not-drawn']);
    group('g2', ['gang']);
    expect(state.history.present.canvas.groups.map((g) => g.members)).toEqual([['iran'], ['gang']]);
    group('g1', []);
    expect(state.history.present.canvas.groups.map((g) => g.id)).toEqual(['g2']);
    state = reduce(state, { type: 'remove', words: 'Remove', ids: ['gang'] });
    expect(state.history.present.canvas.groups).toEqual([]);
    state = reduce(state, { type: 'hide', words: 'Hide', entities: ['iran'], claims: [] });
    expect(reduce(state, { type: 'show', words: 'Show', entities: ['iran'], claims: [] }).history.present.canvas.hidden).toEqual([]);
  });
  it('dim without counting, where filters are to dim', () => {
    const placed = place(initialState());
    const state = reduce(placed, {
      type: 'filters',
      words: 'Filter',
      filters: { ...placed.history.present.filters, standingAtLeast: 'charged', hiddenTypes: ['Country'], manner: 'dim' },
    });
    const view = drawn(state.history.present, state.cache);
    expect([view.nodes.length, view.edges.map((e) => e.id), view.dimmed.map((e) => e.id)]).toEqual([3, ['led'], ['hired']]);
  });
  it('add to the selection, and request one layout for each grouping', () => {
    let state = place(initialState());
    state = reduce(state, { type: 'select', selection: { entities: ['iran'], claims: [] } });
    state = reduce(state, { type: 'select', add: true, selection: { entities: ['gang'], claims: ['led'] } });
    expect(state.selection).toEqual({ entities: ['iran', 'gang'], claims: ['led'] });
    const wanted = state.layoutWanted;
    expect(reduce(state, { type: 'group', words: 'Group', grouping: 'type' }).layoutWanted).toBe(wanted + 1);
    const moved = reduce(state, { type: 'move', words: 'Move', positions: positionsOf({ iran: { x: 1, y: 1 } }) });
    expect(reduce(moved, { type: 'group', words: 'Group', grouping: 'type' }).layoutWanted).toBe(wanted);
  });
  it('place, expand, hide, show and remove entities of any id, each with a position', () => {
    checkProperty(
      'acts on entities of any id',
      fc.property(fc.uniqueArray(anyId, { minLength: 3, maxLength: 12 }), (ids) => {
        const [first, second, ...rest] = ids as [string, string, ...string[]];
        const link = (to: string, i: number) => edge(`c${i}`, first, to);
        let state = reduce(initialState(), {
          type: 'place',
          words: 'Place',
          nodes: [node(first), node(second)],
          edges: [link(second, 0)],
          entities: [first, second],
          clocks: {},
        });
        state = reduce(state, {
          type: 'laid-out',
          positions: new Map([
            [first, { x: 0, y: 0 }],
            [second, { x: 300, y: 0 }],
          ]),
        });
        const fresh = { nodes: rest.map((id) => node(id)), edges: rest.map((id, i) => link(id, i + 1)), entities: [first, ...rest] };
        state = reduce(state, { type: 'place', words: 'Expand', ...fresh, around: first, clocks: {} });
        const { positions } = state.history.present.canvas;
        expect([...positions.keys()].toSorted()).toEqual(ids.toSorted());
        for (const { x, y } of positions.values()) expect([Number.isFinite(x), Number.isFinite(y)]).toEqual([true, true]);
        const now = (of: ViewState) => drawn(of.history.present, of.cache);
        expect(now(state).nodes.map((one) => one.id)).toEqual(ids.toSorted());
        expect(now(state).edges.length).toBe(ids.length - 1);
        expect(now(state).touching.get(first)?.length).toBe(ids.length - 1);
        const hidden = reduce(state, { type: 'hide', words: 'Hide', entities: [second], claims: [] });
        expect(now(hidden).nodes.map((one) => one.id)).not.toContain(second);
        expect(now(reduce(hidden, { type: 'show-hidden', words: 'Show' })).nodes.length).toBe(ids.length);
        const off = reduce(state, { type: 'remove', words: 'Remove', ids: [second] }).history.present.canvas;
        expect([off.positions.has(second), off.positions.size]).toEqual([false, ids.length - 1]);
        expect(encodeView(state)).not.toBe('');
      }),
    );
  });
  it('go back from panel to panel, with the selection of each', () => {
    let state = place(initialState());
    state = reduce(state, { type: 'select', selection: { entities: ['iran'], claims: [] }, panel: { kind: 'entity', id: 'iran' } });
    state = reduce(state, { type: 'select', selection: { entities: [], claims: ['hired'] }, panel: { kind: 'claim', id: 'hired' } });
    state = reduce(state, { type: 'back' });
    expect(state.selection.entities).toEqual(['iran']);
    expect(reduce(state, { type: 'back' }).panels).toEqual([]);
  });
});
