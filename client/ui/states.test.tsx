// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { rendered } from '../testing/render.ts';
import { Await, Failure } from './states.tsx';

const down = new ApiError('database-unavailable', 'down', 503, {
  type: 'about:blank',
  title: 'x',
  remedy: 'wait',
  status: 503,
  code: 'database-unavailable',
  detail: 'down',
  retryAfter: 2,
});
afterEach(() => void vi.useRealTimers());

describe('a failure', () => {
  it('says what was not done, and asks again after the time that the server named', () => {
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
  it('distinguishes a stopped server from a database that does not answer', () => {
    const page = rendered(<Failure error={new ApiError('offline', 'x')} />);
    expect(page.text()).toContain('The server does not answer');
    expect(page.find('button')).toBeUndefined();
    page.end();
  });
});

describe('data that is awaited', () => {
  it('is shown as loading, as failed, or as it was where asking again failed', () => {
    const children = (n: number) => <p>{n} claims</p>;
    const page = rendered(<Await asked={{ data: undefined, error: null, refetch: vi.fn() }}>{children}</Await>);
    expect(page.find('[role=status]')).toBeDefined();
    page.again(<Await asked={{ data: undefined, error: down, refetch: vi.fn() }}>{children}</Await>);
    expect(page.find('[role=alert]')).toBeDefined();
    page.again(<Await asked={{ data: 3, error: down, refetch: vi.fn() }}>{children}</Await>);
    expect(page.text()).toContain('3 claims');
    page.end();
  });
  it('is marked as outdated where it could not be read again, with the time it was read', () => {
    const at = new Date(2024, 0, 2, 9, 5).getTime();
    const refetch = vi.fn();
    const page = rendered(<Await asked={{ data: 3, error: down, refetch, dataUpdatedAt: at }}>{(n) => <p>{n} claims</p>}</Await>);
    expect(page.find('.outdated')?.textContent).toContain('Read at 09:05 and not read again since: The database does not answer');
    act(() => page.find('button', 'Try again')?.click());
    expect(refetch).toHaveBeenCalledTimes(1);
    page.again(<Await asked={{ data: 3, error: null, refetch, isPlaceholderData: true }}>{(n) => <p>{n} claims</p>}</Await>);
    expect(page.find('[aria-busy]')?.textContent).toBe('3 claims');
    page.end();
  });
  it('is shown as stopped instead of loading for ever', () => {
    const refetch = vi.fn();
    const page = rendered(<Await asked={{ data: undefined, error: null, refetch, fetchStatus: 'idle' }}>{(n) => <p>{n}</p>}</Await>);
    expect(page.text()).toContain('was stopped');
    act(() => page.find('button', 'Try again')?.click());
    expect(refetch).toHaveBeenCalledTimes(1);
    page.end();
  });
});
