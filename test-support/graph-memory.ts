/** Which adapter of the graph answers the database tests: the one in memory, or, in a run of its own, the one in the database. */
import { expect } from 'vitest';
import { DEFAULT_GRAPH_MEMORY_MB, setGraphMemory } from '../server/graph/open-graph.ts';
import type { Database } from '../server/store/connect.ts';

/** Megabytes; `ATTEST_TEST_GRAPH_MEMORY=0` has the whole suite answered by the database. */
export const TEST_GRAPH_MEMORY_MB = Number(process.env.ATTEST_TEST_GRAPH_MEMORY ?? DEFAULT_GRAPH_MEMORY_MB);
/** What is asked of the whole case at a date is answered from memory only. */
export const ANSWERS_WHOLE_CASE_AT_A_DATE = TEST_GRAPH_MEMORY_MB > 0;

export function withTestGraphMemory(db: Database): Database {
  setGraphMemory(db, TEST_GRAPH_MEMORY_MB);
  return db;
}

/** Whom to ask about at a date: everybody, or every fifth where the database answers, since it derives each answer anew (100 to 200 ms). */
export function toAskAtADate<T>(all: Iterable<T>): T[] {
  return [...all].filter((_, i) => ANSWERS_WHOLE_CASE_AT_A_DATE || i % 5 === 0);
}

/** Runs a part of a test that asks about the whole case at a date. Where the database answers, its first question must be refused by the limit's name. */
export async function ofWholeCaseAtADate(ask: () => Promise<unknown>): Promise<void> {
  if (ANSWERS_WHOLE_CASE_AT_A_DATE) return void (await ask());
  await expect(ask()).rejects.toThrow(/graphMemoryClaims|whole case at a date/);
}
