/** The only reducer of the client: every act on the view. Pure. */
import { drawnClocks, isWhatIf } from './struck.ts';
import type { EdgeView, NodeView } from '../../server/contract/views.ts';
import { inOneLine } from '../../server/domain/model/plain-text.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { hide, leavesOf, moveByHand, place, putGroup, release, remove, show, showHidden } from './canvas/canvas-content.ts';
import { type ReadAgain, replaceRead } from './canvas/compare-read.ts';
import { clocksKey, emptyCache, type GraphCache, receive } from './canvas/graph-cache.ts';
import type { Marks } from './marks/marks.ts';
import { act, amend, type History, jump, redo, startHistory, undo } from './history.ts';
import {
  type Bundles,
  type Comparison,
  type CanvasContent,
  DEFAULT_REGIONS,
  EMPTY_CANVAS,
  EMPTY_DOCUMENT,
  type Filters,
  type Desk,
  DRAWN_PLAIN,
  type DrawnAs,
  type Grouping,
  type HandGroup,
  type LayoutName,
  GRAPH_ALONE,
  type LeftOut,
  type Middle,
  NO_SELECTION,
  NO_TRACE,
  type Panel,
  type Positions,
  type PathReading,
  type Regions,
  type Selection,
  type Tool,
  type TraceWay,
  type ViewDocument,
} from './view.ts';

/** What must be read to draw the canvas: the ids it names, and the clocks. */
export interface Wanted {
  entities: readonly string[];
  claims: readonly string[];
  clocks: Clocks;
}

export interface ViewState {
  history: History<ViewDocument>;
  cache: GraphCache;
  selection: Selection;
  panels: Panel[];
  reading: PathReading;
  regions: Regions;
  /** Absent while the graph is explored. */
  desk?: Desk;
  /** Absent while no dossier is composed; another number each time that it is opened. */
  dossier?: number;
  /** While something is struck: the case is shown as it is for now. */
  asItIs?: boolean;
  leftOut?: LeftOut;
  /** What the canvas named when the user stopped reading it. It is not read again until the user asks, or the canvas names something else. */
  stopped?: Wanted;
  /** Digest of the stored view whose reading the user stopped, until it is read or something else is drawn. */
  unreadView?: string;
  tool: Tool;
  /** Increases with each request for a layout of the whole; `fit` increases when the drawing is to be fitted. */
  layoutWanted: number;
  fitWanted: number;
  /** What the next fit frames: some entities, or all of a large drawing however small; absent: as much as stays legible. */
  fitOn?: readonly string[] | 'whole';
  /** What differs on the drawing, while two states are compared or something is struck. */
  marks?: Marks;
  /** What the drawing folds and lists at present. */
  drawnAs: DrawnAs;
}

