/** Which ready question a view answers, so that an export says what was asked. */
import type { ReadyQuestion } from '../../api/queries.ts';
import type { Panel, TraceWay } from '../../state/view.ts';
import { questionOfTrace } from '../trace/question-of-trace.ts';

export interface QuestionWish {
  /** Whether the trace is exported, as one of its paths or as its answer; else what is drawn. */
  ofTrace: boolean;
  trace: TraceWay;
  panels: readonly Panel[];
}

/** Of a trace the question with exactly its ends and switches; else the question whose list is open. Undefined where it is none of the ready ones. */
export function questionAsked({ ofTrace, trace, panels }: QuestionWish, questions: readonly ReadyQuestion[]): string | undefined {
  if (ofTrace) return questionOfTrace(questions, trace);
  const titles = new Set(panels.flatMap((panel) => (panel.kind === 'claims' || panel.kind === 'roles' ? panel.title : [])));
  return questions.find((question) => question.kind !== 'trace' && titles.has(question.text))?.text;
}
