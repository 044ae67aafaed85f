import fc from 'fast-check';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { anyId } from '../../../server/domain/testing/any-id.ts';
import { describe, expect, it } from 'vitest';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { decodeView, encodeView, linkOf, readLink } from './link-codec.ts';
import { initialState, reduce, type ViewState } from '../reduce.ts';

const nodes = [node('iran', { type: 'Country' }), node('gang', { type: 'Gang' })];
const hired = edge('hired', 'iran', 'gang', { at: ['prague'] });

function drawnState(): ViewState {
  let state = initialState();
  state = reduce(state, { type: 'place', words: 'Place', nodes, edges: [hired], entities: ['iran', 'gang'], clocks: {} });
  state = reduce(state, { type: 'laid-out', positions: positionsOf({ iran: { x: 1, y: 2 }, gang: { x: 300, y: 4 } }) });
  state = reduce(state, { type: 'move', words: 'Move', positions: positionsOf({ gang: { x: 310, y: 8 } }) });
  state = reduce(state, {
    type: 'filters',
    words: 'Filter',
    filters: { ...state.history.present.filters, standingAtLeast: 'charged', hiddenGroups: ['geography'] },
  });
  state = reduce(state, { type: 'clocks', words: 'Dates', clocks: { published: '2022-07', firmOnly: true } });
  state = reduce(state, { type: 'select', selection: { entities: [], claims: ['hired'] }, panel: { kind: 'claim', id: 'hired' } });
  state = reduce(state, { type: 'trace', words: 'Trace', trace: { from: { ids: ['iran'] }, to: { role: 'target' }, switches: { maxHops: 4 } } });
  state = reduce(state, { type: 'read', reading: { path: 'a path', hop: 1 } });
  state = reduce(state, { type: 'layout', words: 'Lay out', layout: 'concentric', centre: ['iran'] });
  state = reduce(state, { type: 'group', words: 'Group', grouping: 'type' });
  state = reduce(state, { type: 'hand-group', words: 'Group', group: { id: 'g1', name: 'Those', members: ['gang'] } });
  state = reduce(state, { type: 'bundle', words: 'Bundle', bundles: { all: true, except: ['gang iran'] } });
  state = reduce(state, { type: 'middle', words: 'Table', middle: { show: 'graph-table', of: { kind: 'entity', id: 'iran' } } });
  state = reduce(state, { type: 'opened', words: 'Open', opened: ['gang'] });
  state = reduce(state, { type: 'laid-out', positions: state.history.present.canvas.positions, pictured: true });
  return reduce(state, { type: 'regions', regions: { tab: 'contents', rightOpen: false } });
}

