/** A view as a link or a stored view holds it: the strict schema and its closed lists, shared by client and server. */
import { z } from 'zod';
import { GAP_KINDS, ID_PATTERN } from '../domain/model/lists.ts';
import { claimFilter, clocks, entityType, id, lineText, recordId, recordKind, refusedFor, role, selector, shortText, traceSwitches } from './records.ts';
import { viewFilters } from './view-filters.ts';

export const LAYOUTS = ['layered', 'force', 'concentric', 'grid'] as const;
/** A layout of earlier links. It opens the timeline beside the graph. */
export const BY_DATE = 'timeline';
export const GROUPINGS = ['none', 'type', 'country'] as const;
/** What stands in the middle of the workbench: one view, or one beside the graph. */
export const MIDDLES = ['graph', 'table', 'graph-table', 'timeline', 'graph-timeline'] as const;
/** By which dates the timeline places claims, and of what its lanes are. */
export const TIME_BY = ['happened', 'published'] as const;
export const TIME_LANES = ['plots', 'people', 'voices'] as const;
/** Which of two states that are compared is drawn. */
export const COMPARED_SHOWN = ['both', 'before', 'after'] as const;
export const LEFT_TABS = ['filters', 'trace', 'contents', 'what-if'] as const;
/** In characters. `inLink`: longest view that is written into the address; `text`: longest view at all. */
export const VIEW_LIMITS = { inLink: 6_000, text: 400_000 } as const;

const MEMBERS_IN_ALL = 2_000;
const ids = z.array(id).max(10_000);
const figure = z.int().min(0).max(1_000_000);
/** A place on the drawing, in its pixels. */
export const coordinate = z.number().finite().min(-1e6).max(1e6);
/** Long enough for the text of a question. */
const title = lineText(4_000);
const slug = ID_PATTERN.source.slice(1, -1);
/** Two entity ids, sorted, with a space between. */
const pairKey = z
  .string()
  .max(400)
  .regex(new RegExp(`^${slug} ${slug}$`), 'is no pair of ids');
const entityPanel = z.strictObject({ kind: z.literal('entity'), id });
const claimsPanel = z.strictObject({ kind: z.literal('claims'), title, filter: claimFilter, clocks: clocks.optional() });
const panel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim'), id, citation: id.optional() }),
  entityPanel,
  z.strictObject({ kind: z.literal('source'), id }),
  z.strictObject({ kind: z.literal('voice'), id }),
  z.strictObject({ kind: z.literal('prose') }),
  claimsPanel,
  z.strictObject({ kind: z.literal('roles'), title, plots: ids.optional(), roles: z.array(role).optional(), datasets: ids.optional() }),
  z.strictObject({ kind: z.literal('sources') }),
  z.strictObject({ kind: z.literal('voices') }),
  z.strictObject({ kind: z.literal('overlap') }),
  z.strictObject({ kind: z.literal('gaps'), reason: z.enum(GAP_KINDS).optional() }),
  z.strictObject({ kind: z.literal('entities'), title, types: z.array(entityType).max(20).optional() }),
  z.strictObject({ kind: z.literal('sets') }),
  z.strictObject({ kind: z.literal('set'), id }),
  z.strictObject({ kind: z.literal('left-out') }),
  z.strictObject({ kind: z.literal('compare') }),
  z.strictObject({ kind: z.literal('notebook') }),
  z.strictObject({ kind: z.literal('assessment'), id }),
  z.strictObject({ kind: z.literal('what-if') }),
  z.strictObject({ kind: z.literal('brokers') }),
  z.strictObject({ kind: z.literal('watches') }),
  z.strictObject({ kind: z.literal('since'), recorded: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('draft') }),
  z.strictObject({ kind: z.literal('changes') }),
  z.strictObject({ kind: z.literal('change'), id }),
  z.strictObject({ kind: z.literal('history'), of: recordKind, id: recordId }),
]);
const handGroup = z.strictObject({ id: z.string().regex(/^g[0-9]{1,6}$/, 'is no id of a group'), name: shortText, in: z.array(id).min(1).max(MEMBERS_IN_ALL) });

/** Unknown fields are refused. A new optional field does not raise `v`; a change of meaning does, and a link of another version is refused. */
export const viewLink = z.strictObject({
  v: z.literal(1),
  e: z
    .array(z.tuple([id, coordinate, coordinate]))
    .max(2_000)
    .optional(),
  /** Entities that have no position yet. */
  n: ids.optional(),
  c: ids.optional(),
  also: ids.optional(),
  hide: ids.optional(),
  hideC: ids.optional(),
  pin: ids.optional(),
  layout: z.enum([...LAYOUTS, BY_DATE]).optional(),
  centre: z.array(id).max(50).optional(),
  by: z.enum(GROUPINGS).optional(),
  g: z
    .array(handGroup)
    .max(200)
    .refine(
      (groups) => groups.reduce((sum, one) => sum + one.in.length, 0) <= MEMBERS_IN_ALL,
      refusedFor(`has more than ${MEMBERS_IN_ALL} members in all`, 'take members out of the groups'),
    )
    .optional(),
  b: z.strictObject({ all: z.boolean().optional(), but: z.array(pairKey).max(5_000).optional() }).optional(),
  /** Folds of the drawing that were opened. */
  open: z.array(shortText).max(2_000).optional(),
  /** The drawing was placed whole, with its lines. */
  pic: z.boolean().optional(),
  f: viewFilters.optional(),
  clocks: clocks.optional(),
  /** Two states that are compared. */
  cmp: z.strictObject({ before: clocks.default({}), after: clocks.default({}), show: z.enum(COMPARED_SHOWN).default('both') }).optional(),
  sel: z.strictObject({ e: ids.optional(), c: ids.optional() }).optional(),
  panel: panel.optional(),
  /** `of`: whose claims are the rows; absent: what is drawn. `by` and `lanes` are of the timeline. */
  mid: z
    .strictObject({
      show: z.enum(MIDDLES),
      of: z.discriminatedUnion('kind', [entityPanel, claimsPanel]).optional(),
      by: z.enum(TIME_BY).optional(),
      lanes: z.enum(TIME_LANES).optional(),
    })
    .optional(),
  trace: z
    .strictObject({ from: selector.optional(), to: selector.optional(), switches: traceSwitches.default({}), path: title.optional(), hop: figure.optional() })
    .optional(),
  /** The desk, with the text that is read and where in it; absent: the graph is explored. */
  desk: z.strictObject({ source: id.optional(), at: z.int().min(1).max(1_000_000).optional(), cite: recordId.optional() }).optional(),
  tab: z.enum(LEFT_TABS).optional(),
  left: z.union([z.literal(false), z.number().min(160).max(700)]).optional(),
  right: z.union([z.literal(false), z.number().min(240).max(900)]).optional(),
});
export type ViewLink = z.input<typeof viewLink>;
