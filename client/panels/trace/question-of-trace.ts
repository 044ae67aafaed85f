/** Finds the ready question that a trace asks, whose words stand above its answer. */
import { canonicalJson } from '../../../server/domain/model/canonical-json.ts';
import type { ReadyQuestion } from '../../api/queries.ts';
import type { TraceWay } from '../../state/view.ts';

/** Undefined where the trace was put together by hand, or changed since. */
export function questionOfTrace(questions: readonly ReadyQuestion[], { from, to, switches }: TraceWay): string | undefined {
  const asked = canonicalJson({ from, to, switches });
  return questions.find((one) => one.kind === 'trace' && canonicalJson({ from: one.from, to: one.to, switches: one.switches ?? {} }) === asked)?.text;
}
