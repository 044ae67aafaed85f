/** The steps of the tour: what each points at, when it is done, and what brings that on the screen. */
import type { ReadyQuestion } from '../../api/queries.ts';
import type { Deps } from '../../acts/deps.ts';
import { openClaim, openPanel } from '../../acts/open-things.ts';
import { runQuestion } from '../../acts/run-question.ts';
import type { ViewState } from '../../state/reduce.ts';

export type TourQuestion = Extract<ReadyQuestion, { kind: 'trace' }>;
export interface TourStep {
  /** Names its words. */
  id: 'ask' | 'read' | 'weigh' | 'copy';
  /** CSS selectors, the best first: the first element found is pointed at. Pressing it makes the step done. */
  at: (question: TourQuestion) => readonly string[];
  /** Whether the view shows that it was done. */
  isDone?: (view: ViewState) => boolean;
  /** Brings what it points at on the screen, or does the step. */
  show: (deps: Deps, question: TourQuestion) => void;
}

const isReadingClaim = ({ panels }: ViewState): boolean => panels.at(-1)?.kind === 'claim';

function openAnyClaim(deps: Deps): void {
  const [claim] = deps.store.get().history.present.canvas.claims;
  if (claim !== undefined) openClaim(deps, claim);
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'ask',
    at: (question) => [`[data-question="${questionKey(question)}"]`],
    isDone: ({ panels }) => panels.at(-1)?.kind === 'prose',
    show: (deps, question) => void runQuestion(deps, question),
  },
  { id: 'read', at: () => ['[role=application]', 'button.fn'], isDone: isReadingClaim, show: openAnyClaim },
  { id: 'weigh', at: () => ['[data-tour=figures]'], show: openAnyClaim },
  { id: 'copy', at: () => ['[data-tour=copy]'], show: (deps) => openPanel(deps, { kind: 'prose' }) },
];

/** Dataset and id, because two datasets may have questions of one id. */
export function questionKey({ dataset, id }: Pick<ReadyQuestion, 'dataset' | 'id'>): string {
  return `${dataset} ${id}`;
}

/** The dataset of the made-up case. */
export const DEMONSTRATION = 'demonstration';

/** The first trace of the made-up case, else of any case that is loaded. */
export function questionOfTour(questions: readonly ReadyQuestion[]): TourQuestion | undefined {
  const traces = questions.filter((one): one is TourQuestion => one.kind === 'trace');
  return traces.find(({ dataset }) => dataset === DEMONSTRATION) ?? traces[0];
}
