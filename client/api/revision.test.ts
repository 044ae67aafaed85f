import { afterEach, expect, it, vi } from 'vitest';
import { readEvidence } from '../../server/contract/routes/claims.ts';
import { healthReady } from '../../server/contract/routes/health.ts';
import { commitChange } from '../../server/contract/routes/changes.ts';
import { saveSet } from '../../server/contract/routes/saved-sets.ts';
import { changeReport } from '../testing/build-reports.ts';
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
it('what this page writes of the case is its own, and a plan writes nothing', async () => {
  await askReady(20);
  const report = (after: number) => changeReport({ outcome: after > 20 ? 'done' : 'planned', revision: { before: 20, after } });
  const body = { dataset: 'd', revision: 20, records: {}, remove: [], who: 'Ada', why: 'so', operation: crypto.randomUUID() };
  answers(200, report(20));
  await call(commitChange, { body });
  expect([...caseRevision.get().own]).toEqual([]);
  answers(200, report(21));
  const writing = call(commitChange, { body });
  expect(caseRevision.get().writing).toBe(1);
  await writing;
  expect(caseRevision.get()).toMatchObject({ writing: 0, own: new Set([21]) });
});
it('something asked for that is not there is a doubt, whatever was asked', async () => {
  const { doubts } = caseRevision.get();
  answers(404, { type: 'about:blank', title: 'x', status: 404, code: 'not-found', detail: 'There is no such claim.', remedy: 'look it up' });
  await call(readEvidence, { params: { id: 'x' } }).catch(() => undefined);
  expect(caseRevision.get().doubts).toBe(doubts + 1);
});
