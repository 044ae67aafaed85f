import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { emptyCache, receive } from '../canvas/graph-cache.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../view.ts';
import { drawn } from './drawn.ts';
import { createStore } from '../store.ts';
import { positionsAsDrawn } from './positions-as-drawn.ts';
import { sheetOf } from './sheet.ts';

const cache = receive(
  emptyCache({}),
  {},
  [node('a'), node('b'), node('c')],
  [edge('weak', 'a', 'b', { uninvolvedOrigins: 0 }), edge('good', 'b', 'c', { uninvolvedOrigins: 4 })],
);
const canvas = { ...EMPTY_CANVAS, entities: ['a', 'b', 'c'], claims: ['weak', 'good'] };
const viewOf = (manner: 'hide' | 'dim') => drawn({ canvas, filters: { ...NO_FILTERS, uninvolvedAtLeast: 3, manner } }, cache);
const ids = (sheet: { entities: ReadonlySet<string>; claims: ReadonlySet<string> }) => ({
  entities: [...sheet.entities].toSorted(),
  claims: [...sheet.claims].toSorted(),
});

describe('what is on the sheet', () => {
  it('is what passes the filters, and not what they only dim (fault 27)', () => {
    for (const manner of ['dim', 'hide'] as const) expect(ids(sheetOf({ view: viewOf(manner) })).claims).toEqual(['good']);
  });
  it('of a path is the whole path', () => {
    const hop = (from: string, to: string, best: string) => ({ from, to, best, claims: [best] }) as never;
    const path = { entities: ['a', 'b', 'away'], hops: [hop('a', 'b', 'weak'), hop('b', 'away', 'not-drawn')] };
    expect(ids(sheetOf({ view: viewOf('dim'), path }))).toEqual({ entities: ['a', 'away', 'b'], claims: ['not-drawn', 'weak'] });
  });
  it('of a selection is the selected claims with their ends, and the claims drawn among the selected entities', () => {
    const of = (entities: string[], claims: string[]) => ids(sheetOf({ view: viewOf('hide'), selected: { entities, claims } }));
    expect(of(['a', 'c'], [])).toEqual({ entities: ['a', 'c'], claims: [] });
    expect(of(['b', 'c'], [])).toEqual({ entities: ['b', 'c'], claims: ['good'] });
    expect(of([], ['good'])).toEqual({ entities: ['b', 'c'], claims: ['good'] });
    expect(of([], ['away'])).toEqual({ entities: [], claims: ['away'] });
  });
});

describe('where a picture has its entities', () => {
  it('is where they stand, and nowhere of its own where some stand in lists or folds', () => {
    const state = createStore().get();
    const positions = new Map([['a', { x: 1, y: 2 }]]);
    const { present } = state.history;
    const history = { ...state.history, present: { ...present, canvas: { ...present.canvas, positions } } };
    expect(positionsAsDrawn({ ...state, history })).toEqual([{ id: 'a', x: 1, y: 2 }]);
    expect(positionsAsDrawn({ history, drawnAs: { ...state.drawnAs, lists: [{ hub: 'a', members: ['b'] }] } })).toEqual([]);
  });
});
