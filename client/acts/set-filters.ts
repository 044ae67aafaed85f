/** Changes a part of the filters, as one act. */
import { type Filters, NO_FILTERS } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

export function setFilters({ store }: Deps, change: Partial<Filters>): void {
  store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...store.get().history.present.filters, ...change } });
}

/** Takes all filters away, those that are only there when set too; how what does not pass is shown stays as chosen. */
export function clearFilters({ store }: Deps): void {
  const { manner } = store.get().history.present.filters;
  store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...NO_FILTERS, manner } });
}

/** The list with the item put in or taken out. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}
