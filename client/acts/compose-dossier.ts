/** Opens the dossier that is composed, and puts parts into it. */
import { askedPath, type TraceAnswer } from '../api/queries.ts';
import { added, asDossier, NO_DOSSIER, type Part } from '../state/dossier/dossier.ts';
import { beginDossier, dossiersOf, openDossier } from '../state/dossier/dossiers.ts';
import { positionsAsDrawn } from '../state/drawn/positions-as-drawn.ts';
import { words } from '../i18n/messages.ts';
import { keptForms } from '../state/kept-forms.ts';
import type { Deps } from './deps.ts';

/** Parts with which a dossier begins, and what they answer. */
export interface Begun {
  parts: readonly Part[];
  /** The question that they answer; one of another question is another dossier. */
  asked?: string;
}

/** Opens the dossier of the cases on view that was worked on last. */
export function openComposer({ store }: Pick<Deps, 'store'>): void {
  store.dispatch({ type: 'dossier', open: true });
}

/** Puts parts into the dossier that is open; what is in it already stays where it is. */
export function addToDossier(deps: Pick<Deps, 'store'>, parts: readonly Part[]): void {
  addParts(openDossier(casesOf(deps)), { parts });
  openComposer(deps);
}

/** Composes a dossier of these parts: the open one where it answers the same question or holds nothing yet, else another one. */
export function composeDossier(deps: Deps, { parts, asked = '' }: Begun): void {
  const cases = casesOf(deps);
  const open = openDossier(cases);
  const all = dossiersOf(keptForms.all(), cases);
  const here = all.find(({ key }) => key === open)?.dossier ?? NO_DOSSIER;
  const fits = here.parts.length === 0 || here.asked === asked;
  const same = fits ? open : all.find(({ dossier }) => asked !== '' && dossier.asked === asked)?.key;
  const key = same ?? beginDossier(cases, open);
  addParts(key, { parts, asked });
  if (key !== open && same === undefined) deps.tell(words.dossier.begunBeside(all.length));
  openComposer(deps);
}

const casesOf = ({ store }: Pick<Deps, 'store'>): readonly string[] => store.get().history.present.filters.datasets;

function addParts(key: string, { parts, asked = '' }: Begun): void {
  keptForms.change(key, NO_DOSSIER, (kept) => {
    const dossier = asDossier(kept);
    return added({ ...dossier, asked: dossier.asked || asked }, parts);
  });
}

/** The answer of a trace with its picture, and some of its paths; of a trace without one the answer that its two sides are not linked. */
export function partsOfTrace(deps: Pick<Deps, 'store'>, answer: TraceAnswer, paths: readonly TraceAnswer['paths'][number][]): Part[] {
  const { from, to, switches } = deps.store.get().history.present.trace;
  // By its trace the answer says how many paths were not chosen.
  const asked: Part[] = from && to ? [{ kind: 'answer', trace: { from, to, switches } }] : [];
  if (answer.paths.length === 0) return asked;
  const told = paths.map((path): Part => ({ kind: 'path', ...askedPath(path) }));
  return [...(asked.length > 0 ? asked : [{ kind: 'answer' } as const]), ...(told.length === 0 ? [] : [pictureAsDrawn(deps), ...told])];
}

/** Claims with their picture as it lies on the canvas. */
export function partsOfClaims(deps: Pick<Deps, 'store'>, claims: readonly string[]): Part[] {
  return [pictureAsDrawn(deps), ...claims.map((id): Part => ({ kind: 'claim', id }))];
}

/** The picture with its entities where they are drawn; the server draws it, of what the other parts tell. */
export function pictureAsDrawn({ store }: Pick<Deps, 'store'>): Part {
  const positions = positionsAsDrawn(store.get());
  return { kind: 'picture', ...(positions.length > 0 && { positions }) };
}

export function leaveDossier({ store }: Deps): void {
  store.dispatch({ type: 'dossier', open: false });
}