export type Action =
  | {
      type: 'place';
      words: string;
      nodes: NodeView[];
      edges: EdgeView[];
      entities: string[];
      around?: string;
      clocks: Clocks;
      fresh?: boolean;
      trace?: TraceWay;
      left?: string[];
    }
  | { type: 'reading-stopped'; stopped: boolean }
  | { type: 'view-unread'; digest?: string }
  | { type: 'received'; clocks: Clocks; nodes: NodeView[]; edges: EdgeView[]; absent: string[] }
  | { type: 'read-again'; read: ReadAgain }
  | { type: 'remove'; words: string; ids: string[] }
  | { type: 'collapse'; words: string; id: string }
  | { type: 'hide'; words: string; entities: string[]; claims: string[] }
  | { type: 'show-hidden'; words: string }
  | { type: 'show'; words: string; entities: string[]; claims: string[] }
  | { type: 'move'; words: string; positions: Positions }
  | { type: 'release'; words: string; ids: string[] }
  /** `show`: entities to bring into view; absent: everything; empty: the camera stays. */
  | { type: 'laid-out'; positions: Positions; show?: readonly string[]; pictured?: boolean }
  | { type: 'drawn-as'; as: DrawnAs }
  | { type: 'opened'; words: string; opened: readonly string[] }
  | { type: 'layout'; words: string; layout: LayoutName; centre?: string[] }
  | { type: 'group'; words: string; grouping: Grouping }
  | { type: 'hand-group'; words: string; group: HandGroup }
  | { type: 'bundle'; words: string; bundles: Bundles }
  | { type: 'filters'; words: string; filters: Filters }
  | { type: 'clocks'; words: string; clocks: Clocks }
  /** Whether the case is shown as it is for now, although something is struck. */
  | { type: 'as-it-is'; on: boolean }
  /** Compares two states; absent: leaves the comparison, and the view stands where it stood. */
  | { type: 'compare'; words: string; compare?: Comparison }
  | { type: 'middle'; words: string; middle: Middle }
  | { type: 'clear'; words: string }
  /** Goes to the desk, or (without `desk`) back to the graph. */
  | { type: 'desk'; desk?: Desk }
  /** Opens the dossier that is composed, in the place of what is in the middle, or closes it. */
  | { type: 'dossier'; open: boolean }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'jump'; to: number }
  | { type: 'select'; selection: Selection; panel?: Panel; add?: boolean }
  | { type: 'open'; panel: Panel }
  | { type: 'back' }
  | { type: 'close-panels' }
  | { type: 'trace'; words: string; trace: TraceWay }
  | { type: 'read'; reading: PathReading }
  | { type: 'tool'; tool: Tool }
  | { type: 'regions'; regions: Partial<Regions> }
  | { type: 'fit' }
  /** What is marked on the drawing; absent: nothing. */
  | { type: 'mark'; marks?: Marks }
  /** With `words` it is an act that undo takes back; without, the page starts with this view. */
  | { type: 'restore'; state: ViewState; words?: string };

/** A title may be the text of a question, which may stand on several lines; that of a panel, and of its link, is one line. */
const titledInLine = (panel: Panel): Panel => ('title' in panel ? { ...panel, title: inOneLine(panel.title) } : panel);

export function initialState(document: ViewDocument = EMPTY_DOCUMENT): ViewState {
  return {
    history: startHistory(document),
    cache: emptyCache(document.clocks),
    selection: NO_SELECTION,
    panels: [],
    reading: {},
    regions: DEFAULT_REGIONS,
    tool: 'select',
    layoutWanted: 0,
    fitWanted: 0,
    drawnAs: DRAWN_PLAIN,
  };
}

