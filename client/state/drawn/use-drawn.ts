/** What is drawn, computed once for all panels that use it. */
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
/** Keyed by the canvas, so that changes of trace, selection or dates alone compute nothing. */
const KEPT = new WeakMap<CanvasContent, Kept>();

/** Returns the same object as long as canvas, filters and cache are the same. */
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
