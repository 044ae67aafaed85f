/** The one reducer of the client: every act on the view, pure. */
import type { EdgeView, NodeView } from "../../server/contract/views.ts";
import type { Clocks } from "../../server/domain/model.ts";
import { hide, leavesOf, moveByHand, place, release, remove, showHidden } from "./canvas-content.ts";
import { clocksKey, emptyCache, type GraphCache, receive } from "./graph-cache.ts";
import { act, amend, type History, redo, startHistory, undo } from "./history.ts";
import {
  DEFAULT_REGIONS, EMPTY_CANVAS, EMPTY_DOCUMENT, type Filters, type LayoutName, NO_SELECTION,
  type Panel, type Point, type Regions, type Selection, type TraceState, type ViewDocument,
} from "./view.ts";

export interface ViewState {
  history: History<ViewDocument>;
  cache: GraphCache;
  selection: Selection;
  panels: Panel[];
  trace: TraceState;
  regions: Regions;
  /** Counts up when a layout of the whole is asked for; `fit` when the drawing is to be brought into view. */
  layoutWanted: number;
  fitWanted: number;
}

export type Action =
  | { type: "place"; words: string; nodes: NodeView[]; edges: EdgeView[]; entities: string[]; around?: string; clocks: Clocks; fresh?: boolean }
  | { type: "received"; clocks: Clocks; nodes: NodeView[]; edges: EdgeView[]; absent: string[] }
  | { type: "remove"; words: string; ids: string[] }
  | { type: "collapse"; words: string; id: string }
  | { type: "hide"; words: string; entities: string[]; claims: string[] }
  | { type: "show-hidden"; words: string }
  | { type: "move"; words: string; positions: Record<string, Point> }
  | { type: "release"; words: string; ids: string[] }
  | { type: "laid-out"; positions: Record<string, Point> }
  | { type: "layout"; words: string; layout: LayoutName }
  | { type: "filters"; words: string; filters: Filters }
  | { type: "clocks"; words: string; clocks: Clocks }
  | { type: "clear"; words: string }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "select"; selection: Selection; panel?: Panel }
  | { type: "open"; panel: Panel }
  | { type: "back" }
  | { type: "close-panels" }
  | { type: "trace"; trace: TraceState }
  | { type: "regions"; regions: Partial<Regions> }
  | { type: "fit" }
  | { type: "restore"; state: ViewState };

export function initialState(document: ViewDocument = EMPTY_DOCUMENT): ViewState {
  return {
    history: startHistory(document),
    cache: emptyCache(document.clocks),
    selection: NO_SELECTION,
    panels: [],
    trace: { switches: {} },
    regions: DEFAULT_REGIONS,
    layoutWanted: 0,
    fitWanted: 0,
  };
}

/** Puts a changed canvas into the history under the words of the act. */
function withCanvas(state: ViewState, words: string, canvas: ViewDocument["canvas"]): ViewState {
  if (canvas === state.history.present.canvas) return state;
  return { ...state, history: act(state.history, words, { ...state.history.present, canvas }) };
}

function onPlace(state: ViewState, action: Extract<Action, { type: "place" }>): ViewState {
  const cache = receive(state.cache, action.clocks, action.nodes, action.edges);
  if (cache === state.cache) return state;
  const base = action.fresh ? { ...EMPTY_CANVAS, layout: state.history.present.canvas.layout } : state.history.present.canvas;
  const canvas = place(base, action.entities, action.edges, action.around);
  const next = withCanvas({ ...state, cache }, action.words, canvas);
  const needsLayout = canvas.entities.some((id) => canvas.positions[id] === undefined);
  return needsLayout ? { ...next, layoutWanted: next.layoutWanted + 1 } : next;
}

/** Undo and redo may stand at other clocks: what was read at the old ones is dropped and asked for again. */
function atItsClocks(state: ViewState): ViewState {
  const { clocks } = state.history.present;
  const shown = new Set(state.history.present.canvas.entities);
  const selection = { ...state.selection, entities: state.selection.entities.filter((id) => shown.has(id)) };
  const cache = state.cache.clocks === clocksKey(clocks) ? state.cache : emptyCache(clocks);
  return { ...state, cache, selection };
}

function samePanel(a: Panel | undefined, b: Panel): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Panels kept for going back; the oldest are dropped. */
const PANEL_DEPTH = 20;

function open(panels: readonly Panel[], panel: Panel): Panel[] {
  return samePanel(panels.at(-1), panel) ? [...panels] : [...panels, panel].slice(-PANEL_DEPTH);
}

export function reduce(state: ViewState, action: Action): ViewState {
  const document = state.history.present;
  const { canvas } = document;
  switch (action.type) {
    case "place":
      return onPlace(state, action);
    case "received":
      return { ...state, cache: receive(state.cache, action.clocks, action.nodes, action.edges, action.absent) };
    case "remove":
      return atItsClocks(withCanvas(state, action.words, remove(canvas, action.ids, state.cache.edges)));
    case "collapse": {
      const leaves = leavesOf(canvas, action.id, state.cache.edges);
      return atItsClocks(withCanvas(state, action.words, remove(canvas, leaves, state.cache.edges)));
    }
    case "hide":
      return { ...withCanvas(state, action.words, hide(canvas, action.entities, action.claims)), selection: NO_SELECTION };
    case "show-hidden":
      return withCanvas(state, action.words, showHidden(canvas));
    case "move":
      return withCanvas(state, action.words, moveByHand(canvas, action.positions));
    case "release":
      return withCanvas(state, action.words, release(canvas, action.ids));
    case "laid-out": {
      const positions = { ...canvas.positions, ...action.positions };
      return { ...state, history: amend(state.history, { ...document, canvas: { ...canvas, positions } }), fitWanted: state.fitWanted + 1 };
    }
    case "layout": {
      // The act is recorded with the old places, so that undo brings them back.
      const next = withCanvas(state, action.words, { ...canvas, layout: action.layout });
      return { ...next, layoutWanted: next.layoutWanted + 1 };
    }
    case "filters":
      return { ...state, history: act(state.history, action.words, { ...document, filters: action.filters }) };
    case "clocks":
      return atItsClocks({ ...state, history: act(state.history, action.words, { ...document, clocks: action.clocks }) });
    case "clear":
      return { ...withCanvas(state, action.words, EMPTY_CANVAS), selection: NO_SELECTION, panels: [], trace: { switches: {} } };
    case "undo":
      return atItsClocks({ ...state, history: undo(state.history) });
    case "redo":
      return atItsClocks({ ...state, history: redo(state.history) });
    case "select":
      return {
        ...state,
        selection: action.selection,
        panels: action.panel ? open(state.panels, action.panel) : state.panels,
      };
    case "open":
      return { ...state, panels: open(state.panels, action.panel), regions: { ...state.regions, rightOpen: true } };
    case "back":
      return { ...state, panels: state.panels.slice(0, -1), selection: state.panels.length <= 1 ? NO_SELECTION : selectionOf(state.panels.at(-2)) };
    case "close-panels":
      return { ...state, panels: [], selection: NO_SELECTION };
    case "trace":
      return { ...state, trace: action.trace };
    case "regions":
      return { ...state, regions: { ...state.regions, ...action.regions } };
    case "fit":
      return { ...state, fitWanted: state.fitWanted + 1 };
    case "restore":
      return action.state;
  }
}

/** What a panel one goes back to selects. */
function selectionOf(panel: Panel | undefined): Selection {
  if (panel?.kind === "entity") return { entities: [panel.id], claims: [] };
  if (panel?.kind === "claim") return { entities: [], claims: [panel.id] };
  return NO_SELECTION;
}