/** Adds a changed canvas to the history, with the words of the act. */
function withCanvas(state: ViewState, words: string, canvas: ViewDocument['canvas']): ViewState {
  if (canvas === state.history.present.canvas) return state;
  return { ...state, history: act(state.history, words, { ...state.history.present, canvas }) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sameTrace = (a: TraceWay, b: TraceWay): boolean => same([a.from, a.to, a.switches], [b.from, b.to, b.switches]);

/** An empty canvas with the settings of the one before: layout, grouping and bundles. */
function emptied({ layout, grouping, bundles }: CanvasContent): CanvasContent {
  return { ...EMPTY_CANVAS, layout, grouping, bundles: { all: bundles.all, except: [] } };
}

function onPlace(state: ViewState, action: Extract<Action, { type: 'place' }>): ViewState {
  const before = state.history.present;
  // An answer without what is struck says what to draw; it is read as it is.
  const isOfWhatIf = isWhatIf(action.clocks) && clocksKey(action.clocks) === clocksKey(before.clocks);
  const cache = isOfWhatIf ? state.cache : receive(state.cache, action.clocks, action.nodes, action.edges);
  if (cache === state.cache && !isOfWhatIf) return state;
  const canvas = place(action.fresh ? emptied(before.canvas) : before.canvas, action.entities, action.edges, action.around);
  const trace = action.trace && !sameTrace(action.trace, before.trace) ? action.trace : before.trace;
  const changed = canvas !== before.canvas || trace !== before.trace;
  // During the search the ends of a trace were a step of their own; its drawing becomes part of that step.
  const last = state.history.past.at(-1)?.document;
  const joins = action.trace !== undefined && trace === before.trace && last?.canvas === before.canvas && last.trace !== before.trace;
  const document = { ...before, canvas, trace };
  const history = !changed ? state.history : joins ? amend(state.history, document) : act(state.history, action.words, document);
  const leftOut = action.left && action.left.length > 0 ? { act: action.words, claims: action.left } : undefined;
  const next: ViewState = { ...state, cache, history, desk: undefined, leftOut, reading: trace === before.trace ? state.reading : {} };
  const needsLayout = canvas.entities.some((id) => !canvas.positions.has(id));
  return needsLayout ? { ...next, layoutWanted: next.layoutWanted + 1 } : next;
}

/** The selection without elements that are no longer drawn. */
function stillDrawn(selection: Selection, canvas: CanvasContent): Selection {
  const [entities, claims] = [new Set(canvas.entities), new Set(canvas.claims)];
  const next = { entities: selection.entities.filter((id) => entities.has(id)), claims: selection.claims.filter((id) => claims.has(id)) };
  return next.entities.length === selection.entities.length && next.claims.length === selection.claims.length ? selection : next;
}

/** A document of the history may have other clocks: the cache is then emptied, and everything is read again. */
function atItsClocks(state: ViewState): ViewState {
  const { clocks, canvas } = state.history.present;
  const cache = state.cache.clocks === clocksKey(drawnClocks(clocks)) ? state.cache : emptyCache(clocks);
  return { ...state, cache, selection: stillDrawn(state.selection, canvas) };
}

/** The state after undo, redo or a jump: the reading and what was left out belonged to the document before. */
function walkedTo(state: ViewState, history: History<ViewDocument>): ViewState {
  if (history === state.history) return state;
  const [before, after] = [state.history.present, history.present];
  const { entities, positions } = after.canvas;
  const others = !same(before.canvas.entities.toSorted(), entities.toSorted());
  return atItsClocks({
    ...state,
    history,
    leftOut: undefined,
    panels: state.panels.filter(
      ({ kind }) => (kind !== 'prose' || (after.trace.from && after.trace.to)) && (kind !== 'compare' || after.compare !== undefined),
    ),
    reading: before.trace === after.trace ? state.reading : {},
    layoutWanted: state.layoutWanted + (entities.some((id) => !positions.has(id)) ? 1 : 0),
    fitWanted: state.fitWanted + (others ? 1 : 0),
    fitOn: undefined,
  });
}

/** The case has changed: what is gone is no longer selected. The canvas goes on naming it, because a later revision may hold it again. */
function onReadAgain(state: ViewState, read: ReadAgain): ViewState {
  const cache = replaceRead(state.cache, state.history.present.canvas, read);
  if (cache === state.cache) return state;
  const { selection, leftOut } = state;
  const claims = leftOut?.claims.filter((id) => cache.edges.has(id)) ?? [];
  return {
    ...state,
    cache,
    selection: { entities: selection.entities.filter((id) => !cache.absent.has(id)), claims: selection.claims.filter((id) => !cache.absent.has(id)) },
    leftOut: leftOut && claims.length > 0 ? { ...leftOut, claims } : undefined,
  };
}

/** Another view in place of this one. The steps done so far stay, so that undo leads back; what was read at its clocks is not read again. */
function restored(state: ViewState, view: ViewState, words: string): ViewState {
  const walked = walkedTo(state, act(state.history, words, view.history.present));
  const { selection, panels, reading, regions, desk, leftOut, unreadView } = view;
  return { ...walked, selection, panels, reading, regions, desk, leftOut, unreadView };
}

function onTrace(state: ViewState, words: string, trace: TraceWay): ViewState {
  const document = state.history.present;
  if (sameTrace(trace, document.trace)) return state;
  return { ...state, history: act(state.history, words, { ...document, trace }), reading: {} };
}

function onCompare(state: ViewState, words: string, compare: Comparison | undefined): ViewState {
  const { compare: before, ...document } = state.history.present;
  if (same(before, compare)) return state;
  const clocks = compare ? (compare.show === 'before' ? compare.before : compare.after) : document.clocks;
  const panels = compare ? state.panels : state.panels.filter(({ kind }) => kind !== 'compare');
  return atItsClocks({ ...state, panels, history: act(state.history, words, { ...document, clocks, ...(compare ? { compare } : {}) }) });
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

function onSelect(state: ViewState, action: Extract<Action, { type: 'select' }>): ViewState {
  const { selection, panel, add } = action;
  const next = add ? { entities: union(state.selection.entities, selection.entities), claims: union(state.selection.claims, selection.claims) } : selection;
  return { ...state, selection: next, panels: panel ? open(state.panels, panel) : state.panels };
}

function samePanel(a: Panel | undefined, b: Panel): boolean {
  return a !== undefined && same(a, b);
}

/** Panels kept for going back; the oldest are dropped. */
const PANEL_DEPTH = 20;

function open(panels: readonly Panel[], panel: Panel): Panel[] {
  return samePanel(panels.at(-1), panel) ? [...panels] : [...panels, panel].slice(-PANEL_DEPTH);
}

/** Acts that show something in the place of the dossier. */
const LEAVES_DOSSIER: readonly Action['type'][] = ['place', 'show', 'middle', 'clear', 'open', 'restore', 'trace'];

export function reduce(before: ViewState, action: Action): ViewState {
  const isLeft = before.dossier !== undefined && (LEAVES_DOSSIER.includes(action.type) || (action.type === 'select' && action.panel !== undefined));
  const state = isLeft ? { ...before, dossier: undefined } : before;
  const document = state.history.present;
  const { canvas } = document;
  switch (action.type) {
    case 'place':
      return onPlace(state, action);
    case 'reading-stopped':
      return { ...state, stopped: action.stopped ? { entities: canvas.entities, claims: canvas.claims, clocks: document.clocks } : undefined };
    case 'view-unread':
      return { ...state, unreadView: action.digest };
    case 'received':
      return { ...state, cache: receive(state.cache, action.clocks, action.nodes, action.edges, action.absent) };
    case 'read-again':
      return onReadAgain(state, action.read);
    case 'remove':
      return atItsClocks(withCanvas(state, action.words, remove(canvas, action.ids, state.cache.edges)));
    case 'collapse': {
      const leaves = leavesOf(canvas, action.id, state.cache.edges);
      return atItsClocks(withCanvas(state, action.words, remove(canvas, leaves, state.cache.edges)));
    }
    case 'hide':
      return { ...withCanvas(state, action.words, hide(canvas, action.entities, action.claims)), selection: NO_SELECTION };
    case 'show-hidden':
      return withCanvas(state, action.words, showHidden(canvas));
    case 'show':
      return withCanvas(state, action.words, show(canvas, action.entities, action.claims));
    case 'move':
      return withCanvas(state, action.words, moveByHand(canvas, action.positions));
    case 'release':
      return withCanvas(state, action.words, release(canvas, action.ids));
    case 'laid-out': {
      // The map is kept where it has every position, because the picture that was laid out with it is known by it.
      const whole = [...canvas.positions.keys()].every((id) => action.positions.has(id));
      const positions = whole ? action.positions : new Map([...canvas.positions, ...action.positions]);
      const still = action.show?.length === 0;
      return {
        ...state,
        history: amend(state.history, { ...document, canvas: { ...canvas, positions, pictured: action.pictured ?? false } }),
        fitWanted: state.fitWanted + (still ? 0 : 1),
        fitOn: still ? state.fitOn : action.show,
      };
    }
    case 'drawn-as':
      return same(action.as, state.drawnAs) ? state : { ...state, drawnAs: action.as };
    case 'opened':
      return same(action.opened, canvas.opened) ? state : withCanvas(state, action.words, { ...canvas, opened: [...action.opened] });
    case 'layout': {
      // The act is recorded with the old positions, so that undo restores them.
      const next = withCanvas(state, action.words, { ...canvas, layout: action.layout, centre: action.layout === 'concentric' ? (action.centre ?? []) : [] });
      return { ...next, layoutWanted: next.layoutWanted + 1 };
    }
    case 'group': {
      if (action.grouping === canvas.grouping) return state;
      const next = withCanvas(state, action.words, { ...canvas, grouping: action.grouping });
      // Where entities were placed by hand no layout is requested: frames are drawn around the positions.
      return canvas.placed.length > 0 ? next : { ...next, layoutWanted: next.layoutWanted + 1 };
    }
    case 'hand-group':
      return withCanvas(state, action.words, putGroup(canvas, action.group));
    case 'bundle':
      return same(action.bundles, canvas.bundles) ? state : withCanvas(state, action.words, { ...canvas, bundles: action.bundles });
    case 'filters':
      return { ...state, history: act(state.history, action.words, { ...document, filters: action.filters }) };
    case 'clocks': {
      // While two states are compared, the dates are those of the one in which the view stands; with a draft and without, those of both.
      const { compare } = document;
      const sides = compare?.draft !== undefined ? (['before', 'after'] as const) : ([compare?.show === 'before' ? 'before' : 'after'] as const);
      const side = compare && { compare: { ...compare, ...Object.fromEntries(sides.map((one) => [one, action.clocks])) } };
      return atItsClocks({ ...state, history: act(state.history, action.words, { ...document, ...side, clocks: action.clocks }) });
    }
    case 'compare':
      return onCompare(state, action.words, action.compare);
    case 'as-it-is':
      return action.on === (state.asItIs ?? false) ? state : { ...state, asItIs: action.on || undefined };
    case 'middle':
      if (same(action.middle, document.middle)) return state.desk === undefined ? state : { ...state, desk: undefined };
      return { ...state, desk: undefined, history: act(state.history, action.words, { ...document, middle: action.middle }) };
    case 'clear':
      return {
        ...state,
        history: act(state.history, action.words, { ...document, canvas: EMPTY_CANVAS, trace: NO_TRACE, middle: GRAPH_ALONE, compare: undefined }),
        selection: NO_SELECTION,
        panels: [],
        reading: {},
        desk: undefined,
        leftOut: undefined,
      };
    case 'desk':
      return same(action.desk, state.desk) && state.dossier === undefined ? state : { ...state, desk: action.desk, dossier: undefined };
    case 'dossier':
      return { ...state, dossier: action.open ? (state.dossier ?? 0) + 1 : undefined };
    case 'undo':
      return walkedTo(state, undo(state.history));
    case 'redo':
      return walkedTo(state, redo(state.history));
    case 'jump':
      return walkedTo(state, jump(state.history, action.to));
    case 'select':
      return onSelect(state, action);
    case 'open':
      return { ...state, panels: open(state.panels, titledInLine(action.panel)), regions: { ...state.regions, rightOpen: true } };
    case 'back':
      return { ...state, panels: state.panels.slice(0, -1), selection: state.panels.length <= 1 ? NO_SELECTION : selectionOf(state.panels.at(-2)) };
    case 'close-panels':
      return { ...state, panels: [], selection: NO_SELECTION };
    case 'trace':
      return onTrace(state, action.words, action.trace);
    case 'read':
      return { ...state, reading: action.reading };
    case 'tool':
      return { ...state, tool: action.tool };
    case 'regions':
      return { ...state, regions: { ...state.regions, ...action.regions } };
    case 'fit':
      return { ...state, fitWanted: state.fitWanted + 1, fitOn: 'whole' };
    case 'mark': {
      // An entity of the other state is laid out once it is known.
      const comes = action.marks?.also?.nodes.some(({ id }) => canvas.entities.includes(id) && !canvas.positions.has(id));
      return { ...state, marks: action.marks, layoutWanted: state.layoutWanted + (comes ? 1 : 0) };
    }
    case 'restore':
      return action.words === undefined ? action.state : restored(state, action.state, action.words);
  }
}

/** What is selected when the user goes back to a panel. */
function selectionOf(panel: Panel | undefined): Selection {
  if (panel?.kind === 'entity') return { entities: [panel.id], claims: [] };
  if (panel?.kind === 'claim') return { entities: [], claims: [panel.id] };
  return NO_SELECTION;
}
