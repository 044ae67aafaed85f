import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyId } from '../../../server/domain/testing/any-id.ts';
import { node } from '../../testing/build-views.ts';
import { initialState, reduce, type ViewState } from '../reduce.ts';
import { keptText, UNDO_KEPT, viewKept } from './kept-history.ts';

const place = (state: ViewState, id: string): ViewState =>
  reduce(state, { type: 'place', words: `Place ${id}`, nodes: [node(id)], edges: [], entities: [id], clocks: {} });
const placed = (...ids: string[]): ViewState => ids.reduce(place, initialState());
const entities = ({ history }: ViewState): string[] => history.present.canvas.entities;
const again = (state: ViewState): ViewState => {
  const kept = viewKept(keptText(state, 'e'), 'e');
  if (!kept) throw new Error('it was kept');
  return kept;
};

describe('undo after a reload', () => {
  it('takes back and does again the same acts, for any ids', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 1, maxLength: 6 }), fc.nat(6), (ids, back) => {
        let state = placed(...ids);
        for (let n = 0; n < back; n += 1) state = reduce(state, { type: 'undo' });
        const reloaded = again(state);
        expect(reloaded.history.past.map((step) => step.act)).toEqual(state.history.past.map((step) => step.act));
        expect(reloaded.history.future.map((step) => step.act)).toEqual(state.history.future.map((step) => step.act));
        for (const type of ['undo', 'redo'] as const) expect(entities(reduce(reloaded, { type }))).toEqual(entities(reduce(state, { type })));
      }),
      { seed: 15, numRuns: 60 },
    );
  });
  it('is kept with the view itself, as it was when the page was left', () => {
    const open = reduce(placed('iran', 'gang'), { type: 'open', panel: { kind: 'entity', id: 'gang' } });
    expect(again(open).panels).toEqual(open.panels);
    expect(entities(again(initialState()))).toEqual([]);
  });
  it('is kept for the entry of the browser it belongs to only', () => {
    const state = placed('iran');
    expect(viewKept(keptText(state, 'one'), 'another')).toBeUndefined();
    expect(viewKept('not of this version', 'one')).toBeUndefined();
    expect(viewKept('{"entry":"one","view":"","past":[["Place",{"v":9}]],"future":[]}', 'one')).toBeUndefined();
    expect(viewKept('{"entry":"one","view":"xx","past":[],"future":[]}', 'one')).toBeUndefined();
  });
  it('holds the nearest steps where there are more than are kept', () => {
    const ids = Array.from({ length: UNDO_KEPT.steps + 5 }, (_, n) => `e${n}`);
    const { history } = again(placed(...ids));
    expect(history.past).toHaveLength(UNDO_KEPT.steps);
    expect(history.past.at(-1)?.act).toBe(`Place ${ids.at(-1)}`);
  });
  it('holds fewer steps where they are large', () => {
    const many = Array.from({ length: 700 }, (_, n) => `${'x'.repeat(90)}-${n}`);
    let state = reduce(initialState(), { type: 'place', words: 'Place', nodes: many.map((id) => node(id)), edges: [], entities: many, clocks: {} });
    for (let n = 0; n < UNDO_KEPT.steps; n += 1) state = place(state, `e${n}`);
    const text = keptText(state, 'a');
    expect(text.length).toBeLessThanOrEqual(UNDO_KEPT.characters);
    const { past } = again(state).history;
    expect(past.length).toBeGreaterThan(5);
    expect(past.length).toBeLessThan(UNDO_KEPT.steps);
  });
});
