/** Cached queries of the notebook, and the writing of its entries. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { NotebookKind } from '../../server/domain/model/lists.ts';
import type { NotebookEntry } from '../../server/domain/notebook/entries.ts';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { deleteNotebookEntry, type KeptEntry, listNotebook, readNotebookEntry, saveNotebookEntry } from '../../server/contract/routes/notebook.ts';
import { call } from './call.ts';
import { clockQueryOf } from './queries.ts';

export type { KeptEntry };
export type ReadEntry = z.output<typeof readNotebookEntry.response>;
/** What the entries asked for have in common. */
export interface NotebookAsked {
  kind?: NotebookKind;
  /** A key of `aboutKey`. */
  about?: string;
  /** Searches for the question of this assessment. */
  assessment?: string;
}

/** Every query of the notebook begins with it, so that all are read again after a write. */
export const NOTEBOOK = 'notebook';
const LISTED = 100;

export const notebookQuery = (asked: NotebookAsked) =>
  infiniteQueryOptions({
    queryKey: [NOTEBOOK, 'list', asked],
    initialPageParam: 0,
    // The counts of all kinds come with the list of one: an older list would contradict those told beside it.
    staleTime: 0,
    queryFn: ({ signal, pageParam }) => call(listNotebook, { query: { ...asked, limit: LISTED, offset: pageParam }, signal }),
    getNextPageParam: (last, pages) => (pages.length * LISTED < last.total ? pages.length * LISTED : undefined),
  });
export const notebookEntryQuery = (id: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [NOTEBOOK, 'entry', id, clocks],
    queryFn: ({ signal }) => call(readNotebookEntry, { params: { id }, query: clockQueryOf(clocks), signal }),
  });

/** @param version of the entry that was read; 0 for a new one. @throws ApiError `conflict` where another write came in between */
export const writeEntry = (id: string, entry: NotebookEntry, { who, version }: { who: string; version: number }): Promise<KeptEntry> =>
  call(saveNotebookEntry, { params: { id }, body: { who, version, entry } });
export const removeEntry = ({ id, version }: Pick<KeptEntry, 'id' | 'version'>): Promise<unknown> =>
  call(deleteNotebookEntry, { params: { id }, query: { version } });
