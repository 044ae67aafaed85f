// @vitest-environment happy-dom
import { act } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DepsContext } from '../acts/deps.ts';
import { ApiError } from '../api/api-error.ts';
import { inTurn } from '../api/in-turn.ts';
import { createLatest, type Latest, type Run } from '../state/latest.ts';
import { createStore, StoreContext } from '../state/store.ts';
import { rendered } from '../testing/render.ts';
import { Activity } from './activity.tsx';

const refused = new ApiError('too-many-requests', 'no turn', 429, {
  type: 'about:blank',
  title: 'x',
  remedy: 'wait',
  status: 429,
  code: 'too-many-requests',
  detail: 'no turn',
  retryAfter: 5,
});
const passed = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function begun(latest: Latest): Run {
  let run: Run | undefined;
  act(() => void (run = latest.begin('trace', 'Searching paths')));
  return run!;
}

function shown() {
  const deps = { store: createStore(), queries: new QueryClient(), latest: createLatest(), tell: vi.fn() };
  const page = rendered(
    <QueryClientProvider client={deps.queries}>
      <StoreContext.Provider value={deps.store}>
        <DepsContext.Provider value={deps}>
          <Activity />
        </DepsContext.Provider>
      </StoreContext.Provider>
    </QueryClientProvider>,
  );
  return { ...deps, page };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what runs', () => {
  it('says after the first refusal that it waits its turn, with the seconds, until it is taken', async () => {
    const { latest, page } = shown();
    const run = begun(latest);
    const send = vi.fn<() => Promise<string>>().mockRejectedValueOnce(refused).mockResolvedValue('paths');
    const answer = inTurn(send, run.signal);
    await passed(0);
    expect(page.text()).toContain('Waiting its turn: other questions are being answered first. Asked again in 5 s.');
    await passed(2_000);
    expect(page.text()).toContain('Asked again in 3 s.');
    await passed(3_000);
    expect(await answer).toBe('paths');
    expect(page.text()).not.toContain('Waiting its turn');
    page.end();
  });
  it('is stopped by its button while it waits', async () => {
    const { latest, tell, page } = shown();
    const run = begun(latest);
    const send = vi.fn<() => Promise<string>>().mockRejectedValue(refused);
    const failed = inTurn(send, run.signal).catch((error: unknown) => error);
    await passed(0);
    await act(async () => page.find('button', 'Stop')?.click());
    expect(await failed).toHaveProperty('name', 'AbortError');
    await passed(10_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(tell).toHaveBeenCalledWith('Stopped: Searching paths. Nothing was drawn.');
    expect(page.text()).toBe('');
    page.end();
  });
});
