import { describe, expect, it } from 'vitest';
import { type Action, initialState, reduce } from '../../state/reduce.ts';
import { EMPTY_DOCUMENT } from '../../state/view.ts';
import { node, positionsOf } from '../../testing/build-views.ts';
import { needsReading, readingStopped } from './hydrate.ts';

const named = initialState({ ...EMPTY_DOCUMENT, canvas: { ...EMPTY_DOCUMENT.canvas, entities: ['amirov', 'gang'] } });
const stopped = reduce(named, { type: 'reading-stopped', stopped: true });

describe('reading what a view names', () => {
  it('is needed until it is received or found absent', () => {
    expect(needsReading(named)).toBe(true);
    const read = reduce(named, { type: 'received', clocks: {}, nodes: [node('amirov')], edges: [], absent: ['gang'] });
    expect(needsReading(read)).toBe(false);
  });
  it('is not needed once it was stopped, also after a layout or after opening a panel', () => {
    const later = [
      { type: 'laid-out', positions: positionsOf({ amirov: { x: 1, y: 2 } }) },
      { type: 'open', panel: { kind: 'entity', id: 'amirov' } },
    ] as const;
    const state = later.reduce(reduce, stopped);
    expect([needsReading(state), readingStopped(state)]).toEqual([false, true]);
  });
  it('is needed again when the user asks for it, draws something else or sets other dates', () => {
    const acts: Action[] = [
      { type: 'reading-stopped', stopped: false },
      { type: 'remove', words: 'Remove', ids: ['gang'] },
      { type: 'clocks', words: 'Dates', clocks: { published: '2020' } },
    ];
    for (const act of acts) expect([needsReading(reduce(stopped, act)), readingStopped(reduce(stopped, act))], act.type).toEqual([true, false]);
  });
  it('is not shown as stopped where nothing is left to read', () => {
    const read = reduce(stopped, { type: 'received', clocks: {}, nodes: [node('amirov'), node('gang')], edges: [], absent: [] });
    expect([needsReading(read), readingStopped(read)]).toEqual([false, false]);
  });
});
