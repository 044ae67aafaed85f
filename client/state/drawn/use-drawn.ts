/** What is drawn, worked out once for every panel that reads it. */
import type { GraphCache } from '../canvas/graph-cache.ts';
import { type Drawn, drawn } from './drawn.ts';
import type { ViewState } from '../reduce.ts';
import { useView } from '../store.ts';
import type { CanvasContent, Filters } from '../view.ts';

interface Kept {
  filters: Filters;
  cache: GraphCache;
  drawn: Drawn;
}
/** Keyed by the canvas: a change of the trace, the selection or the dates alone works nothing out again. */
const KEPT = new WeakMap<CanvasContent, Kept>();

/** The same object while canvas, filters and cache are the same. */
export function drawnOf(state: ViewState): Drawn {
  const { canvas, filters } = state.history.present;
  const known = KEPT.get(canvas);
  if (known?.filters === filters && known.cache === state.cache) return known.drawn;
  const next = { filters, cache: state.cache, drawn: drawn({ canvas, filters }, state.cache) };
  KEPT.set(canvas, next);
  return next.drawn;
}

export function useDrawn(): Drawn {
  return useView(drawnOf);
}
