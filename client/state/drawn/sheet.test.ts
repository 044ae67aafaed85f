import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { emptyCache, receive } from '../canvas/graph-cache.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../view.ts';
import { drawn } from './drawn.ts';
import { sheetKept, sheetOf } from './sheet.ts';

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
  it('of a picture is also a claim that the filters only dim, because it is printed (fault 27)', () => {
    expect([...sheetOf({ view: viewOf('dim'), picture: true }).claims].toSorted()).toEqual(['good', 'weak']);
    expect([...sheetOf({ view: viewOf('hide'), picture: true }).claims]).toEqual(['good']);
  });
  it('of a file is what passes the filters', () => {
    for (const manner of ['dim', 'hide'] as const) expect([...sheetOf({ view: viewOf(manner), picture: false }).claims]).toEqual(['good']);
  });
  it('of a path is the whole path in a file, and in a picture what is drawn of it and no other claim', () => {
    const hop = (from: string, to: string, best: string) => ({ from, to, best, claims: [best] }) as never;
    const path = { entities: ['a', 'b', 'away'], hops: [hop('a', 'b', 'weak'), hop('b', 'away', 'not-drawn')] };
    const view = viewOf('dim');
    expect(ids(sheetOf({ view, path, picture: false }))).toEqual({ entities: ['a', 'away', 'b'], claims: ['not-drawn', 'weak'] });
    expect(ids(sheetOf({ view, path, picture: true }))).toEqual({ entities: ['a', 'b'], claims: ['weak'] });
  });
  it('of a picture are also the countries that its frames name', () => {
    expect([...sheetOf({ view: viewOf('hide'), framed: ['iran'], picture: true }).entities]).toContain('iran');
  });
});

describe('what the gate kept of a sheet', () => {
  const view = viewOf('dim');
  const sheet = sheetOf({ view, picture: true });
  it('is never more than the sheet', () => {
    const kept = sheetKept(sheet, { entities: ['a', 'b', 'c', 'elsewhere'], claims: ['good', 'weak', 'elsewhere'] }, view);
    expect(ids(kept)).toEqual(ids(sheet));
  });
  it('leaves out an entity whose claims are all left out', () => {
    expect(ids(sheetKept(sheet, { entities: ['a', 'b', 'c'], claims: ['good'] }, view))).toEqual({ entities: ['b', 'c'], claims: ['good'] });
  });
});
