/** Changes a part of the filters, or the dates of the view, in one act. */
import type { Clocks } from '../../server/domain/model/questions.ts';
import { cleared } from '../state/filters/filters.ts';
import type { Filters } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

export function setFilters({ store }: Deps, change: Partial<Filters>): void {
  store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...store.get().history.present.filters, ...change } });
}

/** Removes all filters, the optional ones too. The cases on view, and whether filtered claims are dimmed or hidden, stay as chosen. */
export function clearFilters({ store }: Deps): void {
  store.dispatch({ type: 'filters', words: words.acts.filters, filters: cleared(store.get().history.present.filters) });
}

/** Sets the dates at which the view stands. Of `clocks`, which are all of them, what is undefined, empty or false is taken away. */
export function setClocks({ store }: Deps, clocks: Clocks): void {
  store.dispatch({
    type: 'clocks',
    words: words.acts.clocks,
    clocks: Object.fromEntries(Object.entries(clocks).filter(([, value]) => value !== undefined && value !== '' && value !== false)),
  });
}

/** The list with the item added, or removed where it was there. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}
