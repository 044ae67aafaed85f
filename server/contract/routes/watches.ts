/** Watches: stored questions, each with the instant up to which its answer was seen, and what of it changed since. */
import { z } from 'zod';
import { GAP_KINDS } from '../../domain/model/lists.ts';
import { fileQuestion } from '../file-format.ts';
import { commaList, idParams, upTo } from '../parts.ts';
import { dates, id, lineText, role, shortText } from '../records.ts';
import { defineRoute } from '../route.ts';
import { gapReason, reference, shownLevel } from '../views.ts';
import { comparedClaim, comparedPaths } from './compare.ts';

/** An instant in UTC on the recorded clock, to the millisecond. */
const instant = z
  .string()
  .regex(
    /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:\.[0-9]{1,3})?Z$/,
    'is no instant in UTC, such as "2026-11-24T09:30:00.000Z"',
  );
/** The recorded date is that of the answer that was seen: a question has none of its own. */
const own = { id: true, text: true } as const;
const at = { clocks: dates.omit({ recorded: true }).optional() };
const [trace, claims, roles] = fileQuestion.options;
/** The claims that want corroboration, by a reason, held by datasets. */
const gaps = z.strictObject({ kind: z.literal('gaps'), kinds: z.array(z.enum(GAP_KINDS)).optional(), datasets: z.array(id).optional() });
const watchedQuestion = z.discriminatedUnion('kind', [trace.omit(own).extend(at), claims.omit(own).extend(at), roles.omit(own).extend(at), gaps.extend(at)]);
export type WatchedQuestion = z.infer<typeof watchedQuestion>;

const content = { title: lineText(4_000).min(1), who: shortText, question: watchedQuestion };
/** As it is stored. `seen`: up to when, on the recorded clock, its answer was seen. */
export const watch = z.object({ id: z.string(), ...content, seen: z.string(), version: z.int() });

/**
 * `not-asked`: there was no time for it; `failed`: it cannot be answered as it is, for the reason given, such as an end that nobody has any more.
 */
export const WATCH_STATES = ['changed', 'same', 'not-asked', 'failed'] as const;
const watchedRole = z.object({
  plot: reference,
  entity: reference,
  role,
  /** "alleged perpetrator (charged, US)": as it is told where it is given, else as it was told. */
  text: z.string(),
  /** As it was told, where it is told otherwise now. */
  was: z.string().optional(),
  claim: z.string(),
  level: shownLevel,
  rank: z.int(),
});
/** A claim that wants corroboration: for which reasons then and now, none where it was or is not listed. */
const watchedGap = comparedClaim.extend({ was: z.array(gapReason), reasons: z.array(gapReason) });
/** What of an answer differs from the one that was seen. Each list has the first 50; the counts are of all. */
const watchedChange = z.object({
  /** Paths, claims or roles then and now; of a list of what wants corroboration its claims. */
  before: z.int(),
  after: z.int(),
  gained: z.int(),
  lost: z.int(),
  changed: z.int(),
  paths: comparedPaths.optional(),
  claims: z.object({ gained: z.array(comparedClaim), lost: z.array(comparedClaim), changed: z.array(comparedClaim) }).optional(),
  roles: z.object({ gained: z.array(watchedRole), lost: z.array(watchedRole), changed: z.array(watchedRole) }).optional(),
  gaps: z.object({ gained: z.array(watchedGap), lost: z.array(watchedGap), changed: z.array(watchedGap) }).optional(),
});
export type WatchedGap = z.infer<typeof watchedGap>;
export type WatchedChange = z.infer<typeof watchedChange>;
export type WatchedRole = z.infer<typeof watchedRole>;
/** Entries in each list of what changed. */
export const WATCHED_SHOWN = 50;

const watchAsked = watch.extend({ state: z.enum(WATCH_STATES), reason: z.string().optional(), change: watchedChange.optional() });
export type WatchAsked = z.infer<typeof watchAsked>;

export const listWatches = defineRoute({
  id: 'list-watches',
  method: 'GET',
  path: '/api/watches',
  tag: 'explore',
  kind: 'read',
  heavy: 'compare',
  summary: 'Watches: stored questions, each with what of its answer changed since it was seen',
  query: z.strictObject({
    /** Only these; absent: all. Those of an answer for which there was no time can be asked so. */
    ids: commaList(id).optional(),
  }),
  response: z.object({
    /** By title. */
    watches: z.array(watchAsked),
    /** Those for which there was no time. */
    notAsked: z.int(),
    /** When the newest of what was looked at was recorded: what to mark as seen up to. */
    asOf: z.string(),
    revision: z.int(),
  }),
});
export const saveWatch = defineRoute({
  id: 'save-watch',
  method: 'PUT',
  path: '/api/watches/:id',
  tag: 'explore',
  kind: 'write',
  summary: 'Set or replace a watch; its answer counts as seen up to `seen`, else up to now',
  params: idParams,
  body: z.strictObject({
    ...content,
    seen: instant.optional(),
    /** Of the watch that was read, 0 where there is none: refused where another write came in between. */
    version: z
      .int()
      .min(0)
      .max(...upTo('offset'))
      .optional(),
  }),
  response: watch,
});
export const markWatchSeen = defineRoute({
  id: 'mark-watch-seen',
  method: 'POST',
  path: '/api/watches/:id/seen',
  tag: 'explore',
  kind: 'write',
  summary: 'Mark the answer of a watch as seen up to an instant',
  params: idParams,
  body: z.strictObject({ until: instant }),
  response: watch,
});
export const deleteWatch = defineRoute({
  id: 'delete-watch',
  method: 'DELETE',
  path: '/api/watches/:id',
  tag: 'explore',
  kind: 'write',
  summary: 'Delete a watch',
  params: idParams,
  response: z.object({ deleted: z.literal(true) }),
});
