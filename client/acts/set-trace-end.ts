/** Sets one end of the trace. The trace runs as soon as both are set. */
import type { Selector } from '../../server/domain/model/questions.ts';
import type { Deps } from './deps.ts';
import { withoutPart, united } from '../state/trace-ends.ts';
import { words } from '../i18n/messages.ts';
import { runTrace } from './run-trace.ts';

export function setTraceSelector(deps: Deps, end: 'from' | 'to', selector: Selector | undefined): void {
  const { store } = deps;
  const next = { ...store.get().history.present.trace, [end]: selector };
  if (!next[end]) delete next[end];
  if (!next.from || !next.to) store.dispatch({ type: 'trace', words: words.acts.ends, trace: next });
  store.dispatch({ type: 'regions', regions: { tab: 'trace', leftOpen: true } });
  if (next.from && next.to) void runTrace(deps, { from: next.from, to: next.to, switches: next.switches });
}
export function setTraceEnd(deps: Deps, end: 'from' | 'to', id: string): void {
  setTraceSelector(deps, end, { ids: [id] });
}
/** Adds a part to an end: an end is the union of its parts. */
export function addToEnd(deps: Deps, end: 'from' | 'to', part: Selector): void {
  setTraceSelector(deps, end, united(deps.store.get().history.present.trace[end], part));
}
export function takeFromEnd(deps: Deps, end: 'from' | 'to', part: Selector): void {
  setTraceSelector(deps, end, withoutPart(deps.store.get().history.present.trace[end] ?? {}, part));
}
/** Swaps the ends of the trace. With both ends set it runs. */
export function swapTrace(deps: Deps): void {
  const { trace } = deps.store.get().history.present;
  const { from, to, switches } = trace;
  if (from && to) void runTrace(deps, { from: to, to: from, switches });
  else deps.store.dispatch({ type: 'trace', words: words.acts.ends, trace: { from: to, to: from, switches } });
}
/** Traces between the two selected entities, in the order of selection. False where not exactly two are selected. */
export function traceSelected(deps: Deps): boolean {
  const { selection, history } = deps.store.get();
  const [from, to] = selection.entities;
  if (selection.entities.length !== 2 || from === undefined || to === undefined) return false;
  void runTrace(deps, { from: { ids: [from] }, to: { ids: [to] }, switches: history.present.trace.switches });
  return true;
}
