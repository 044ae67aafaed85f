// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { rendered } from '../testing/render.ts';
import { Await, Failure } from './states.tsx';

const down = new ApiError('database-unavailable', 'down', 503, {
  type: 'about:blank',
  title: 'x',
  status: 503,
  code: 'database-unavailable',
  detail: 'down',
  retryAfter: 2,
});
afterEach(() => void vi.useRealTimers());

describe('what failed', () => {
  it('says what was not done, and asks again by itself when the server said when', () => {
    vi.useFakeTimers();
    const retry = vi.fn();
    const page = rendered(<Failure error={down} retry={retry} />);
    expect(page.find('[role=alert]')?.textContent).toContain('The database does not answer');
    expect(retry).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1000));
    act(() => void vi.advanceTimersByTime(1000));
    expect(retry).toHaveBeenCalledTimes(1);
    page.end();
  });
  it('tells a stopped server from a refusal of the database', () => {
    const page = rendered(<Failure error={new ApiError('offline', 'x')} />);
    expect(page.text()).toContain('The server does not answer');
    expect(page.find('button')).toBeUndefined();
    page.end();
  });
});

describe('what is awaited', () => {
  it('loads, fails, and shows what it has even when asking again failed', () => {
    const children = (n: number) => <p>{n} claims</p>;
    const page = rendered(<Await asked={{ data: undefined, error: null, refetch: vi.fn() }}>{children}</Await>);
    expect(page.find('[role=status]')).toBeDefined();
    page.again(<Await asked={{ data: undefined, error: down, refetch: vi.fn() }}>{children}</Await>);
    expect(page.find('[role=alert]')).toBeDefined();
    page.again(<Await asked={{ data: 3, error: down, refetch: vi.fn() }}>{children}</Await>);
    expect(page.text()).toContain('3 claims');
    page.end();
  });
  it('marks as old what could not be read again, with when it was read', () => {
    const at = new Date(2024, 0, 2, 9, 5).getTime();
    const refetch = vi.fn();
    const page = rendered(<Await asked={{ data: 3, error: down, refetch, dataUpdatedAt: at }}>{(n) => <p>{n} claims</p>}</Await>);
    expect(page.find('.stale')?.textContent).toContain('Read at 09:05 and not read again since: The database does not answer');
    act(() => page.find('button', 'Try again')?.click());
    expect(refetch).toHaveBeenCalledTimes(1);
    page.again(<Await asked={{ data: 3, error: null, refetch, isPlaceholderData: true }}>{(n) => <p>{n} claims</p>}</Await>);
    expect(page.find('[aria-busy]')?.textContent).toBe('3 claims');
    page.end();
  });
  it('says that it was stopped instead of loading for ever', () => {
    const refetch = vi.fn();
    const page = rendered(<Await asked={{ data: undefined, error: null, refetch, fetchStatus: 'idle' }}>{(n) => <p>{n}</p>}</Await>);
    expect(page.text()).toContain('was stopped');
    act(() => page.find('button', 'Try again')?.click());
    expect(refetch).toHaveBeenCalledTimes(1);
    page.end();
  });
});
