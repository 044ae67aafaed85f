/** Acts on watches: set, ask, mark as seen, remove. */
import { explainError } from '../api/explain-error.ts';
import { markSeen, removeWatch, WATCHES, type Watch, type WatchedQuestion, writeWatch } from '../api/queries-watches.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';
import { openPanel } from './open-things.ts';
import { runQuestion } from './run-question.ts';

const t = words.watches;

/** @returns whether it was done; why not is told */
async function done(deps: Deps, work: () => Promise<unknown>, said?: string): Promise<boolean> {
  try {
    await work();
    await deps.queries.invalidateQueries({ queryKey: WATCHES });
    if (said !== undefined) deps.tell(said);
    return true;
  } catch (error) {
    deps.tell(`${t.notDone} ${explainError(error)}`, true);
    return false;
  }
}

export const watchQuestion = (deps: Deps, asked: { title: string; who: string; question: WatchedQuestion }): Promise<boolean> =>
  done(deps, () => writeWatch({ id: `watch-${crypto.randomUUID()}`, ...asked }), t.set);
/** @param until when the newest of the answer that was seen was recorded */
export const markWatchSeen = (deps: Deps, { id }: Watch, until: string): Promise<boolean> => done(deps, () => markSeen(id, until));
export const deleteWatch = (deps: Deps, { id }: Watch): Promise<boolean> => done(deps, () => removeWatch(id));
/** Sets a watch again that was removed, seen as far as it was. */
export const putBackWatch = (deps: Deps, { id, title, who, question, seen }: Watch): Promise<boolean> =>
  done(deps, () => writeWatch({ id, title, who, question, seen }));

export async function askWatch(deps: Deps, { id, title, question }: Watch): Promise<void> {
  if (question.kind !== 'gaps') return runQuestion(deps, { id, dataset: '', text: title, ...question });
  if (question.clocks) deps.store.dispatch({ type: 'clocks', words: words.acts.clocks, clocks: question.clocks });
  const { filters } = deps.store.get().history.present;
  if (question.datasets) deps.store.dispatch({ type: 'filters', words: words.acts.filters, filters: { ...filters, datasets: question.datasets } });
  openPanel(deps, { kind: 'gaps', reason: question.kinds?.[0] });
}
