import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIDDLES } from '../../server/contract/view-link.ts';
import { checkProperty } from '../../server/domain/testing/check-property.ts';
import { aloneOf, besideOf, isShown, opened, pressed, VIEWS } from './middle.ts';
import { initialState, reduce } from './reduce.ts';
import { GRAPH_ALONE } from './view.ts';

describe('the views in the middle', () => {
  it('come and go beside the graph', () => {
    expect(pressed('graph', 'table')).toBe('graph-table');
    expect(pressed('graph-table', 'graph')).toBe('table');
    expect(pressed('table', 'graph')).toBe('graph-table');
    expect(pressed('graph-table', 'table')).toBe('graph');
    expect(pressed('table', 'table')).toBe('graph');
    expect(pressed('graph', 'graph')).toBe('graph');
    expect(pressed('graph-table', 'timeline')).toBe('graph-timeline');
    expect(pressed('table', 'timeline')).toBe('timeline');
    expect(pressed('graph-timeline', 'timeline')).toBe('graph');
  });
  it('are never none, whatever is pressed', () => {
    checkProperty(
      'one view is always shown',
      fc.property(fc.constantFrom(...MIDDLES), fc.array(fc.constantFrom(...VIEWS), { maxLength: 12 }), (start, presses) => {
        const show = presses.reduce(pressed, start);
        expect(MIDDLES).toContain(show);
        expect(isShown(show, aloneOf(show))).toBe(true);
        for (const view of VIEWS) {
          const after = pressed(show, view);
          expect(after === show || isShown(after, view) !== isShown(show, view)).toBe(true);
        }
      }),
    );
  });
  it('keep the graph where a table is opened for a list', () => {
    const of = { kind: 'entity', id: 'iran' } as const;
    expect(opened(GRAPH_ALONE, 'table', of)).toEqual({ show: 'graph-table', of });
    expect(opened({ show: 'table', of }, 'table', undefined)).toEqual({ show: 'table' });
    expect(opened({ show: 'graph-table', of, by: 'published', lanes: 'voices' }, 'timeline', of)).toEqual({
      show: 'graph-timeline',
      of,
      by: 'published',
      lanes: 'voices',
    });
    expect(besideOf('graph')).toBeUndefined();
  });
  it('are a step that is undone, and are left with the opening screen', () => {
    const before = initialState();
    const shown = reduce(before, { type: 'middle', words: 'Table', middle: { show: 'graph-table' } });
    expect(shown.history.present.middle.show).toBe('graph-table');
    expect(reduce(shown, { type: 'middle', words: 'Table', middle: { show: 'graph-table' } })).toBe(shown);
    expect(reduce(shown, { type: 'undo' }).history.present.middle).toBe(GRAPH_ALONE);
    expect(reduce(shown, { type: 'clear', words: 'Clear' }).history.present.middle).toBe(GRAPH_ALONE);
  });
});
