/** The only connection to the database: one driver, one bookmark manager, managed transactions, a deadline for each (engine.md, "Faults, each seen"). */
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { randomUUID } from 'node:crypto';
import { requireSpace, type DiskSpace } from '../domain/model/disk-space.ts';
import { AppError } from '../domain/model/errors.ts';
import { isOutOfMemory, leavesOutcomeOpen, mapError, mapErrorOn } from './error-mapping.ts';
import { startBound } from './start-bound.ts';
import { claimOperation, lockState, readOperation, readRevision } from './statements/recording/change-sets.ts';

/** A transaction in which statements run. Rows are plain objects, and numbers are JavaScript numbers. */
export interface Tx {
  run(statement: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** The same, a row at a time: for answers that are too large to be held. */
  stream(statement: string, parameters: Record<string, unknown>): AsyncIterable<Record<string, unknown>>;
  /** Whether rows are checked against their declared shape: on in tests and development. */
  readonly checkRows: boolean;
}
export interface ConnectConfig {
  uri: string;
  user: string;
  password: string;
  /** Absent: the default database of the server. */
  database?: string;
  checkRows?: boolean;
  /** The disk of the database, where it is ours: nothing is written to it below its floor. */
  disk?: DiskSpace;
}
export interface UnitOptions {
  /** Closes the session, which ends the running statement. */
  signal?: AbortSignal;
  /** Milliseconds that the whole unit may take. Default 9.5 s, so that its own error is answered within the 10 s of a request. */
  deadlineMs?: number;
  /** Milliseconds without an answered statement, instead of one deadline for the whole. For imports and exports. */
  idleMs?: number;
}
export type Outcome = 'written' | 'not-written' | 'unknown';
export interface Written<R> {
  /** Undefined where another call had already applied the operation. */
  result: R | undefined;
  applied: boolean;
}
export interface Database {
  /**
   * One managed read transaction in a READ session. `work` may be run more than once.
   * @throws AppError
   */
  read<R>(work: (tx: Tx) => Promise<R>, o?: UnitOptions): Promise<R>;
  /**
   * The same under the lock of all writers: nothing is written by anybody until it ends. It writes nothing that readers see.
   * @throws AppError
   */
  readLocked<R>(work: (tx: Tx) => Promise<R>, o?: UnitOptions): Promise<R>;
  /**
   * One managed write transaction, applied exactly once for each operation id. Its first statement merges the id under its constraint and takes the `_State`
   * lock. Where the reply to COMMIT is lost, the outcome is read by that id. `work` may be run more than once.
   * @throws AppError, `disk-full` where the disk of the database is below its floor, `outcome-unknown` where neither the reply nor the outcome could be read
   */
  write<R>(operationId: string, work: (tx: Tx) => Promise<R>, o?: UnitOptions): Promise<Written<R>>;
  /** Whether an operation was applied. It waits for a transaction that still holds the lock, so that "not written" is final. */
  outcomeOf(operationId: string, o?: UnitOptions): Promise<Outcome>;
  /** Runs one schema command in a transaction of its own, as Neo4j requires; used only by `migrate`. */
  runSchema(statement: string): Promise<void>;
  /**
   * Runs a real query.
   * @throws AppError `database-unavailable` or `timeout`
   */
  ready(): Promise<{ revision: number }>;
  close(): Promise<void>;
}

const DEADLINE_MS = 9_500;
const READY_DEADLINE_MS = 5_000;
const OUTCOME_DEADLINE_MS = 2_500;
const SCHEMA_DEADLINE_MS = 120_000;
/** Milliseconds that a read with `idleMs` may take at most: verifying or exporting a whole large case. */
const LONGEST_READ_MS = 1_800_000;
/** Milliseconds to wait for a session to close; one that takes longer hangs on a dead connection. */
const CLOSE_MS = 500;
/** Rows requested at a time: larger batches stream faster (engine.md, "Results over the wire"). */
const FETCH_SIZE = 5_000;
/** Streamed rows after which the connection is known to be alive. */
const ROWS_A_SIGN = 500;

/** Callbacks for the statements of a unit of work. */
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
  const explain = (error: unknown): AppError => mapErrorOn(config.disk, error);

  /** A connection that lost a request never recovers by itself. The whole pool is replaced, so that the next request gets a working one. */
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
      // Closing ends the running statement. It is not awaited, because on a dead connection it never ends.
      const closed = session.close().then(
        () => true,
        () => true,
      );
      if (bound.isBroken()) {
        const late = new Promise<boolean>((resolve) => setTimeout(resolve, CLOSE_MS, false).unref());
        void Promise.race([closed, late]).then((sound) => sound || abandon(used));
        // The driver was still retrying at the deadline. The last error it met is the reason.
        if (lost !== undefined && ['database-unavailable', 'disk-full'].includes(mapError(lost).code)) throw lost;
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
        // The server calls this transient, but the same work will not fit into memory the second time either.
        throw isOutOfMemory(error) ? mapError(error) : error;
      }
    },
    async *stream(statement, parameters) {
      try {
        let rows = 0;
        for await (const record of tx.run(statement, parameters)) {
          if (rows % ROWS_A_SIGN === 0) watch.answered();
          rows += 1;
          yield record.toObject();
        }
      } catch (error) {
        watch.failed(error);
        throw error;
      }
    },
  });
  const timeoutOf = (o: UnitOptions) => (o.idleMs === undefined ? { timeout: (o.deadlineMs ?? DEADLINE_MS) + 1_000 } : {});
  // Reading a whole large case takes longer than the server allows a transaction by default.
  const readTimeoutOf = (o: UnitOptions) => (o.idleMs === undefined ? timeoutOf(o) : { timeout: LONGEST_READ_MS });

  const read: Database['read'] = async (work, o = {}) => {
    try {
      return await unit('READ', o, (session, watch) => session.executeRead((tx) => work(wrap(tx, watch)), readTimeoutOf(o)));
    } catch (error) {
      throw explain(error);
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
      throw explain(error);
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
    // A database that meets the end of the disk refuses reads too, until it is started again.
    requireSpace(config.disk);
    const caller = randomUUID();
    let finished: { result: R } | undefined;
    // Part of the time is reserved for reading the outcome.
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
      // Nothing is committed before `work` has ended, and a refusal by the server is no lost reply.
      if (!finished || !leavesOutcomeOpen(error)) throw explain(error);
      // A long COMMIT may still be running and hold the lock.
      const { outcome, caller: by } = await ask(operationId, o.idleMs === undefined ? {} : { deadlineMs: o.idleMs });
      if (outcome === 'written') return ownOrOther(by === caller ? finished : undefined);
      if (outcome === 'not-written') throw explain(error);
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
        throw explain(error);
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

/** The result for an operation that is already applied: by an earlier attempt of this call, whose result is known, or by another call. */
function ownOrOther<R>(own: { result: R } | undefined): Written<R> {
  return own ? { result: own.result, applied: true } : { result: undefined, applied: false };
}
