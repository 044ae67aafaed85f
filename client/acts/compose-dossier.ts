/** Opens the dossier that is composed, and puts parts into it. */
import { askedPath, type TraceAnswer } from '../api/queries.ts';
import { added, asDossier, dossierKey, NO_DOSSIER, type Part } from '../state/dossier/dossier.ts';
import { keptForms } from '../state/kept-forms.ts';
import type { TraceWay } from '../state/view.ts';
import type { Deps } from './deps.ts';

/**
 * The dossier is that of the cases on view; what is in it already stays where it is.
 * @param asked the question that the parts answer, where the dossier has none yet
 */
export function composeDossier({ store }: Deps, parts: readonly Part[] = [], asked = ''): void {
  const key = dossierKey(store.get().history.present.filters.datasets);
  if (parts.length > 0)
    keptForms.change(key, NO_DOSSIER, (kept) => {
      const dossier = asDossier(kept);
      return added({ ...dossier, asked: dossier.asked || asked }, parts);
    });
  store.dispatch({ type: 'dossier', open: true });
}

/** The answer of a trace and some of its paths; of a trace without one the answer that its two sides are not linked. */
export function partsOfTrace({ from, to, switches }: TraceWay, answer: TraceAnswer, paths: readonly TraceAnswer['paths'][number][]): Part[] {
  // By its trace the answer says how many paths were not chosen.
  const asked: Part[] = from && to ? [{ kind: 'answer', trace: { from, to, switches } }] : [];
  if (answer.paths.length === 0) return asked;
  return [...(asked.length > 0 ? asked : [{ kind: 'answer' } as const]), ...paths.map((path): Part => ({ kind: 'path', ...askedPath(path) }))];
}

/** The picture with its entities where they are drawn; the server draws it, of what the other parts tell. */
export function pictureAsDrawn({ store }: Pick<Deps, 'store'>): Part {
  const positions = [...store.get().history.present.canvas.positions].map(([id, { x, y }]) => ({ id, x, y }));
  return { kind: 'picture', ...(positions.length > 0 && { positions }) };
}

export function leaveDossier({ store }: Deps): void {
  store.dispatch({ type: 'dossier', open: false });
}
