import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEvidence } from '../../server/contract/routes/claims.ts';
import { searchEntities } from '../../server/contract/routes/entities.ts';
import { healthReady } from '../../server/contract/routes/health.ts';
import { ApiError } from './api-error.ts';
import { addressOf, call } from './call.ts';

const answers = (status: number, body: unknown): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
};
const failureOf = async (asked: Promise<unknown>): Promise<ApiError> => {
  const error = await asked.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof ApiError)) throw new Error('it was expected to fail with an ApiError');
  return error;
};
afterEach(() => vi.unstubAllGlobals());

describe('a call of the API', () => {
  it('fills in parameters and leaves out what is not set', () => {
    expect(addressOf(readEvidence, { params: { id: 'case:a b' }, query: { published: '2022-07', happened: undefined } })).toBe(
      '/api/claims/case%3Aa%20b?published=2022-07',
    );
    expect(addressOf(searchEntities, { query: { q: 'амиров & co' } })).toContain('q=%D0%B0');
  });
  it('parses an answer by its contract', async () => {
    answers(200, { status: 'ready', revision: 3 });
    expect(await call(healthReady, {})).toEqual({ status: 'ready', revision: 3 });
  });
  it('refuses an answer that breaks the contract', async () => {
    answers(200, { status: 'ready' });
    expect((await failureOf(call(healthReady, {}))).code).toBe('unreadable');
  });
  it('throws the problem of the server, with the time to try again', async () => {
    answers(503, {
      type: 'about:blank',
      title: 'x',
      status: 503,
      code: 'database-unavailable',
      detail: 'The database does not answer.',
      remedy: 'try again',
      retryAfter: 2,
    });
    const error = await failureOf(call(healthReady, {}));
    expect([error.code, error.retryAfter, error.passing]).toEqual(['database-unavailable', 2, true]);
  });
  it('distinguishes a server that does not answer from one that refuses', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no route')));
    expect((await failureOf(call(healthReady, {}))).code).toBe('offline');
    answers(404, { type: 'about:blank', title: 'x', status: 404, code: 'not-found', detail: 'There is no such claim.', remedy: 'look for it' });
    expect((await failureOf(call(readEvidence, { params: { id: 'x' } }))).passing).toBe(false);
  });
});
