/** When a running server must be restarted. */
import { describe, expect, it } from 'vitest';
import { backoffMs, judgeHealth, REFUSALS_BEFORE_RESTART, SILENCES_BEFORE_RESTART } from './judge-health.ts';
import type { HealthCheck } from './judge-health.ts';

const answered: HealthCheck = { kind: 'answered' };
const silent: HealthCheck = { kind: 'silent' };
const panic: HealthCheck = { kind: 'refused', code: 'Neo.DatabaseError.Transaction.TransactionStartFailed' };
const locked: HealthCheck = { kind: 'refused', code: 'Neo.ClientError.Security.AuthenticationRateLimit' };
const times = (check: HealthCheck, n: number): HealthCheck[] => Array.from({ length: n }, () => check);

describe('the health of a running server', () => {
  it('is good while it answers', () => {
    expect(judgeHealth([])).toBeUndefined();
    expect(judgeHealth([panic, panic, panic, answered])).toBeUndefined();
  });
  it('is lost when it refuses every query, as after a full disk', () => {
    expect(judgeHealth(times(panic, REFUSALS_BEFORE_RESTART - 1))).toBeUndefined();
    expect(judgeHealth([answered, ...times(panic, REFUSALS_BEFORE_RESTART)])).toContain('TransactionStartFailed');
  });
  it('is not affected by an account locked after wrong passwords', () => {
    expect(judgeHealth(times(locked, REFUSALS_BEFORE_RESTART))).toBeUndefined();
  });
  it('is good after a short silence, not after a long one', () => {
    expect(judgeHealth(times(silent, SILENCES_BEFORE_RESTART - 1))).toBeUndefined();
    expect(judgeHealth(times(silent, SILENCES_BEFORE_RESTART))).toContain('more than a minute');
  });
  it('the wait before a restart grows with each death, up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(backoffMs)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });
});
