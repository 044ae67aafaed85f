/** Which adapter answers: the case in memory where it fits the budget, else the database. Nobody else asks whether there is a clock. */
import { refuseUnclearClocks } from '../domain/dates/clock-faults.ts';
import { AppError } from '../domain/model/errors.ts';
import { isStruck, isSupposed, type Clocks } from '../domain/model/questions.ts';
import type { Database, Tx } from '../store/connect.ts';
import { beingWritten, revisionState } from '../store/statements/recording/change-sets.ts';
import { countCase } from '../store/statements/counts.ts';
import type { CompactCase } from './compact/compact-case.ts';
import type { BrokersQuestion, Graph } from './graph.ts';
import { datedGraph } from './in-database/dated/dated-graph.ts';
import { pastOf } from './in-database/dated/recorded-part.ts';
import { databaseGraph } from './in-database/database-graph.ts';
import { perRevision } from './in-database/per-revision.ts';
import type { DatabaseReader } from './in-database/row-context.ts';
import { readAtOneRevision } from './read-at-one-revision.ts';
import { residentGraph, type OtherStates } from './resident/resident-graph.ts';
import { Snapshots, type SupposedCase } from './resident/snapshots.ts';

/** Measured: what a claim takes in memory with its citations, figures and its share of everything else. */
const BYTES_A_CLAIM = 9_000;
const MEGABYTE = 1_000_000;
export const DEFAULT_GRAPH_MEMORY_MB = 256;

interface Opened {
  snapshots: Snapshots;
  /** Claims that fit the memory budget. */
  residentClaims: number;
  /** Claims of the case when they were last counted. */
  lastCounted: number;
  /** The graph of traces in memory, for cases that are not held whole; absent: the database searches. */
  compact?: CompactCase;
}
const openedOf = new WeakMap<Database, Opened>();

function opened(db: Database): Opened {
  const known = openedOf.get(db);
  if (known) return known;
  const made: Opened = { snapshots: new Snapshots(db, () => made.residentClaims), residentClaims: claimsIn(DEFAULT_GRAPH_MEMORY_MB), lastCounted: 0 };
  openedOf.set(db, made);
  return made;
}

const claimsIn = (megabytes: number) => Math.floor((megabytes * MEGABYTE) / BYTES_A_CLAIM);

/**
 * How much memory the graph may take; 0: the database answers everything.
 * @param megabytes `ATTEST_GRAPH_MEMORY`
 * @returns the number of claims that are held in memory at the most
 */
export function setGraphMemory(db: Database, megabytes: number): number {
  opened(db).residentClaims = claimsIn(megabytes);
  return claimsIn(megabytes);
}

/** Searches traces of cases that are not held whole in memory, where these are read by. */
export function searchInMemory(db: Database, compact: CompactCase): void {
  opened(db).compact = compact;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Milliseconds without an answered statement, instead of one deadline for the whole. */
  idleMs?: number;
}

/**
 * Answers from the graph at the clocks of a view, all of it at one revision. `work` may be run again where somebody wrote meanwhile.
 * @throws AppError `invalid` for a clock that is no date, has an open end, or a time without a zone; `limit` for what is asked of a whole case at a
 * date where it is above the memory budget.
 */
export async function readGraph<R>(db: Database, clocks: Clocks | undefined, work: (graph: Graph) => Promise<R>, o: ReadOptions = {}): Promise<R> {
  const at = clearClocks(clocks);
  const memory = opened(db);
  // The database answers in the transaction that says whether it must; only where it was not needed the last time is that asked first.
  if (memory.lastCounted <= memory.residentClaims) {
    const revision = await db.read(async (tx) => {
      const { revision: now, writing } = await revisionState(tx);
      // What is held in memory can be read while a large change is being written.
      if (writing && !memory.snapshots.holds(now)) throw beingWritten();
      return (await countClaims(db, tx, now)) <= memory.residentClaims ? now : undefined;
    }, o);
    if (revision !== undefined) {
      const answer = await settledUnlessMoved(inMemory(memory, revision, at, work));
      // Somebody wrote between two states that are looked at beside each other.
      return answer === MOVED ? readGraph(db, clocks, work, o) : answer.of;
    }
  }
  const { answer } = await readAtOneRevision(
    db,
    async (tx, revision) => {
      const claims = await countClaims(db, tx, revision);
      return claims <= memory.residentClaims ? FITS : { of: await work(await inDatabase({ db, tx, revision }, at, claims, memory.residentClaims)) };
    },
    o,
  );
  return answer === FITS ? readGraph(db, clocks, work, o) : answer.of;
}

