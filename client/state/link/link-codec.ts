/** Encodes a view as the text of a link and decodes it: strict, versioned, with what is drawn, filtered, dated, selected and open. */
import { BY_DATE, VIEW_LIMITS, type ViewLink, viewLink } from '../../../server/contract/view-link.ts';
import { emptyCache } from '../canvas/graph-cache.ts';
import { startHistory } from '../history.ts';
import { initialState, type ViewState } from '../reduce.ts';
import {
  type CanvasContent,
  DEFAULT_REGIONS,
  DRAWN_PLAIN,
  EMPTY_CANVAS,
  type Filters,
  GRAPH_ALONE,
  NO_FILTERS,
  NO_SELECTION,
  type ViewDocument,
} from '../view.ts';

/** Base64 uses four characters for three bytes. */
const MOST_TEXT = (VIEW_LIMITS.text * 4) / 3;
const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);
const isDefault = (value: unknown, usual: unknown): boolean => JSON.stringify(value) === JSON.stringify(usual);

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
}

/** True where nothing is drawn, asked or open: such a view needs no link. */
function isBlank(state: ViewState): boolean {
  const { canvas, clocks, filters, trace, middle, compare } = state.history.present;
  const usual = isDefault(clocks, {}) && isDefault(filters, NO_FILTERS) && isDefault(middle, GRAPH_ALONE) && compare === undefined;
  return state.desk === undefined && canvas.entities.length === 0 && state.panels.length === 0 && !trace.from && !trace.to && usual;
}

/** The filters that differ from their defaults. */
function changed(filters: Filters): Partial<Filters> | undefined {
  const parts = Object.entries(filters).filter(([key, value]) => value !== undefined && !isDefault(value, NO_FILTERS[key as keyof Filters]));
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function bundled({ bundles }: CanvasContent): ViewLink['b'] {
  if (!bundles.all && bundles.except.length === 0) return undefined;
  return { all: bundles.all || undefined, but: some(bundles.except.slice(0, 5_000)) };
}

/** With a draft, which no link holds. */
export const isDrafted = (compare: ViewDocument['compare']): boolean => compare?.draft !== undefined;

/** The view in the shape of a link, with its fields in a fixed order; undefined for the opening screen. */
export function linkOf(state: ViewState): ViewLink | undefined {
  if (isBlank(state)) return undefined;
  const { canvas, filters, clocks, trace, middle, compare } = state.history.present;
  const { regions, reading, selection } = state;
  const traced = { ...trace, ...reading };
  const places = canvas.entities.map((id) => [id, canvas.positions.get(id)] as const);
  const link: ViewLink = {
    v: 1,
    e: some(places.flatMap(([id, at]): [string, number, number][] => (at ? [[id, Math.round(at.x), Math.round(at.y)]] : []))),
    n: some(places.flatMap(([id, at]) => (at ? [] : [id]))),
    c: some(canvas.claims),
    also: some(canvas.also),
    hide: some(canvas.hidden),
    hideC: some(canvas.hiddenClaims),
    pin: some(canvas.placed),
    layout: canvas.layout === EMPTY_CANVAS.layout ? undefined : canvas.layout,
    centre: canvas.layout === 'concentric' ? some(canvas.centre.slice(0, 50)) : undefined,
    by: canvas.grouping === EMPTY_CANVAS.grouping ? undefined : canvas.grouping,
    g: some(canvas.groups.slice(0, 200).map((group) => ({ id: group.id, name: group.name, in: group.members }))),
    b: bundled(canvas),
    open: some(canvas.opened.slice(0, 2_000)),
    pic: canvas.pictured || undefined,
    f: filters,
    clocks: isDefault(clocks, {}) ? undefined : clocks,
    // A draft is in this browser alone.
    cmp: isDrafted(compare) ? undefined : compare,
    sel: isDefault(selection, NO_SELECTION) ? undefined : { e: some(selection.entities), c: some(selection.claims) },
    // The panel of what was left out is not part of a link; the one below it is.
    panel: state.panels.findLast(({ kind }) => kind !== 'left-out' && !(kind === 'compare' && isDrafted(compare))),
    mid: isDefault(middle, GRAPH_ALONE) ? undefined : middle,
    trace: isDefault(traced, { switches: {} }) ? undefined : traced,
    desk: state.desk,
    tab: regions.tab === DEFAULT_REGIONS.tab ? undefined : regions.tab,
    left: regions.leftOpen ? (regions.leftWidth === DEFAULT_REGIONS.leftWidth ? undefined : Math.round(regions.leftWidth)) : false,
    right: regions.rightOpen ? (regions.rightWidth === DEFAULT_REGIONS.rightWidth ? undefined : Math.round(regions.rightWidth)) : false,
  };
  // The schema puts the fields in order; the defaults it adds are removed again.
  const parsed = viewLink.parse(link);
  return { ...parsed, f: parsed.f && changed(parsed.f) };
}

/** A document does not change, so each is put into text once. */
const TEXTS = new WeakMap<ViewDocument, string>();
/** A document in the shape of a link as JSON text, to keep and to compare; "null" for an empty one. */
export function documentText(document: ViewDocument): string {
  const text = TEXTS.get(document) ?? JSON.stringify(linkOf(initialState(document)) ?? null);
  TEXTS.set(document, text);
  return text;
}

/** The view as the text after `#`; empty for the opening screen. */
export function encodeView(state: ViewState): string {
  const link = linkOf(state);
  return link ? toBase64Url(JSON.stringify(link)) : '';
}

/** The address of a stored view: `~` and its digest, used where the view itself would be too long. */
export function storedAddress(digest: string): string {
  return `~${digest}`;
}
/** The digest in an address; undefined where the address holds the view itself. */
export function digestOf(address: string): string | undefined {
  return /^~([0-9a-f]{64})$/.exec(address)?.[1];
}
/** True where an address would be too long to be shared. */
export function isLong(text: string): boolean {
  return text.length > VIEW_LIMITS.inLink;
}

/** The view of a link, whose entities and claims must still be read; undefined for any other text. */
export function decodeView(text: string): ViewState | undefined {
  if (text === '' || text.length > MOST_TEXT) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(fromBase64Url(text));
  } catch {
    return undefined;
  }
  return readLink(raw);
}

