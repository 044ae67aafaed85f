/** Maps driver errors to AppErrors. No other room knows the error codes of Neo4j. */
import { Neo4jError } from 'neo4j-driver';
import { diskFull, DISK_LIMITS, type DiskSpace } from '../domain/model/disk-space.ts';
import { AppError } from '../domain/model/errors.ts';

/** Seconds to wait before the next try where the database does not answer. */
export const RETRY_AFTER_S = 2;

const UNREACHABLE = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  // The pool uses this code where no connection became free in time.
  'N/A',
  'Neo.ClientError.Security.AuthenticationRateLimit',
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Security.CredentialsExpired',
  'Neo.ClientError.Security.TokenExpired',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.ClientError.Cluster.NotALeader',
  'Neo.DatabaseError.Transaction.TransactionStartFailed',
  'Neo.DatabaseError.Transaction.TransactionCommitFailed',
  'Neo.TransientError.General.DatabaseUnavailable',
]);
const TIMED_OUT = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  'Neo.ClientError.Transaction.LockClientStopped',
  'Neo.TransientError.Transaction.Terminated',
  'Neo.ClientError.Transaction.Terminated',
]);
const OUT_OF_MEMORY = new Set([
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
  'Neo.TransientError.General.TransactionMemoryLimit',
  'Neo.TransientError.General.OutOfMemoryError',
]);

/** What the database and the system say where a disk has no room; a code for it there is not. */
const NO_ROOM = /no space left on device|disk quota exceeded|out of disk space|OutOfDiskSpace|not enough space|ENOSPC|EDQUOT/i;
/** What it says where it could not write its log; why, it says only in its own log file. */
const NOT_WRITTEN =
  /could not append transaction|failed to write to (?:the )?transaction log|failed to append|Failed to flush|database has encountered a critical error|database panic/i;

function saysNoRoom(error: unknown): boolean {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) if (NO_ROOM.test(one.message)) return true;
  return false;
}

/**
 * The AppError of a request to a database on a disk that is known. A database that met the end of the disk refuses everything, by codes that do not say why: on
 * a disk that is full now, that is the reason.
 */
export function mapErrorOn(disk: DiskSpace | undefined, error: unknown): AppError {
  const mapped = mapError(error);
  if (mapped.code === 'disk-full') return disk && !(error instanceof AppError) ? diskFull(disk, undefined, error) : mapped;
  const free = disk?.free();
  if (free === undefined || free >= DISK_LIMITS.floorBytes) return mapped;
  const isPerhaps = mapped.code === 'database-unavailable' || mapped.code === 'timeout' || (mapped.code === 'internal' && error instanceof Neo4jError);
  return isPerhaps ? diskFull(disk, undefined, error) : mapped;
}

/** Refusals that waiting does not end, with what a person has to check. */
const BY_SETTING: Readonly<Record<string, { cause: 'credentials' | 'no-such-database'; message: string }>> = {
  'Neo.ClientError.Security.Unauthorized': { cause: 'credentials', message: 'The database refuses the user name or password.' },
  'Neo.ClientError.Security.CredentialsExpired': { cause: 'credentials', message: 'The user name or password has expired: the database asks for a new one.' },
  'Neo.ClientError.Security.TokenExpired': { cause: 'credentials', message: 'The user name or password has expired: the database asks for a new one.' },
  'Neo.ClientError.Database.DatabaseNotFound': { cause: 'no-such-database', message: 'The server has no database of this name.' },
};

/** Whether an error says that the transaction was too large: repeating it cannot help. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Neo4jError && OUT_OF_MEMORY.has(error.code);
}

/** Whether an error leaves open if a COMMIT was done: the connection was lost, or no answer came. */
export function leavesOutcomeOpen(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'timeout' || error.code === 'database-unavailable';
  return error instanceof Neo4jError && (UNREACHABLE.has(error.code) || TIMED_OUT.has(error.code));
}

export const unavailable = (cause?: unknown): AppError =>
  new AppError('database-unavailable', 'The database does not answer.', { retryAfter: RETRY_AFTER_S }, { cause });

export const timedOut = (afterMs: number, cause?: unknown): AppError =>
  new AppError('timeout', `The database did not answer within ${afterMs / 1000} s.`, { retryAfter: RETRY_AFTER_S }, { cause });

/** The AppError for any error; an AppError is returned as it is. An unexpected error becomes `internal`, with the driver's error as its cause. */
export function mapError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (saysNoRoom(error)) return diskFull(undefined, undefined, error);
  if (!(error instanceof Neo4jError)) return new AppError('internal', error instanceof Error ? error.message : String(error), {}, { cause: error });
  const { code } = error;
  const setting = BY_SETTING[code];
  if (setting) return new AppError('database-unavailable', setting.message, { retryAfter: RETRY_AFTER_S, cause: setting.cause }, { cause: error });
  if (UNREACHABLE.has(code)) return unavailable(error);
  if (TIMED_OUT.has(code))
    return new AppError('timeout', 'The database ended this request: it took too long.', { retryAfter: RETRY_AFTER_S }, { cause: error });
  if (OUT_OF_MEMORY.has(code)) {
    return new AppError(
      'limit',
      'This is more than the database can do in one transaction.',
      { limit: { name: 'transactionMemory', value: 0 } },
      { cause: error },
    );
  }
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed') {
    return new AppError('conflict', 'Another record of this id or of this proposition exists already.', {}, { cause: error });
  }
  if (NOT_WRITTEN.test(error.message)) return unavailable(error);
  // Deadlocks, leader changes and the like, which the driver has already retried for 5 s.
  if (code.startsWith('Neo.TransientError.')) return unavailable(error);
  return new AppError('internal', error.message, {}, { cause: error });
}
