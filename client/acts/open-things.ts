/** Opens a claim, an entity, a source or a voice: its panel, and the selection where it is drawn; and the folds of the drawing. */
import type { Panel } from '../state/view.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

/** With a citation, the evidence opens at its passage. */
export function openClaim(deps: Deps, id: string, citation?: string): void {
  deps.store.dispatch({
    type: 'select',
    selection: { entities: [], claims: [id] },
    panel: { kind: 'claim', id, ...(citation === undefined ? {} : { citation }) },
  });
  deps.store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}
export function openEntity(deps: Deps, id: string): void {
  deps.store.dispatch({ type: 'select', selection: { entities: [id], claims: [] }, panel: { kind: 'entity', id } });
  deps.store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}
export function openPanel(deps: Deps, panel: Panel): void {
  deps.store.dispatch({ type: 'open', panel });
}

/** Opens folds of the drawing: their entities are drawn beside what stands for them. */
export function openFolds({ store }: Deps, ids: readonly string[]): void {
  const { drawnAs, history } = store.get();
  const members = drawnAs.folds.filter(({ id }) => ids.includes(id)).reduce((sum, fold) => sum + fold.members.length, 0);
  if (members === 0) return;
  const opened = [...new Set([...history.present.canvas.opened, ...ids])].toSorted();
  store.dispatch({ type: 'opened', words: words.acts.openFold(members), opened });
}

/** Counts the entities of opened folds in what stands for them again. */
export function closeFolds({ store }: Deps, ids: readonly string[]): void {
  const { drawnAs, history } = store.get();
  const members = drawnAs.unfolded.filter(({ id }) => ids.includes(id)).reduce((sum, fold) => sum + fold.members.length, 0);
  if (members === 0) return;
  store.dispatch({ type: 'opened', words: words.acts.closeFold(members), opened: history.present.canvas.opened.filter((id) => !ids.includes(id)) });
}

/** Opens a fold that is closed, and closes one that is open. */
export function toggleFold(deps: Deps, id: string): void {
  if (deps.store.get().drawnAs.unfolded.some((fold) => fold.id === id)) closeFolds(deps, [id]);
  else openFolds(deps, [id]);
}
