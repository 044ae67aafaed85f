import { afterEach, expect, it, vi } from 'vitest';
import { readEvidence } from '../../server/contract/routes/claims.ts';
import { healthReady } from '../../server/contract/routes/health.ts';
import { saveSet } from '../../server/contract/routes/saved-sets.ts';
import { call } from './call.ts';
import { caseRevision } from './revision.ts';

const answers = (status: number, body: unknown): void => void vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));
const askReady = async (revision: number): Promise<void> => {
  answers(200, { status: 'ready', revision });
  await call(healthReady, {});
};
afterEach(() => vi.unstubAllGlobals());

it('the revision of the case is the newest that a read has named, told once for each', async () => {
  await askReady(7);
  const heard = vi.fn();
  const off = caseRevision.subscribe(heard);
  for (const revision of [7, 6, 8, 8]) await askReady(revision);
  expect(caseRevision.get().revision).toBe(8);
  expect(heard).toHaveBeenCalledTimes(1);
  off();
});
it('a saved set has a revision of its own, which is none of the case', async () => {
  await askReady(9);
  answers(200, { id: 's', name: 'Set', ids: ['a'], revision: 400 });
  await call(saveSet, { params: { id: 's' }, body: { name: 'Set', ids: ['a'] } });
  expect(caseRevision.get().revision).toBe(9);
});
it('something asked for that is not there is a doubt, whatever was asked', async () => {
  const { doubts } = caseRevision.get();
  answers(404, { type: 'about:blank', title: 'x', status: 404, code: 'not-found', detail: 'There is no such claim.', remedy: 'look it up' });
  await call(readEvidence, { params: { id: 'x' } }).catch(() => undefined);
  expect(caseRevision.get().doubts).toBe(doubts + 1);
});
