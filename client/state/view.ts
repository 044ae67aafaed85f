/** The shape of a view: what is drawn, filters and clocks, what is selected and open. */
import type { z } from 'zod';
import type { recordKind } from '../../server/contract/records.ts';
import { type ViewFilters, viewFilters } from '../../server/contract/view-filters.ts';
import type { COMPARED_SHOWN, GROUPINGS, LAYOUTS, LEFT_TABS, MIDDLES, TIME_BY, TIME_LANES } from '../../server/contract/view-link.ts';
import type { Clocks, Selector, TraceSwitches, ClaimFilter } from '../../server/domain/model/questions.ts';
import type { EntityType, GapKind, Role } from '../../server/domain/model/lists.ts';

export interface Point {
  x: number;
  y: number;
}
/** Positions by entity id. A Map, because an id may be "constructor". */
export type Positions = ReadonlyMap<string, Point>;
export type LayoutName = (typeof LAYOUTS)[number];
export type Grouping = (typeof GROUPINGS)[number];
/** Entities grouped by hand, drawn in one frame with its name. */
export interface HandGroup {
  id: string;
  name: string;
  members: string[];
}
/** Whether parallel claims between two entities are drawn as one edge: for all pairs or none, except the pairs listed ("a b", sorted). */
export interface Bundles {
  all: boolean;
  except: string[];
}

/** The content of the canvas. Positions are in drawing units; entities in `placed` were placed by hand and are moved by no layout. */
export interface CanvasContent {
  entities: string[];
  claims: string[];
  /** Ends of drawn claims that are not drawn (a place, a legal case), needed to read the claims again. */
  also: string[];
  hidden: string[];
  hiddenClaims: string[];
  positions: Positions;
  placed: string[];
  layout: LayoutName;
  /** Centre of the concentric layout: what was selected when it was requested. */
  centre: string[];
  grouping: Grouping;
  /** Groups by hand. An entity is in one at most, and they come before `grouping`. */
  groups: HandGroup[];
  bundles: Bundles;
  /** Ids of the folds of the drawing that were opened. */
  opened: string[];
  /** Whether its positions are those of a picture that was placed whole, with its lines. */
  pictured: boolean;
}
/** Entities that a large drawing shows as one counted body. */
export interface Folded {
  id: string;
  label: string;
  members: readonly string[];
  /** Id of what stands for them in the drawing. */
  element: string;
}
/** How a large drawing shows its entities, for the lists beside it. It depends on the room of the drawing, so it is no part of the document. */
export interface DrawnAs {
  folds: readonly Folded[];
  /** Folds that were opened. */
  unfolded: readonly Folded[];
  /** Entities in a list under their only neighbour. */
  lists: readonly { hub: string; members: readonly string[] }[];
}
export const DRAWN_PLAIN: DrawnAs = { folds: [], unfolded: [], lists: [] };
/** The filters on what is drawn; each is declared in the contract. */
export type Filters = ViewFilters;
/** The ends and switches of a trace. Part of the document, so that undo includes it. */
export interface TraceWay {
  from?: Selector;
  to?: Selector;
  switches: TraceSwitches;
}
/** Two states of the case beside each other. The view stands at the clocks of the second, or of the first where that alone is shown. */
export interface Comparison {
  before: Clocks;
  after: Clocks;
  show: (typeof COMPARED_SHOWN)[number];
  /** The case whose draft the second is with, as it is in this browser: no link holds it. */
  draft?: string;
}
/** The part of a view that undo and redo restore. */
export interface ViewDocument {
  canvas: CanvasContent;
  filters: Filters;
  clocks: Clocks;
  trace: TraceWay;
  middle: Middle;
  /** Absent while nothing is compared. */
  compare?: Comparison;
}
/** Which path is read, and the hop emphasised in it. Reading is no act on the view. */
export interface PathReading {
  path?: string;
  hop?: number;
}
/** What the last act did not draw because of a limit, to choose from. */
export interface LeftOut {
  act: string;
  claims: string[];
}
export type Tool = 'select' | 'lasso';
export interface Selection {
  entities: string[];
  claims: string[];
}
export const NO_SELECTION: Selection = { entities: [], claims: [] };

