/** Cached queries of watches and of what changed since an instant, and the writing of watches. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { listChanges } from '../../server/contract/routes/changes.ts';
import { compareCases } from '../../server/contract/routes/compare.ts';
import { deleteWatch, listWatches, markWatchSeen, saveWatch, type watch, type WatchAsked, type WatchedQuestion } from '../../server/contract/routes/watches.ts';
import { call } from './call.ts';

export type Watch = z.output<typeof watch>;
export type { WatchAsked, WatchedQuestion };
/** Every query of watches begins with it, so that all are read again after a write. */
export const WATCHES = ['watches'];
const NONE = { offset: 0, limit: 0 };
const LISTED = { offset: 0, limit: 100 };

/** @param ids only these: those for which there was no time */
export const watchesQuery = (ids?: readonly string[]) =>
  queryOptions({
    queryKey: [...WATCHES, ids ?? 'all'],
    queryFn: ({ signal }) => call(listWatches, { query: ids ? { ids: ids.join(',') } : {}, signal }),
  });
/** What differs between the case as it was recorded at an instant and now. @param listed whether the claims are given, or only their number */
export const sinceQuery = (recorded: string, listed: boolean) =>
  queryOptions({
    queryKey: ['since', recorded, listed],
    queryFn: ({ signal }) => {
      const page = listed ? LISTED : NONE;
      const pages = { gained: page, lost: page, changed: page, falls: NONE, retold: NONE, stands: NONE, entitiesGained: NONE, entitiesLost: NONE };
      return call(compareCases, { body: { before: { recorded }, questions: false, pages }, signal });
    },
  });
/** The newest change set. @param revision the newest that was heard */
export const newestChangeQuery = (revision: number | undefined) =>
  queryOptions({
    queryKey: ['newest-change', revision],
    queryFn: async ({ signal }) => (await call(listChanges, { query: { limit: 1 }, signal })).changeSets[0] ?? null,
    enabled: revision !== undefined,
  });

export const writeWatch = ({ id, title, who, question, seen }: Pick<Watch, 'id' | 'title' | 'who' | 'question'> & { seen?: string }): Promise<Watch> =>
  call(saveWatch, { params: { id }, body: { title, who, question, ...(seen === undefined ? {} : { seen }), version: 0 } });
export const markSeen = (id: string, until: string): Promise<Watch> => call(markWatchSeen, { params: { id }, body: { until } });
export const removeWatch = (id: string): Promise<unknown> => call(deleteWatch, { params: { id } });
