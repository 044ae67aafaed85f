/** What is a step of the browser's history: the one place that decides it. */
import type { ViewState } from '../reduce.ts';

/** True where nothing is drawn, open or asked, and no table is shown, so that the opening screen is. */
export function isOpening({ history, panels, desk }: ViewState): boolean {
  const { canvas, trace, middle, compare } = history.present;
  return (
    desk === undefined &&
    compare === undefined &&
    middle.show === 'graph' &&
    canvas.entities.length === 0 &&
    panels.length === 0 &&
    trace.from === undefined &&
    trace.to === undefined
  );
}

/**
 * What is looked at, as text to compare: the opening screen or not, the trace asked, the views in the middle with whose rows they list, and the panel on top.
 * The desk is looked at by its text, wherever in it.
 * Expanding, filtering, moving or selecting keeps it, and so does another passage of the claim that is open or another arrangement of the timeline: those are
 * taken back by undo. An undo that leads to something else to look at is a step as well: Back then goes to the address that was seen before it.
 */
export function lookedAt(state: ViewState): string {
  const { trace, middle } = state.history.present;
  const { from, to, switches } = trace;
  const panel = state.panels.at(-1);
  const top = panel?.kind === 'claim' ? { kind: panel.kind, id: panel.id } : panel;
  // One end alone asks nothing yet.
  return JSON.stringify([
    isOpening(state),
    from && to ? [from, to, switches] : [],
    [middle.show, middle.of ?? null],
    top ?? null,
    state.desk ? [state.desk.source ?? null] : null,
  ]);
}