describe('the link of a view', () => {
  it('restores the timeline: by which dates, with which lanes, of what', () => {
    const middle = { show: 'graph-timeline', of: { kind: 'entity', id: 'constructor' }, by: 'published', lanes: 'voices' } as const;
    const state = reduce(drawnState(), { type: 'middle', words: 'Timeline', middle });
    expect(decodeView(encodeView(state))?.history.present.middle).toEqual(middle);
  });
  it('opens the timeline beside the graph for a link of the layout by date, which earlier versions had, and lays the graph out anew', () => {
    const earlier = {
      v: 1,
      e: [
        ['constructor', 120, 0],
        ['b', 900, 0],
      ],
      c: ['c'],
      pin: ['b'],
      layout: 'timeline',
    };
    const state = readLink(earlier)!;
    const { canvas, middle } = state.history.present;
    expect(middle).toEqual({ show: 'graph-timeline' });
    expect([canvas.layout, canvas.entities, canvas.claims, canvas.placed]).toEqual(['layered', ['constructor', 'b'], ['c'], ['b']]);
    expect(state.layoutWanted).toBe(1);
    expect(readLink({ ...earlier, mid: { show: 'table' } })?.history.present.middle).toEqual({ show: 'table' });
    expect(linkOf(state)?.layout).toBeUndefined();
  });
  it('restores what is drawn, placed, filtered, dated, selected, traced and open', () => {
    const state = drawnState();
    const back = decodeView(encodeView(state));
    expect(back?.history.present).toEqual(state.history.present);
    expect(back?.selection).toEqual(state.selection);
    expect(back?.panels).toEqual(state.panels);
    expect(back?.reading).toEqual(state.reading);
    expect(back?.regions).toEqual(state.regions);
  });
  it('gives the same text after it was read', () => {
    const text = encodeView(drawnState());
    expect(encodeView(decodeView(text)!)).toBe(text);
  });
  it('holds the table of a list, also while nothing is drawn', () => {
    const middle = { show: 'table', of: { kind: 'claims', title: 'Charged', filter: { standingAtLeast: 'charged' } } } as const;
    const back = decodeView(encodeView(reduce(initialState(), { type: 'middle', words: 'Table', middle })));
    expect(back?.history.present.middle).toEqual(middle);
  });
  it('is empty for the opening screen', () => {
    expect(encodeView(initialState())).toBe('');
    expect(decodeView('')).toBeUndefined();
  });
  it('holds filters only where they differ from their defaults', () => {
    const filtered = reduce(initialState(), { type: 'filters', words: 'Filter', filters: { ...initialState().history.present.filters, manner: 'dim' } });
    expect(JSON.parse(atob(encodeView(filtered)))).toEqual({ v: 1, f: { manner: 'dim' } });
  });
  it('refuses an unknown field, another version and an invalid id, and reads a title of several lines as one', () => {
    const of = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, '');
    expect(decodeView(of({ v: 1 }))).toBeDefined();
    expect(decodeView(of({ v: 2 }))).toBeUndefined();
    expect(linkOf(decodeView(of({ v: 1, panel: { kind: 'claims', title: 'All\n claims', filter: {} } }))!)).toMatchObject({ panel: { title: 'All claims' } });
    expect(decodeView(of({ v: 1, extra: true }))).toBeUndefined();
    expect(decodeView(of({ v: 1, c: ['Not An Id'] }))).toBeUndefined();
    expect(decodeView(of({ v: 1, e: [['iran', 1e9, 0]] }))).toBeUndefined();
  });
  it('opens an entity with the id constructor, also after it was laid out and moved', () => {
    const state = readLink({ v: 1, n: ['constructor'] })!;
    expect(state.history.present.canvas.entities).toEqual(['constructor']);
    expect(state.layoutWanted).toBe(1);
    expect(linkOf(state)).toMatchObject({ n: ['constructor'] });
    const received = reduce(state, { type: 'received', clocks: {}, nodes: [node('constructor')], edges: [], absent: [] });
    const laid = reduce(received, { type: 'laid-out', positions: positionsOf({ constructor: { x: 3, y: 4 } }) });
    expect(linkOf(laid)).toMatchObject({ e: [['constructor', 3, 4]] });
    expect(decodeView(encodeView(laid))?.history.present.canvas.positions.get('constructor')).toEqual({ x: 3, y: 4 });
  });
  it('gives the same view for any ids, placed or not', () => {
    checkProperty(
      'a view of any ids survives its link',
      fc.property(fc.uniqueArray(anyId, { minLength: 1, maxLength: 12 }), fc.nat(), (ids, cut) => {
        const nodesOf = ids.map((id) => node(id));
        const edgesOf = ids.slice(1).map((id, i) => edge(`c${i}`, ids[0]!, id));
        const drawnOf = reduce(initialState(), { type: 'place', words: 'Place', nodes: nodesOf, edges: edgesOf, entities: ids, clocks: {} });
        const some = new Map(ids.slice(0, cut % (ids.length + 1)).map((id, i) => [id, { x: i * 200, y: i }]));
        const state = reduce(drawnOf, { type: 'laid-out', positions: some });
        const back = decodeView(encodeView(state));
        expect(back?.history.present.canvas.positions).toEqual(some);
        expect(back?.history.present.canvas.entities.toSorted()).toEqual(ids.toSorted());
        expect(encodeView(back!)).toBe(encodeView(decodeView(encodeView(back!))!));
      }),
    );
  });
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => void decodeView(text)),
      { seed: 11, numRuns: 300, verbose: 1 },
    );
    expect(decodeView('%%%')).toBeUndefined();
  });
});
