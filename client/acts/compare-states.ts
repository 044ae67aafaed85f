/** Compares two states of the case: begins with two dates, changes what is compared, and leaves the comparison. */
import { sourcesQuery } from '../api/queries.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { lastDay } from '../state/filters/as-of-dates.ts';
import type { Comparison } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

const t = words.compare;

/** Begins with what was published by the date of the view and all that is on record; without such a date, by the day in the middle of the texts. */
export async function startComparison(deps: Deps): Promise<void> {
  const { store, queries, tell } = deps;
  const { clocks, compare } = store.get().history.present;
  if (!compare) {
    const { published, ...others } = clocks;
    try {
      const before = published ?? middleOf(await queries.ensureQueryData(sourcesQuery()));
      store.dispatch({ type: 'compare', words: t.start, compare: { before: withDate(others, before), after: others, show: 'both' } });
    } catch {
      tell(t.notStarted, true);
      return;
    }
  }
  store.dispatch({ type: 'open', panel: { kind: 'compare' } });
  store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}
const withDate = (clocks: Clocks, published: string | undefined): Clocks => (published === undefined ? clocks : { ...clocks, published });

function middleOf({ sources }: { sources: readonly { published?: { edtf: string } | undefined }[] }): string | undefined {
  const days = [...new Set(sources.flatMap(({ published }) => (published ? (lastDay(published.edtf) ?? []) : [])))].toSorted();
  return days[Math.floor((days.length - 1) / 2)];
}

export function setComparison({ store }: Deps, change: Partial<Comparison>, said: string = t.change): void {
  const { compare } = store.get().history.present;
  if (compare) store.dispatch({ type: 'compare', words: said, compare: { ...compare, ...change } });
}

export function leaveComparison({ store }: Deps): void {
  store.dispatch({ type: 'compare', words: t.leave });
}
