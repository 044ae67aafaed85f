import { expect, it } from 'vitest';
import { createStore } from '../state/store.ts';
import { clearedLines, isFiltering } from '../state/filters/filters.ts';
import type { Deps } from './deps.ts';
import { clearFilters, setFilters } from './set-filters.ts';

it('clearing removes every filter, the optional ones too, and keeps whether filtered claims are dimmed or hidden', () => {
  const deps = { store: createStore() } as Deps;
  const filters = () => deps.store.get().history.present.filters;
  setFilters(deps, { standingAtLeast: 'charged', originsAtLeast: 2, hiddenTypes: ['Person'], manner: 'dim' });
  expect(isFiltering(filters())).toBe(true);
  clearFilters(deps);
  expect(isFiltering(filters())).toBe(false);
  expect(filters().standingAtLeast).toBeUndefined();
  expect(filters().manner).toBe('dim');
});

it('clearing leaves the cases on view as they were chosen: they are no filter that is counted', () => {
  const deps = { store: createStore() } as Deps;
  const filters = () => deps.store.get().history.present.filters;
  setFilters(deps, { datasets: ['harbour'] });
  expect(isFiltering(filters())).toBe(false);
  expect(clearedLines(filters(), (id) => id)).toEqual([]);
  setFilters(deps, { openOnly: true });
  expect(isFiltering(filters())).toBe(true);
  expect(clearedLines(filters(), (id) => id)).toHaveLength(1);
  clearFilters(deps);
  expect(filters().datasets).toEqual(['harbour']);
  expect(filters().openOnly).toBe(false);
});
