/** The view in the address bar: a strict, versioned text of what is drawn, filtered, dated, selected and open. */
import { z } from "zod";
import { claimFilter, clocks, entityType, group, id, selector, supportLevel, traceSwitches } from "../../server/contract/records.ts";
import { emptyCache } from "./graph-cache.ts";
import { startHistory } from "./history.ts";
import { initialState, type ViewState } from "./reduce.ts";
import { DEFAULT_REGIONS, EMPTY_CANVAS, LAYOUTS, LEFT_TABS, NO_FILTERS, NO_SELECTION, ORIGIN_FILTERS } from "./view.ts";

/** Raised whenever the shape changes; a link of another version is refused, not guessed at. */
const VERSION = 1;
const LENGTH_LIMIT = 400_000;

const ids = z.array(id).max(10_000);
const coordinate = z.number().finite().min(-1e6).max(1e6);
const panel = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim"), id }),
  z.strictObject({ kind: z.literal("entity"), id }),
  z.strictObject({ kind: z.literal("source"), id }),
  z.strictObject({ kind: z.literal("voice"), id }),
  z.strictObject({ kind: z.literal("prose") }),
  z.strictObject({ kind: z.literal("claims"), title: z.string().max(4_000), filter: claimFilter, clocks: clocks.optional() }),
  z.strictObject({ kind: z.literal("roles"), title: z.string().max(4_000), plots: ids.optional() }),
  z.strictObject({ kind: z.literal("sources") }),
  z.strictObject({ kind: z.literal("voices") }),
]);
const viewLink = z.strictObject({
  v: z.literal(VERSION),
  e: z.array(z.tuple([id, coordinate, coordinate])).max(2_000).optional(),
  /** Entities without a place yet. */
  n: ids.optional(),
  c: ids.optional(),
  also: ids.optional(),
  hide: ids.optional(),
  hideC: ids.optional(),
  pin: ids.optional(),
  layout: z.enum(LAYOUTS).optional(),
  f: z
    .strictObject({
      standingAtLeast: supportLevel.optional(),
      origins: z.enum(ORIGIN_FILTERS).default("any"),
      hiddenGroups: z.array(group).default([]),
      hiddenTypes: z.array(entityType).default([]),
      contestedOnly: z.boolean().default(false),
      source: id.optional(),
      voice: id.optional(),
    })
    .optional(),
  clocks: clocks.optional(),
  sel: z.strictObject({ e: ids.optional(), c: ids.optional() }).optional(),
  panel: panel.optional(),
  trace: z
    .strictObject({ from: selector.optional(), to: selector.optional(), switches: traceSwitches.default({}), path: z.string().max(4_000).optional(), hop: z.int().min(0).optional() })
    .optional(),
  tab: z.enum(LEFT_TABS).optional(),
  left: z.union([z.literal(false), z.number().min(160).max(700)]).optional(),
  right: z.union([z.literal(false), z.number().min(240).max(900)]).optional(),
});
type ViewLink = z.input<typeof viewLink>;

const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);
const isDefault = (value: unknown, usual: unknown): boolean => JSON.stringify(value) === JSON.stringify(usual);

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
}

/** True where nothing is drawn, asked or open: such a view needs no link. */
function isBlank(state: ViewState): boolean {
  const { canvas, clocks: dates } = state.history.present;
  return canvas.entities.length === 0 && state.panels.length === 0 && !state.trace.from && !state.trace.to && isDefault(dates, {});
}

/** The view as the text after `#`; empty for the opening screen. */
export function encodeView(state: ViewState): string {
  if (isBlank(state)) return "";
  const { canvas, filters, clocks: dates } = state.history.present;
  const { regions, trace, selection } = state;
  const placed = canvas.entities.filter((e) => canvas.positions[e]);
  const link: ViewLink = {
    v: VERSION,
    e: some(placed.map((e): [string, number, number] => [e, Math.round(canvas.positions[e]!.x), Math.round(canvas.positions[e]!.y)])),
    n: some(canvas.entities.filter((e) => !canvas.positions[e])),
    c: some(canvas.claims),
    also: some(canvas.also),
    hide: some(canvas.hidden),
    hideC: some(canvas.hiddenClaims),
    pin: some(canvas.placed),
    layout: canvas.layout === EMPTY_CANVAS.layout ? undefined : canvas.layout,
    f: isDefault(filters, NO_FILTERS) ? undefined : filters,
    clocks: isDefault(dates, {}) ? undefined : dates,
    sel: isDefault(selection, NO_SELECTION) ? undefined : { e: some(selection.entities), c: some(selection.claims) },
    panel: state.panels.at(-1),
    trace: isDefault(trace, { switches: {} }) ? undefined : trace,
    tab: regions.tab === DEFAULT_REGIONS.tab ? undefined : regions.tab,
    left: regions.leftOpen ? (regions.leftWidth === DEFAULT_REGIONS.leftWidth ? undefined : Math.round(regions.leftWidth)) : false,
    right: regions.rightOpen ? (regions.rightWidth === DEFAULT_REGIONS.rightWidth ? undefined : Math.round(regions.rightWidth)) : false,
  };
  // Through the schema, so that the order of fields is always the same.
  return toBase64Url(JSON.stringify(viewLink.parse(link)));
}

/** The view of a link, its entities and claims still to be read; undefined for a text that is not one of ours. */
export function decodeView(text: string): ViewState | undefined {
  if (text === "" || text.length > LENGTH_LIMIT) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(fromBase64Url(text));
  } catch {
    return undefined;
  }
  const parsed = viewLink.safeParse(raw);
  if (!parsed.success) return undefined;
  const link = parsed.data;
  const dates = link.clocks ?? {};
  const base = initialState();
  return {
    ...base,
    history: startHistory({
      canvas: {
        entities: [...(link.e ?? []).map(([e]) => e), ...(link.n ?? [])],
        positions: Object.fromEntries((link.e ?? []).map(([e, x, y]) => [e, { x, y }])),
        claims: link.c ?? [],
        also: link.also ?? [],
        hidden: link.hide ?? [],
        hiddenClaims: link.hideC ?? [],
        placed: link.pin ?? [],
        layout: link.layout ?? EMPTY_CANVAS.layout,
      },
      filters: link.f ?? NO_FILTERS,
      clocks: dates,
    }),
    cache: emptyCache(dates),
    selection: { entities: link.sel?.e ?? [], claims: link.sel?.c ?? [] },
    panels: link.panel ? [link.panel] : [],
    trace: link.trace ?? { switches: {} },
    regions: {
      tab: link.tab ?? DEFAULT_REGIONS.tab,
      leftOpen: link.left !== false,
      rightOpen: link.right !== false,
      leftWidth: link.left || DEFAULT_REGIONS.leftWidth,
      rightWidth: link.right || DEFAULT_REGIONS.rightWidth,
    },
    layoutWanted: link.n ? 1 : 0,
    fitWanted: 1,
  };
}