/** The clocks as they are asked: none where they leave nothing out. */
function clearClocks({ happened, published, recorded, firmOnly, without }: Clocks = {}): Clocks | undefined {
  const at = { happened, published, recorded, firmOnly, ...(isStruck(without) ? { without } : {}) };
  if (!isSupposed(at)) return undefined;
  refuseUnclearClocks(at);
  return at;
}

class Moved extends Error {}
const MOVED = Symbol('the case moved on');

async function inMemory<R>({ snapshots, residentClaims }: Opened, revision: number, at: Clocks | undefined, work: (graph: Graph) => Promise<R>): Promise<R> {
  const state = await snapshots.at(revision, at ?? {});
  const { revision: now } = state;
  const statesWith = (supposed?: SupposedCase): OtherStates => ({
    beside: async (others) => {
      const other = await snapshots.at(now, clearClocks(others) ?? {}, supposed);
      if (other.revision !== now) throw new Moved();
      return other;
    },
    supposing: async (plan) => {
      const { delta, revision: planned } = await plan();
      if (planned !== now) throw new Moved();
      const made = await snapshots.supposing(now, delta);
      if (made.claims > residentClaims) throw tooMany(made.claims, residentClaims);
      return statesWith(made);
    },
  });
  return work(residentGraph(state, at, statesWith()));
}

async function settledUnlessMoved<R>(work: Promise<R>): Promise<{ of: R } | typeof MOVED> {
  try {
    return { of: await work };
  } catch (error) {
    if (error instanceof Moved) return MOVED;
    throw error;
  }
}

const FITS = Symbol('the case fits the memory');

async function inDatabase(reader: DatabaseReader, at: Clocks | undefined, claims: number, most: number): Promise<Graph> {
  const refuse = (): never => {
    throw tooMany(claims, most);
  };
  const besideOf = {
    brokers: async (question: BrokersQuestion) => (at ? undefined : await opened(reader.db).compact?.brokers(reader.revision, question)) ?? refuse(),
    whole: async () => refuse(),
    beside: async (others: Clocks | undefined) => inDatabase(reader, clearClocks(others), claims, most),
    supposing: async () => refuse(),
  };
  if (!at) {
    const { compact } = opened(reader.db);
    compact?.follow(reader.revision);
    return { ...databaseGraph(reader, compact && ((question) => compact.hops(reader.revision, question))), ...besideOf };
  }
  // What is struck may stand on the way of any claim.
  if (isStruck(at.without)) refuse();
  const past = at.recorded === undefined ? undefined : await pastOf(reader, at.recorded, refuse);
  return { ...datedGraph({ ...reader, clocks: at, past }, refuse), ...besideOf };
}

const countedAt = perRevision<number>();

async function countClaims(db: Database, tx: Tx, revision: number): Promise<number> {
  const claims = await countedAt(db, revision, async () => (await countCase(tx, revision)).claims);
  opened(db).lastCounted = claims;
  return claims;
}

function tooMany(claims: number, value: number): AppError {
  return new AppError(
    'limit',
    `This question is about the whole case, which is worked out in memory, and the ${claims} claims of this case are more than the ${value} that fit the memory set for it. Ask about a part of it, without a date and without striking or adding anything, or set ATTEST_GRAPH_MEMORY higher.`,
    { limit: { name: 'graphMemoryClaims', value } },
  );
}
