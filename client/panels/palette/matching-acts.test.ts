import { describe, expect, it, vi } from 'vitest';
import type { ActContext } from '../../acts/act.ts';
import { ACTS } from '../../acts/registry/index.ts';
import { createQueryClient } from '../../api/queries.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore } from '../../state/store.ts';
import { words } from '../../i18n/messages.ts';
import { matchingActs } from './matching-acts.ts';

const open = { search: vi.fn(), palette: vi.fn(), keys: vi.fn(), clocks: vi.fn(), export: vi.fn(), legend: vi.fn(), share: vi.fn(), tour: vi.fn() };
const context: ActContext = {
  deps: { store: createStore(), queries: createQueryClient(), latest: createLatest(), tell: vi.fn() },
  target: { kind: 'canvas' },
  open,
};
const found = (typed: string) => matchingActs(ACTS, context, typed).map((act) => act.id);

describe('the palette', () => {
  it('finds every act by its label, as the first result', () => {
    for (const act of ACTS) if (act.id !== 'palette') expect(found(act.label(context))[0], act.id).toBe(act.id);
    expect(found('').length).toBe(ACTS.length - 1);
  });
  it('finds acts by the words of those who do not know their names', () => {
    for (const [typed, id] of [
      ['timeline', 'view-timeline'],
      ['chronology', 'by-date'],
      ['table', 'view-table'],
      ['picture', 'export'],
      ['image', 'export'],
      ['path', 'trace-between'],
    ] as const)
      expect(found(typed), typed).toContain(id);
    // What Enter does at once is what the word says.
    for (const [typed, id] of [
      ['timeline', 'view-timeline'],
      ['table', 'view-table'],
      ['sort', 'view-table'],
      ['brush', 'view-timeline'],
      ['picture', 'export'],
      ['image', 'export'],
      ['csv', 'export'],
      ['path', 'trace-between'],
    ] as const)
      expect(found(typed)[0], typed).toBe(id);
    const ids = new Set(ACTS.map((act) => act.id));
    expect(Object.keys(words.also).filter((id) => !ids.has(id))).toEqual([]);
  });
  it('finds acts by words in any order, by section and by key', () => {
    expect(found('view share')).toContain('share');
    expect(found('ctrl z')).toContain('undo');
    expect(found('arrange')).toContain('layout-grid');
    expect(found('no such act')).toEqual([]);
  });
});
