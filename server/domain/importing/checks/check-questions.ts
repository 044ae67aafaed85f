/** Checks questions: every id they name exists, and their clocks are dates. */
import type { CheckContext } from './check-context.ts';
import type { Placed } from '../import-batch.ts';
import { FILTER_ROWS } from '../../model/claim-filters.ts';
import { recordsNamedBy } from '../../model/claim-conditions.ts';
import type { Clocks, Question, Selector } from '../../model/questions.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

export function checkQuestions(context: CheckContext): void {
  for (const placed of context.batch.questions) {
    const question = placed.record;
    checkClocks(placed, question.clocks, context);
    if (question.kind === 'trace') {
      checkSelector(placed, '/from', question.from, context);
      checkSelector(placed, '/to', question.to, context);
      checkDatasets(placed, '/switches/datasets', question.switches?.datasets, context);
    } else if (question.kind === 'claims') {
      for (const { part, kind, ids } of recordsNamedBy(question.filter)) {
        for (const [i, id] of ids.entries()) if (kind !== 'dataset' || id !== question.dataset) context.refer(placed, `/filter/${part}/${i}`, kind, id);
      }
      for (const { name, takes } of FILTER_ROWS) if (takes === 'date') context.date(placed, `/filter/${name}`, question.filter[name] as string | undefined);
    } else {
      question.plots?.forEach((id, i) => context.refer(placed, `/plots/${i}`, 'entity', id));
      checkDatasets(placed, '/datasets', question.datasets, context);
    }
  }
}

/** A question may name its own dataset, which the import that brings it may create. */
function checkDatasets(placed: Placed<Question>, field: string, ids: readonly string[] | undefined, { refer }: CheckContext): void {
  ids?.forEach((id, i) => id !== placed.record.dataset && refer(placed, `${field}/${i}`, 'dataset', id));
}

function checkSelector(placed: Placed<Question>, field: string, selector: Selector, { refer, known, tell }: CheckContext): void {
  selector.ids?.forEach((id, i) => refer(placed, `${field}/ids/${i}`, 'entity', id));
  if (selector.savedSet !== undefined && known.savedSets?.has(selector.savedSet) === false) {
    tell(placed, `${field}/savedSet`, 'unknown-id', `no saved set has the id ${JSON.stringify(selector.savedSet)}`, 'save the set first, or name the ids');
  }
}

function checkClocks(placed: Placed<Question>, clocks: Clocks | undefined, { date, tell }: CheckContext): void {
  if (!clocks) return;
  for (const clock of ['happened', 'published', 'recorded'] as const) {
    const text = clocks[clock];
    if (text === undefined) continue;
    if (clock === 'recorded' && text.includes('T')) {
      if (!INSTANT.test(text) || Number.isNaN(Date.parse(text)))
        tell(placed, '/clocks/recorded', 'invalid-date', `${JSON.stringify(text)} is not an instant`, 'write it like 2026-01-31T12:00:00Z');
    } else date(placed, `/clocks/${clock}`, text);
  }
}
