/** Shows and folds the views in the middle: graph, table and timeline. */
import { aloneOf, isShown, opened, pressed, type ViewName } from '../state/middle.ts';
import type { RowScope } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

/** True where the window has room for one view only. */
export function oneView(): boolean {
  return globalThis.matchMedia?.('(max-width: 760px)').matches ?? false;
}

export function isViewShown({ store }: Deps, view: ViewName): boolean {
  const { show } = store.get().history.present.middle;
  return oneView() ? aloneOf(show) === view : isShown(show, view);
}

export function pressView({ store }: Deps, view: ViewName): void {
  const { middle } = store.get().history.present;
  store.dispatch({ type: 'middle', words: words.views.act, middle: { ...middle, show: oneView() ? view : pressed(middle.show, view) } });
}

/** Opens the table or the timeline of one entity or list. */
export function openRows({ store }: Deps, view: 'table' | 'timeline', of: RowScope, title: string): void {
  store.dispatch({ type: 'middle', words: words.views.openRows[view](title), middle: opened(store.get().history.present.middle, view, of) });
}
