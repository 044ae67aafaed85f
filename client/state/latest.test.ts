import { describe, expect, it, vi } from 'vitest';
import { createLatest } from './latest.ts';

describe('the newest request of each kind', () => {
  it('aborts and drops the earlier of its kind, and no other', () => {
    const latest = createLatest();
    const [first, other] = [latest.begin('trace'), latest.begin('expand')];
    const second = latest.begin('trace');
    expect([first.signal.aborted, first.isNewest(), second.isNewest(), other.isNewest()]).toEqual([true, false, true, true]);
  });
  it('is listed while it runs, and no longer when it has ended or was stopped', () => {
    let at = 5;
    const latest = createLatest(() => at);
    const heard = vi.fn();
    const off = latest.subscribe(heard);
    const run = latest.begin('expand iran', 'Expanding Iran');
    at = 9;
    latest.begin('trace', 'Tracing');
    latest.begin('quiet');
    expect(latest.running()).toEqual([
      { kind: 'expand iran', doing: 'Expanding Iran', since: 5 },
      { kind: 'trace', doing: 'Tracing', since: 9 },
    ]);
    expect(latest.running()).toBe(latest.running());
    run.end();
    expect(run.isNewest()).toBe(true);
    latest.cancel('trace');
    expect(latest.running()).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(5);
    off();
  });
  it('is not ended by the late end of an earlier one', () => {
    const latest = createLatest();
    const first = latest.begin('trace', 'one');
    latest.begin('trace', 'two');
    first.end();
    expect(latest.running().map((run) => run.doing)).toEqual(['two']);
  });
});
