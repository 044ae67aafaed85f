/** The shape of a view: what is drawn, how it is filtered and dated, what is selected and open. */
import type {
  Clocks,
  EntityType,
  Group,
  Selector,
  SupportLevel,
  TraceSwitches,
  ClaimFilter,
} from "../../server/domain/model.ts";

export interface Point {
  x: number;
  y: number;
}
export const LAYOUTS = ["layered", "force"] as const;
export type LayoutName = (typeof LAYOUTS)[number];

/** What stands on the canvas. Positions are in drawing units; `placed` were put there by hand and never move. */
export interface CanvasContent {
  entities: string[];
  claims: string[];
  /** Ends of drawn claims that are not drawn themselves (a place, a case); needed to ask for the claims again. */
  also: string[];
  hidden: string[];
  hiddenClaims: string[];
  positions: Record<string, Point>;
  placed: string[];
  layout: LayoutName;
}
export const ORIGIN_FILTERS = ["any", "uninvolved", "two", "open"] as const;
export type OriginFilter = (typeof ORIGIN_FILTERS)[number];
export interface Filters {
  standingAtLeast?: SupportLevel;
  origins: OriginFilter;
  hiddenGroups: Group[];
  hiddenTypes: EntityType[];
  contestedOnly: boolean;
  source?: string;
  voice?: string;
}
/** The part of a view that undo and redo walk through. */
export interface ViewDocument {
  canvas: CanvasContent;
  filters: Filters;
  clocks: Clocks;
}
export interface Selection {
  entities: string[];
  claims: string[];
}
export const NO_SELECTION: Selection = { entities: [], claims: [] };

/** What the right region shows; kept as a stack so that Esc goes back. */
export type Panel =
  | { kind: "claim"; id: string }
  | { kind: "entity"; id: string }
  | { kind: "source"; id: string }
  | { kind: "voice"; id: string }
  | { kind: "prose" }
  | { kind: "claims"; title: string; filter: ClaimFilter; clocks?: Clocks }
  | { kind: "roles"; title: string; plots?: string[] }
  | { kind: "sources" }
  | { kind: "voices" };

export interface TraceState {
  from?: Selector;
  to?: Selector;
  switches: TraceSwitches;
  /** Id of the path read, and the hop lit in it. */
  path?: string;
  hop?: number;
}
export const LEFT_TABS = ["filters", "trace", "contents"] as const;
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
  positions: {},
  placed: [],
  layout: "layered",
};
export const NO_FILTERS: Filters = {
  origins: "any",
  hiddenGroups: [],
  hiddenTypes: [],
  contestedOnly: false,
};
export const EMPTY_DOCUMENT: ViewDocument = { canvas: EMPTY_CANVAS, filters: NO_FILTERS, clocks: {} };
export const DEFAULT_REGIONS: Regions = {
  tab: "filters",
  leftOpen: true,
  rightOpen: true,
  leftWidth: 264,
  rightWidth: 424,
};