/** What the right region shows. Panels form a stack, so that Esc goes back. */
export type Panel =
  | { kind: 'claim'; id: string; citation?: string }
  | { kind: 'entity'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'voice'; id: string }
  | { kind: 'prose' }
  | { kind: 'claims'; title: string; filter: ClaimFilter; clocks?: Clocks }
  | { kind: 'roles'; title: string; plots?: string[]; roles?: Role[]; datasets?: string[] }
  | { kind: 'sources' }
  | { kind: 'voices' }
  /** What voices have in common. */
  | { kind: 'overlap' }
  /** What wants corroboration. */
  | { kind: 'gaps'; reason?: GapKind }
  | { kind: 'entities'; title: string; types?: EntityType[] }
  | { kind: 'sets' }
  | { kind: 'set'; id: string }
  | { kind: 'left-out' }
  /** What differs between the two states that are compared. */
  | { kind: 'compare' }
  | { kind: 'notebook' }
  | { kind: 'assessment'; id: string }
  /** What falls without what is struck. */
  | { kind: 'what-if' }
  /** Who stands between sponsors and plots. */
  | { kind: 'brokers' }
  /** Stored questions with what of their answers changed. */
  | { kind: 'watches' }
  /** What is new since an instant on the recorded clock. */
  | { kind: 'since'; recorded: string }
  /** The changes that were drafted and are not written yet. */
  | { kind: 'draft' }
  | { kind: 'changes' }
  /** A change set. */
  | { kind: 'change'; id: string }
  /** The states that a record had. */
  | { kind: 'history'; of: RecordKind; id: string };
export type RecordKind = z.infer<typeof recordKind>;

/** Whose claims are the rows of table and timeline: all of one entity, or of one list. */
export type RowScope = Extract<Panel, { kind: 'entity' | 'claims' }>;
export type TimeBy = (typeof TIME_BY)[number];
export type TimeLanes = (typeof TIME_LANES)[number];
/** What stands in the middle of the workbench. Without `of`, the rows are of what is drawn. */
export interface Middle {
  show: (typeof MIDDLES)[number];
  of?: RowScope;
  /** By which dates the timeline places claims; absent: when they happened. */
  by?: TimeBy;
  /** Of what its lanes are; absent: of plots and measures. */
  lanes?: TimeLanes;
}

/** The desk: which text is read there, the paragraph that is looked at, and the citation whose passage is lit. */
export interface Desk {
  source?: string;
  at?: number;
  cite?: string;
}

export type LeftTab = (typeof LEFT_TABS)[number];
export interface Regions {
  tab: LeftTab;
  leftOpen: boolean;
  rightOpen: boolean;
  leftWidth: number;
  rightWidth: number;
}

export const EMPTY_CANVAS: CanvasContent = {
  entities: [],
  claims: [],
  also: [],
  hidden: [],
  hiddenClaims: [],
  positions: new Map(),
  placed: [],
  layout: 'layered',
  centre: [],
  grouping: 'none',
  groups: [],
  bundles: { all: false, except: [] },
  opened: [],
  pictured: false,
};
export const NO_FILTERS: Filters = viewFilters.parse({});
export const NO_TRACE: TraceWay = { switches: {} };
export const GRAPH_ALONE: Middle = { show: 'graph' };
export const EMPTY_DOCUMENT: ViewDocument = { canvas: EMPTY_CANVAS, filters: NO_FILTERS, clocks: {}, trace: NO_TRACE, middle: GRAPH_ALONE };
export const DEFAULT_REGIONS: Regions = {
  tab: 'filters',
  leftOpen: true,
  rightOpen: true,
  leftWidth: 264,
  rightWidth: 424,
};
