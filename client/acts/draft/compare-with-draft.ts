/** What a draft would change, over the whole case: the comparison of the case with it and without. */
import { words } from '../../i18n/messages.ts';
import type { Deps } from '../deps.ts';

/** Lays the case with the draft of a case beside the case without it, at the dates of the view. */
export function compareWithDraft({ store }: Deps, dataset: string): void {
  const { recorded: _, ...clocks } = store.get().history.present.clocks;
  store.dispatch({ type: 'compare', words: words.compare.startDraft, compare: { before: clocks, after: clocks, show: 'both', draft: dataset } });
  store.dispatch({ type: 'open', panel: { kind: 'compare' } });
  store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}
