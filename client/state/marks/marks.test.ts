import { describe, expect, it } from 'vitest';
import { CLAIM_MARKS } from '../../../server/contract/routes/compare.ts';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { drawn } from '../drawn/drawn.ts';
import { EMPTY_CANVAS, NO_FILTERS } from '../view.ts';
import { withMarks, type Marks } from './marks.ts';

const positions = positionsOf({ man: { x: 0, y: 0 }, gang: { x: 100, y: 0 }, printer: { x: 0, y: 100 } });
const canvas = { ...EMPTY_CANVAS, entities: ['man', 'gang', 'printer'], claims: ['member'], positions };
const document = { canvas, filters: NO_FILTERS };
const nodes = [node('man'), node('gang', { type: 'Gang' })];
const cache = {
  clocks: '',
  nodes: new Map(nodes.map((one) => [one.id, one])),
  edges: new Map([['member', edge('member', 'man', 'gang')]]),
  absent: new Set<string>(),
};
const view = drawn(document, cache);
const hired = edge('hired', 'printer', 'man');
const marks: Marks = {
  claims: new Map([['hired', 'lost']]),
  entities: new Map([['printer', 'lost']]),
  also: { nodes: [node('printer'), node('elsewhere')], edges: [hired, edge('far', 'elsewhere', 'man')] },
};
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).sort();

describe('marks on what is drawn', () => {
  it('add the claims of the other state among the entities of the canvas, and no entity that it does not name', () => {
    const both = withMarks(view, marks, document);
    expect([ids(both.nodes), ids(both.edges), ids(both.all)]).toEqual([
      ['gang', 'man', 'printer'],
      ['hired', 'member'],
      ['hired', 'member'],
    ]);
    expect(both.held.has('printer')).toBe(true);
  });
  it('add nothing that is hidden or that the filters leave out', () => {
    expect(ids(withMarks(view, marks, { ...document, canvas: { ...canvas, hidden: ['printer'] } }).edges)).toEqual(['member']);
    expect(ids(withMarks(view, marks, { ...document, canvas: { ...canvas, hiddenClaims: ['hired'] } }).edges)).toEqual(['member']);
    expect(ids(withMarks(view, marks, { ...document, filters: { ...NO_FILTERS, originsAtLeast: 99 } }).edges)).not.toContain('hired');
  });
  it('leave one state alone where only that is to be seen', () => {
    const first = withMarks(view, { ...marks, only: { claims: new Set(['hired']), entities: new Set(['man', 'printer']) } }, document);
    expect([ids(first.nodes), ids(first.edges)]).toEqual([['man', 'printer'], ['hired']]);
  });
  it('change nothing where there are none', () => {
    expect(withMarks(view, undefined, document)).toBe(view);
    expect(CLAIM_MARKS).toHaveLength(6);
  });
});
