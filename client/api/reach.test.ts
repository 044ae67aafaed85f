import { afterEach, describe, expect, it, vi } from 'vitest';
import { healthReady } from '../../server/contract/routes/health.ts';
import { call } from './call.ts';
import { reach } from './reach.ts';

const ready = JSON.stringify({ status: 'ready', revision: 3 });
const answers = (give: () => Promise<Response>): void => void vi.stubGlobal('fetch', give);
const asked = (): Promise<unknown> => call(healthReady, {}).catch((error: unknown) => error);
afterEach(() => {
  vi.unstubAllGlobals();
  reach.found();
});

describe('whether the server answers', () => {
  it('is no after the first call without an answer, and yes after the first that is answered', async () => {
    const heard = vi.fn();
    const off = reach.subscribe(heard);
    answers(() => Promise.reject(new TypeError('no route')));
    await asked();
    const { since } = reach.get();
    await asked();
    expect(reach.get()).toEqual({ lost: 'offline', since });
    answers(() => Promise.resolve(new Response(ready)));
    await asked();
    expect(reach.get().lost).toBeUndefined();
    expect(heard).toHaveBeenCalledTimes(2);
    off();
  });
  it('distinguishes a server whose database does not answer, and keeps since when', async () => {
    answers(() => Promise.reject(new TypeError('no route')));
    await asked();
    const { since } = reach.get();
    answers(() =>
      Promise.resolve(
        new Response(
          JSON.stringify({ type: 'about:blank', title: 'x', status: 503, code: 'database-unavailable', detail: 'down', remedy: 'try again', retryAfter: 2 }),
          {
            status: 503,
          },
        ),
      ),
    );
    await asked();
    expect(reach.get()).toEqual({ lost: 'database', since });
  });
  it('distinguishes a server whose first data is not there yet', async () => {
    const detail = 'Not ready: Attest is being prepared, now the core vocabulary.';
    answers(() =>
      Promise.resolve(
        new Response(JSON.stringify({ type: 'about:blank', title: 'x', status: 503, code: 'not-ready', detail, remedy: 'send it again', retryAfter: 2 }), {
          status: 503,
        }),
      ),
    );
    await asked();
    expect(reach.get()).toMatchObject({ lost: 'preparing' });
  });
  it('does not change by a request that was stopped or refused', async () => {
    answers(() => Promise.reject(new DOMException('stopped', 'AbortError')));
    await asked();
    answers(() =>
      Promise.resolve(
        new Response(JSON.stringify({ type: 'about:blank', title: 'x', status: 404, code: 'not-found', detail: 'no', remedy: 'look for it' }), { status: 404 }),
      ),
    );
    await asked();
    expect(reach.get().lost).toBeUndefined();
  });
});
