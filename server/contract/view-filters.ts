/** The filters of a view: each declared once with its schema and its default, from which the link, the client's state and its declared filters derive. */
import { z } from 'zod';
import { entityType, group, id, NO_DATE, supportLevel } from './records.ts';

export const FILTER_MANNERS = ['hide', 'dim'] as const;

const listed = z.array(id).max(1_000).default([]);
const figure = z.int().min(0).max(1_000_000).default(0);
const flag = z.boolean().default(false);

/** A year, a month or a day: what a page compares without the grammar of dates. */
export const plainDate = z.union([z.string().regex(/^[0-9]{4}$/, NO_DATE), z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, NO_DATE), z.iso.date(NO_DATE)]);

/** In the order a link holds them. What each lets pass, asks of the server and is called stands in client/state/filters/declared-filters.ts. */
const declared = {
  standingAtLeast: supportLevel.optional(),
  /** 0: any number. */
  originsAtLeast: figure,
  uninvolvedAtLeast: figure,
  /** Only claims with an origin that is not established. */
  openOnly: flag,
  contestedOnly: flag,
  firstPublishedAfter: plainDate.optional(),
  hiddenGroups: z.array(group).max(20).default([]),
  hiddenTypes: z.array(entityType).max(20).default([]),
  hiddenPredicates: listed,
  /** Any of these; none named: all. */
  sources: listed,
  voices: listed,
  datasets: listed,
};
export type FilterKey = keyof typeof declared;

/** `manner`: what does not pass is left out, or drawn faint and counted nowhere. */
export const viewFilters = z.strictObject({ ...declared, manner: z.enum(FILTER_MANNERS).default('hide') });
export type ViewFilters = z.output<typeof viewFilters>;
