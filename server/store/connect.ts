/** The one way to the database: one driver, one bookmark manager, managed transactions, a deadline on each (engine.md, "Faults, each seen"). */
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { randomUUID } from 'node:crypto';
import { AppError } from '../domain/model/errors.ts';
import { isOutOfMemory, leavesOutcomeOpen, mapError } from './error-mapping.ts';
import { startBound } from './start-bound.ts';
import { claimOperation, lockState, readOperation, readRevision } from './statements/change-sets.ts';

/** What a statement runs in. Rows are plain objects, numbers are numbers. */
export interface Tx {
  run(statement: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** Whether rows are compared with their declared shape: on in tests and development. */
  readonly checkRows: boolean;
}
export interface ConnectConfig {
  uri: string;
  user: string;
  password: string;
  /** The server's default database where absent. */
  database?: string;
  checkRows?: boolean;
}
export interface UnitOptions {
  /** Closes the session, and with it the running statement. */
  signal?: AbortSignal;
  /** Milliseconds the whole unit may take; 9.5 s where unsaid, so that its own error is out within the 10 s of a request. */
  deadlineMs?: number;
  /** Instead of one deadline for the whole: milliseconds without a statement answered. For imports and exports. */
  idleMs?: number;
}
export type Outcome = 'written' | 'not-written' | 'unknown';
export interface Written<R> {
  /** Undefined where the operation had been applied before, by another call. */
  result: R | undefined;
  applied: boolean;
}
export interface Database {
  /** One managed read transaction in a READ session. `work` may be run again. @throws AppError */
  read<R>(work: (tx: Tx) => Promise<R>, o?: UnitOptions): Promise<R>;
  /** The same under the lock that every writer takes: nothing is written by anybody until it has ended. Writes nothing that is seen. @throws AppError */
  readLocked<R>(work: (tx: Tx) => Promise<R>, o?: UnitOptions): Promise<R>;
  /**
   * One managed write transaction, applied exactly once for each operation id: the first statement merges the id under its constraint and takes the
   * `_State` lock; where the reply to COMMIT is lost, the outcome is asked by that id. `work` may be run again.
   * @throws AppError; `outcome-unknown` where neither the reply nor the outcome could be had.
   */
  write<R>(operationId: string, work: (tx: Tx) => Promise<R>, o?: UnitOptions): Promise<Written<R>>;
  /** What became of an operation. It waits for a transaction that still holds the lock, so that "not written" is final. */
  outcomeOf(operationId: string, o?: UnitOptions): Promise<Outcome>;
  /** Runs one schema command in a transaction of its own, as Neo4j asks; used by `migrate` only. */
  runSchema(statement: string): Promise<void>;
  /** Answers a real query. @throws AppError `database-unavailable` or `timeout` */
  ready(): Promise<{ revision: number }>;
  close(): Promise<void>;
}

const DEADLINE_MS = 9_500;
const READY_DEADLINE_MS = 5_000;
const OUTCOME_DEADLINE_MS = 2_500;
const SCHEMA_DEADLINE_MS = 120_000;
/** Of a read bound only by making progress: a whole large case, verified or exported. */
const LONGEST_READ_MS = 1_800_000;
/** A session that cannot be closed in this time hangs on a dead connection. */
const CLOSE_MS = 500;
/** Larger batches of rows stream faster (engine.md, "Results over the wire"). */
const FETCH_SIZE = 5_000;

/** What a unit of work hears of its statements. */
interface Watch {
  answered(): void;
  failed(error: unknown): void;
}

/** Connects lazily: nothing is sent before the first unit of work. */
export function connectDatabase(config: ConnectConfig): Database {
  const bookmarkManager = neo4j.bookmarkManager();
  const openDriver = () =>
    neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password), {
      connectionAcquisitionTimeout: 2_000,
      connectionTimeout: 3_000,
      maxTransactionRetryTime: 5_000,
      maxConnectionPoolSize: 20,
      fetchSize: FETCH_SIZE,
      disableLosslessIntegers: true,
      telemetryDisabled: true,
    });
  let driver = openDriver();

  /** Connections that swallowed a request never come back by themselves: the pool is left behind, so that the next request meets a sound one. */
  const abandon = (old: Driver) => {
    if (driver !== old) return;
    driver = openDriver();
    old.close().catch(() => undefined);
  };

  async function unit<R>(mode: 'READ' | 'WRITE', o: UnitOptions, run: (session: Session, watch: Watch) => Promise<R>): Promise<R> {
    o.signal?.throwIfAborted();
    const used = driver;
    const session = used.session({
      defaultAccessMode: neo4j.session[mode],
      bookmarkManager,
      ...(config.database === undefined ? {} : { database: config.database }),
    });
    const limit = o.idleMs ?? o.deadlineMs ?? DEADLINE_MS;
    const bound = startBound(limit, o.signal);
    let lost: unknown;
    const watch: Watch = {
      answered: () => {
        lost = undefined;
        if (o.idleMs !== undefined) bound.renew();
      },
      failed: (error) => (lost = error),
    };
    try {
      const result = await Promise.race([run(session, watch), bound.broken]);
      await session.close();
      return result;
    } catch (error) {
      // Closing stops the running statement; on a dead connection it never ends, so it is not waited for.
      const closed = session.close().then(
        () => true,
        () => true,
      );
      if (bound.isBroken()) {
        const late = new Promise<boolean>((resolve) => setTimeout(resolve, CLOSE_MS, false).unref());
        void Promise.race([closed, late]).then((sound) => sound || abandon(used));
        // The driver was still trying again when the time was up: what it last met is the reason.
        if (lost !== undefined && mapError(lost).code === 'database-unavailable') throw lost;
      }
      throw error;
    } finally {
      bound.end();
    }
  }

  const wrap = (tx: ManagedTransaction, watch: Watch): Tx => ({
    checkRows: config.checkRows ?? false,
    async run(statement, parameters) {
      try {
        const { records } = await tx.run(statement, parameters);
        watch.answered();
        return records.map((record) => record.toObject());
      } catch (error) {
        watch.failed(error);
        // Marked transient by the server, but the same work will not fit a second time.
        throw isOutOfMemory(error) ? mapError(error) : error;
      }
    },
  });
  const timeoutOf = (o: UnitOptions) => (o.idleMs === undefined ? { timeout: (o.deadlineMs ?? DEADLINE_MS) + 1_000 } : {});
  // Reading all of a large case takes longer than the server lets a transaction last; while rows come, it may.
  const readTimeoutOf = (o: UnitOptions) => (o.idleMs === undefined ? timeoutOf(o) : { timeout: LONGEST_READ_MS });

  const read: Database['read'] = async (work, o = {}) => {
    try {
      return await unit('READ', o, (session, watch) => session.executeRead((tx) => work(wrap(tx, watch)), readTimeoutOf(o)));
    } catch (error) {
      throw mapError(error);
    }
  };

  const readLocked: Database['readLocked'] = async (work, o = {}) => {
    try {
      return await unit('WRITE', o, (session, watch) =>
        session.executeWrite(async (raw) => {
          const tx = wrap(raw, watch);
          await lockState.run(tx, { lock: randomUUID() });
          return work(tx);
        }, readTimeoutOf(o)),
      );
    } catch (error) {
      throw mapError(error);
    }
  };

  const outcomeOf: Database['outcomeOf'] = async (operationId, o = {}) => (await ask(operationId, o)).outcome;
  async function ask(operationId: string, o: UnitOptions): Promise<{ outcome: Outcome; caller?: string }> {
    try {
      const rows = await unit('WRITE', { deadlineMs: OUTCOME_DEADLINE_MS, ...o }, (session, watch) =>
        session.executeWrite((tx) => readOperation.run(wrap(tx, watch), { id: operationId })),
      );
      const found = rows[0];
      return found ? { outcome: 'written', caller: found.caller } : { outcome: 'not-written' };
    } catch {
      return { outcome: 'unknown' };
    }
  }

  const write: Database['write'] = async <R>(operationId: string, work: (tx: Tx) => Promise<R>, o: UnitOptions = {}): Promise<Written<R>> => {
    const caller = randomUUID();
    let finished: { result: R } | undefined;
    // Part of the time is kept for asking what became of it.
    const bounds = o.idleMs === undefined ? { ...o, deadlineMs: Math.max(500, (o.deadlineMs ?? DEADLINE_MS) - OUTCOME_DEADLINE_MS) } : o;
    try {
      return await unit('WRITE', bounds, (session, watch) =>
        session.executeWrite(async (raw) => {
          const tx = wrap(raw, watch);
          const attempt = randomUUID();
          const [operation] = await claimOperation.run(tx, { id: operationId, at: new Date().toISOString(), caller, attempt });
          if (operation?.attempt !== attempt) return ownOrOther(operation?.caller === caller ? finished : undefined);
          finished = undefined;
          const result = await work(tx);
          finished = { result };
          return { result, applied: true };
        }, timeoutOf(bounds)),
      );
    } catch (error) {
      // Before `work` had ended nothing was committed; a refusal by the server is no lost reply either.
      if (!finished || !leavesOutcomeOpen(error)) throw mapError(error);
      // A long COMMIT may still be under way, and holds the lock.
      const { outcome, caller: by } = await ask(operationId, o.idleMs === undefined ? {} : { deadlineMs: o.idleMs });
      if (outcome === 'written') return ownOrOther(by === caller ? finished : undefined);
      if (outcome === 'not-written') throw mapError(error);
      throw new AppError(
        'outcome-unknown',
        'The connection was lost while this was being stored: it may or may not have been. Look before trying again.',
        { operation: operationId, retryAfter: 5 },
        { cause: error },
      );
    }
  };

  return {
    read,
    readLocked,
    write,
    outcomeOf,
    async runSchema(statement) {
      try {
        await unit('WRITE', { deadlineMs: SCHEMA_DEADLINE_MS }, (session) => session.executeWrite((tx) => tx.run(statement)));
      } catch (error) {
        throw mapError(error);
      }
    },
    ready: () =>
      read(
        async (tx) => {
          const [state] = await readRevision.run(tx, {});
          return { revision: state?.revision ?? 0 };
        },
        { deadlineMs: READY_DEADLINE_MS },
      ),
    close: () => driver.close(),
  };
}

/** An operation found already applied: by an earlier attempt of this very call, whose result is at hand, or by another call. */
function ownOrOther<R>(own: { result: R } | undefined): Written<R> {
  return own ? { result: own.result, applied: true } : { result: undefined, applied: false };
}
