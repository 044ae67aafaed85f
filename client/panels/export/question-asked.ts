/** Which ready question a view answers, so that an export says what was asked. */
import { hashKey } from '@tanstack/react-query';
import type { ReadyQuestion } from '../../api/queries.ts';
import type { Panel, TraceWay } from '../../state/view.ts';

export interface QuestionWish {
  /** Whether a path of the trace is exported; else what is drawn. */
  ofPath: boolean;
  trace: TraceWay;
  panels: readonly Panel[];
}

/** Of a path the question with exactly its ends and switches; else the question whose list is open. Undefined where it is none of the ready ones. */
export function questionAsked({ ofPath, trace, panels }: QuestionWish, questions: readonly ReadyQuestion[]): string | undefined {
  if (ofPath) {
    const asked = wayKey(trace);
    return questions.find((question) => question.kind === 'trace' && wayKey(question) === asked)?.text;
  }
  const titles = new Set(panels.flatMap((panel) => (panel.kind === 'claims' || panel.kind === 'roles' ? panel.title : [])));
  return questions.find((question) => question.kind !== 'trace' && titles.has(question.text))?.text;
}

/** The same for the same ends and switches, whatever the order of their keys. */
function wayKey({ from, to, switches = {} }: Pick<TraceWay, 'from' | 'to'> & { switches?: TraceWay['switches'] }): string {
  return hashKey([from, to, switches]);
}
