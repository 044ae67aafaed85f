/** Decides from the answers of a running server whether it must be restarted: a panicked database keeps running and refuses everything. */

/** The result of one health check: the server answered, refused with an error, or did not answer in time. */
export type HealthCheck = { kind: 'answered' } | { kind: 'refused'; code: string } | { kind: 'silent' };

/** Results in a row after which a server must be restarted, with one check every CHECK_EVERY_MS. */
export const REFUSALS_BEFORE_RESTART = 3;
export const SILENCES_BEFORE_RESTART = 9;
export const CHECK_EVERY_MS = 10_000;
export const CHECK_WITHIN_MS = 8_000;

/** Whether a refusal says nothing of the health of the server: somebody else tried wrong passwords, and the account is locked for 5 s. */
const aboutTheCaller = (code: string): boolean => code.startsWith('Neo.ClientError.Security.');

/**
 * Why the server must be restarted, or undefined. A full disk makes the database answer `TransactionStartFailed` to everything, even when there is space again;
 * only a restart helps. Silence is tolerated longer: it may be a long garbage collection, or a laptop waking up.
 * @param checks results in order, the newest last
 */
export function judgeHealth(checks: readonly HealthCheck[]): string | undefined {
  const last = checks.at(-1);
  if (last === undefined || last.kind === 'answered') return undefined;
  const run: HealthCheck[] = [];
  for (const check of checks.toReversed()) {
    if (check.kind === 'answered') break;
    run.push(check);
  }
  if (run.length >= SILENCES_BEFORE_RESTART) return 'it has not answered for more than a minute';
  const refusals = run.slice(0, REFUSALS_BEFORE_RESTART).filter((check) => check.kind === 'refused' && !aboutTheCaller(check.code));
  if (refusals.length < REFUSALS_BEFORE_RESTART) return undefined;
  return `it refuses every query (${last.kind === 'refused' ? last.code : 'no answer'})`;
}

/** Milliseconds to wait before start number `attempt` after a death, counted from 1: 1 s, doubled each time, at most 30 s. */
export function backoffMs(attempt: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.max(0, attempt - 1));
}
