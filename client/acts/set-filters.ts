/** Changes a part of the filters in one act. */
import { type Filters, NO_FILTERS } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

export function setFilters({ store }: Deps, change: Partial<Filters>): void {
  store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...store.get().history.present.filters, ...change } });
}

/** Removes all filters, the optional ones too. Whether filtered claims are dimmed or hidden stays as chosen. */
export function clearFilters({ store }: Deps): void {
  const { manner } = store.get().history.present.filters;
  store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...NO_FILTERS, manner } });
}

/** The list with the item added, or removed where it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}
