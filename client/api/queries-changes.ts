/** Cached queries of the changes of a case, and the plan and the writing of an undo or a restore. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type changeSet,
  type ChangeReport,
  commitChange,
  listChanges,
  planChanges,
  readChange,
  readHistory,
  restoreRecords,
  undoChange,
} from '../../server/contract/routes/changes.ts';
import type { recordKind } from '../../server/contract/records.ts';
import { call } from './call.ts';
import { untilAnswered } from './until-answered.ts';

export type ChangeSetView = z.output<typeof changeSet>;
export type ChangedRecord = z.output<typeof readChange.response>['records'][number];
export type RecordState = z.output<typeof readHistory.response>['states'][number];
export type NamedRecord = z.output<typeof readChange.response>['names'][number];
type Kind = z.infer<typeof recordKind>;

const LISTED = 50;
const RECORDS = 200;

/** Where the next page begins; undefined after the last. */
const nextOf = <T>(pages: readonly T[], lengthOf: (page: T) => number, full: number): number | undefined => {
  const last = pages.at(-1);
  return last && lengthOf(last) === full ? pages.length * full : undefined;
};

export const changesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['changes'],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => call(listChanges, { query: { limit: LISTED, offset: pageParam }, signal }),
    getNextPageParam: (_last, pages) => nextOf(pages, (page) => page.changeSets.length, LISTED),
  });
/** A change set with its records in pages. */
export const changeQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['change', id],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => call(readChange, { params: { id }, query: { limit: RECORDS, offset: pageParam }, signal }),
    getNextPageParam: (_last, pages) => nextOf(pages, (page) => page.records.length, RECORDS),
  });
export const recordHistoryQuery = (kind: Kind, id: string) =>
  queryOptions({ queryKey: ['record-history', kind, id], queryFn: ({ signal }) => call(readHistory, { params: { kind, id }, signal }) });

/** Records to write and to take away in one case. */
export type ChangeBody = z.input<typeof planChanges.body>;
/** What a change would do; planned again where the case has another revision. */
export const changePlanQuery = (body: ChangeBody, revision: number | undefined) =>
  queryOptions({
    queryKey: ['plan-changes', body, revision],
    enabled: revision !== undefined,
    staleTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(planChanges, { body, signal }),
  });
export const writeChange = (body: z.input<typeof commitChange.body>): Promise<ChangeReport> => call(commitChange, { body });

/** A record as the case has it, of a claim with the citations of its own case; undefined where it is not there. */
export interface RecordNow {
  /** As it is stored. */
  record?: object;
  citations: { id: string; record: object }[];
  names: NamedRecord[];
  revision: number;
}
export async function readRecord(kind: Kind, id: string): Promise<RecordNow> {
  const { states, names, revision } = await call(readHistory, { params: { kind, id } });
  const newest = new Map<string, RecordState>();
  for (const state of states) {
    const key = `${state.of.kind}/${state.of.id}`;
    if (!newest.has(key)) newest.set(key, state);
  }
  const own = newest.get(`${kind}/${id}`)?.record as object | null | undefined;
  const dataset = (own as { dataset?: string } | null | undefined)?.dataset;
  const citations = [...newest.values()].flatMap(({ of, record }) =>
    of.kind === 'citation' && kind === 'claim' && record !== null && (record as { dataset?: string }).dataset === dataset
      ? [{ id: of.id, record: record as object }]
      : [],
  );
  return { ...(own ? { record: own } : {}), citations, names, revision };
}

/** What is to be done to the records of the past. */
export type Wish = { act: 'undo'; id: string; also: readonly string[]; keepNeeded?: boolean } | { act: 'restore'; kind: Kind; id: string; to: number };
export interface Signed {
  who: string;
  why: string;
  /** Id of the write: sent again it is applied once. */
  operation: string;
  /** The revision at which it was planned. */
  revision: number;
}

/** Sends the wish; with `dryRun` nothing is written. Sent again it is written once, so that what takes longer than a request may is sent until it is answered. */
const send = (wish: Wish, signed: Signed, dryRun: boolean, signal?: AbortSignal): Promise<ChangeReport> =>
  untilAnswered(() => sendOnce(wish, signed, dryRun, signal), signal);

function sendOnce(wish: Wish, signed: Signed, dryRun: boolean, signal?: AbortSignal): Promise<ChangeReport> {
  const given = { ...signed, dryRun };
  return wish.act === 'undo'
    ? call(undoChange, { params: { id: wish.id }, body: { ...given, also: [...wish.also], ...(wish.keepNeeded ? { keepNeeded: true } : {}) }, signal })
    : call(restoreRecords, { body: { ...given, record: { kind: wish.kind, id: wish.id }, to: wish.to }, signal });
}

/** What the wish would do at a revision. Nothing is written by it, so who asks and why is left open. */
export const planQuery = (wish: Wish, revision: number | undefined) =>
  queryOptions({
    queryKey: ['change-plan', wish, revision],
    enabled: revision !== undefined,
    staleTime: 0,
    retry: false,
    // What is typed below it stays, while it is planned again.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => send(wish, { who: 'plan', why: 'plan', operation: crypto.randomUUID(), revision: revision ?? 0 }, true, signal),
  });
export const carryOut = (wish: Wish, signed: Signed): Promise<ChangeReport> => send(wish, signed, false);
/** The change set of an operation. @throws ApiError `not-found` where it was not applied */
export const outcomeOf = (operation: string): Promise<ChangeSetView> => call(readChange, { params: { id: operation }, query: { limit: 1 } });