/** The view of a stored link; undefined where it is invalid. */
export function readLink(raw: unknown): ViewState | undefined {
  const parsed = viewLink.safeParse(raw);
  if (!parsed.success) return undefined;
  const link = parsed.data;
  const dates = link.clocks ?? {};
  const { path, hop, ...way } = link.trace ?? { switches: {} };
  const base = initialState();
  // The positions of that layout were dates. Beside the timeline they mean nothing, so the graph is laid out anew.
  const byDate = link.layout === BY_DATE;
  return {
    ...base,
    history: startHistory({
      canvas: {
        entities: [...(link.e ?? []).map(([e]) => e), ...(link.n ?? [])],
        positions: new Map((link.e ?? []).map(([e, x, y]) => [e, { x, y }])),
        claims: link.c ?? [],
        also: link.also ?? [],
        hidden: link.hide ?? [],
        hiddenClaims: link.hideC ?? [],
        placed: link.pin ?? [],
        layout: link.layout === undefined || link.layout === BY_DATE ? EMPTY_CANVAS.layout : link.layout,
        centre: link.centre ?? [],
        grouping: link.by ?? EMPTY_CANVAS.grouping,
        groups: (link.g ?? []).map((group) => ({ id: group.id, name: group.name, members: group.in })),
        bundles: { all: link.b?.all ?? false, except: link.b?.but ?? [] },
        opened: link.open ?? [],
        pictured: link.pic ?? false,
      },
      filters: link.f ?? NO_FILTERS,
      clocks: dates,
      trace: way,
      ...(link.cmp ? { compare: link.cmp } : {}),
      middle: link.mid ?? (byDate ? { show: 'graph-timeline' } : GRAPH_ALONE),
    }),
    cache: emptyCache(dates),
    selection: { entities: link.sel?.e ?? [], claims: link.sel?.c ?? [] },
    panels: link.panel ? [link.panel] : [],
    ...(link.desk ? { desk: link.desk } : {}),
    reading: { ...(path === undefined ? {} : { path }), ...(hop === undefined ? {} : { hop }) },
    regions: {
      tab: link.tab ?? DEFAULT_REGIONS.tab,
      leftOpen: link.left !== false,
      rightOpen: link.right !== false,
      leftWidth: link.left || DEFAULT_REGIONS.leftWidth,
      rightWidth: link.right || DEFAULT_REGIONS.rightWidth,
    },
    layoutWanted: link.n || byDate ? 1 : 0,
    fitWanted: 1,
    drawnAs: DRAWN_PLAIN,
  };
}
