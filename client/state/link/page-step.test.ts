import { describe, expect, it } from 'vitest';
import { MIDDLES } from '../../../server/contract/view-link.ts';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { type Action, initialState, reduce, type ViewState } from '../reduce.ts';
import type { Middle } from '../view.ts';
import { isOpening, lookedAt } from './page-step.ts';

const after = (state: ViewState, ...acts: Action[]): ViewState => acts.reduce(reduce, state);
const nodes = [node('iran'), node('gang')];
const drawn = after(initialState(), { type: 'place', words: 'Place', nodes, edges: [edge('hired', 'iran', 'gang')], entities: ['iran', 'gang'], clocks: {} });
const trace = { from: { ids: ['iran'] }, to: { ids: ['gang'] }, switches: {} };
const open = (id: string): Action => ({ type: 'open', panel: { kind: 'entity', id } });

describe('a step of the browser', () => {
  it('is leaving the opening screen and coming back to it', () => {
    expect(isOpening(initialState())).toBe(true);
    expect(lookedAt(drawn)).not.toBe(lookedAt(initialState()));
    expect(lookedAt(after(drawn, { type: 'clear', words: 'Clear' }))).toBe(lookedAt(initialState()));
  });
  it('is a trace once both of its ends are set, another switch of it, and any other panel', () => {
    const asked = after(drawn, { type: 'trace', words: 'Trace', trace });
    const steps = [
      drawn,
      asked,
      after(asked, { type: 'trace', words: 'Trace', trace: { ...trace, switches: { throughGeneric: true } } }),
      after(drawn, open('iran')),
      after(drawn, open('gang')),
      after(drawn, open('constructor')),
      after(drawn, { type: 'open', panel: { kind: 'claims', title: 'All', filter: {} } }),
    ];
    expect(new Set(steps.map(lookedAt)).size).toBe(steps.length);
    expect(lookedAt(after(drawn, { type: 'trace', words: 'Ends', trace: { from: trace.from, switches: {} } }))).toBe(lookedAt(drawn));
  });
  it('is another view in the middle, and the table of another entity', () => {
    const show = (middle: Middle): ViewState => after(drawn, { type: 'middle', words: 'Show', middle });
    const of = (id: string): Middle => ({ show: 'graph-table', of: { kind: 'entity', id } });
    const steps = [...MIDDLES.map((name) => show({ show: name })), show(of('iran')), show(of('constructor'))];
    expect(new Set(steps.map(lookedAt)).size).toBe(steps.length);
    expect(lookedAt(steps[0]!)).toBe(lookedAt(drawn));
    // How the timeline is arranged is taken back by undo.
    expect(lookedAt(show({ show: 'timeline', by: 'published', lanes: 'voices' }))).toBe(lookedAt(show({ show: 'timeline' })));
  });
  it('is no expansion, filter, date, move or selection, and no other passage of the same claim', () => {
    const claim = after(drawn, { type: 'open', panel: { kind: 'claim', id: 'hired' } });
    const acts: Action[] = [
      { type: 'place', words: 'Expand', nodes: [node('x')], edges: [], entities: ['x'], clocks: {} },
      { type: 'filters', words: 'Filter', filters: { ...claim.history.present.filters, contestedOnly: true } },
      { type: 'clocks', words: 'Dates', clocks: { published: '2020' } },
      { type: 'move', words: 'Move', positions: positionsOf({ iran: { x: 1, y: 2 } }) },
      { type: 'select', selection: { entities: ['iran'], claims: [] } },
      { type: 'open', panel: { kind: 'claim', id: 'hired', citation: 'c1' } },
    ];
    for (const act of acts) expect(lookedAt(after(claim, act)), act.type).toBe(lookedAt(claim));
  });
});
