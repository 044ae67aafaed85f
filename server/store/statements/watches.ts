/** Statements on watches. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';
import { noParams, written } from './shapes.ts';

/** ISO 8601, UTC: the answer was seen up to it. */
const seen = z.string();
const one = z.strictObject({ id: z.string() });
/** A watch has versions of its own, counted from when it was first set. */
const watchRow = z.object({ id: z.string(), json: z.string(), seen, version: z.int() });

export const countWatches = defineQuery({ name: 'count-watches', params: noParams, row: z.object({ number: z.int(), characters: z.int() }) });
export const listWatchRows = defineQuery({ name: 'list-watches', params: noParams, row: watchRow });
export const readWatchRow = defineQuery({ name: 'read-watch', params: one, row: watchRow });
export const removeWatchRow = defineQuery({ name: 'delete-watch', params: one, row: z.object({ deleted: z.int() }) });
export const markWatchSeen = defineQuery({ name: 'mark-watch-seen', params: one.extend({ seen }), row: written });
export const writeWatchRow = defineQuery({
  name: 'save-watch',
  params: one.extend({ json: z.string(), seen }),
  row: z.object({ version: z.int() }),
});
