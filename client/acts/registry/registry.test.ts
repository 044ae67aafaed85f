import { describe, expect, it, vi } from 'vitest';
import { createLatest } from '../../state/latest.ts';
import { createStore } from '../../state/store.ts';
import { createQueryClient } from '../../api/queries.ts';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { ACT_SECTIONS, type ActContext } from '../act.ts';
import { perform, selectedTarget } from '../act-context.ts';
import { keyOf, keyText } from '../key-text.ts';
import { ACTS } from './index.ts';

function context(): ActContext {
  const store = createStore();
  const nodes = [node('iran', { type: 'Country' }), node('gang', { type: 'Gang' })];
  store.dispatch({ type: 'place', words: 'Place', nodes, edges: [edge('hired', 'iran', 'gang')], entities: ['iran', 'gang'], clocks: {} });
  store.dispatch({ type: 'laid-out', positions: positionsOf({ iran: { x: 0, y: 0 }, gang: { x: 9, y: 9 } }) });
  const open = { search: vi.fn(), palette: vi.fn(), keys: vi.fn(), clocks: vi.fn(), export: vi.fn(), legend: vi.fn(), share: vi.fn(), tour: vi.fn() };
  return { deps: { store, queries: createQueryClient(), latest: createLatest(), tell: vi.fn() }, target: { kind: 'canvas' }, open };
}
const actOf = (id: string) => ACTS.find((act) => act.id === id)!;
const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
  keyOf({ key: name, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the acts', () => {
  it('each have an id, a label, a section and a key of their own', () => {
    const c = context();
    expect(new Set(ACTS.map((act) => act.id)).size).toBe(ACTS.length);
    const keys = ACTS.flatMap((act) => act.key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const act of ACTS) {
      expect(act.label(c), act.id).not.toBe('');
      expect(ACT_SECTIONS, act.id).toContain(act.section);
    }
    expect(new Set(ACTS.map((act) => act.label(c))).size).toBe(ACTS.length);
  });
  it('are at most eight beside the drawing, and each of these has a key', () => {
    const tools = ACTS.filter((act) => act.on.includes('tools'));
    expect(tools.length).toBeLessThanOrEqual(8);
    expect(tools.filter((act) => act.key === undefined).map((act) => act.id)).toEqual([]);
  });
  it('say why they cannot be done, and are then not done', () => {
    const c = context();
    perform(actOf('trace-between'), c);
    expect(c.deps.tell).toHaveBeenCalledWith('Trace between the two selected: select exactly two entities.');
    const before = c.deps.store.get();
    perform(actOf('hide'), c);
    expect(c.deps.store.get()).toBe(before);
  });
  it('apply to the selection where the target is in it, and to the target alone where it is not', () => {
    const c = context();
    c.deps.store.dispatch({ type: 'select', selection: { entities: ['iran', 'gang'], claims: [] } });
    perform(actOf('pin'), { ...c, target: { kind: 'entity', id: 'iran' } });
    expect(c.deps.store.get().history.present.canvas.placed).toEqual(['iran', 'gang']);
    c.deps.store.dispatch({ type: 'select', selection: { entities: ['gang'], claims: [] } });
    expect(selectedTarget(c.deps.store.get())).toEqual({ kind: 'entity', id: 'gang' });
    perform(actOf('hide'), { ...c, target: { kind: 'entity', id: 'iran' } });
    expect(c.deps.store.get().history.present.canvas.hidden).toEqual(['iran']);
    perform(actOf('undo'), c);
    expect(c.deps.store.get().history.present.canvas.hidden).toEqual([]);
  });
});

describe('keys', () => {
  it('are named with Ctrl for the command key too, with Shift for letters only, and by position for another script', () => {
    expect(key('f')).toBe('f');
    expect(key('N', { shiftKey: true })).toBe('shift+n');
    expect(key('?', { shiftKey: true })).toBe('?');
    expect(key('Z', { metaKey: true, shiftKey: true })).toBe('ctrl+shift+z');
    expect(key('ب', { code: 'KeyF' })).toBe('f');
    expect(key('f', { altKey: true })).toBeUndefined();
    expect(key('Escape')).toBe('escape');
  });
  it('are shown as people write them', () => {
    expect(['f', 'ctrl+shift+z', 'escape', '/', '+'].map(keyText)).toEqual(['F', 'Ctrl Shift Z', 'Esc', '/', '+']);
  });
});
