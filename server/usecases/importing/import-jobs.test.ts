/** Imports wait in a queue, report their progress, and end in a state that says how. */
import { expect, test } from 'vitest';
import type { ImportJob, ImportReport } from '../../contract/routes/imports.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { createImportJobs, JOB_LIMITS, type JobInput, type RunInput } from './import-jobs.ts';

const none = { new: 0, changed: 0, unchanged: 0, removed: 0, kept: 0, refused: 0 };
const report = (outcome: ImportReport['outcome']): ImportReport => ({
  outcome,
  dryRun: false,
  datasets: [],
  files: 1,
  records: { ...none, byKind: {} },
  created: [],
  changed: [],
  removed: [],
  claims: { summary: [], standingChanges: [], originChanges: [] },
  problems: [],
  warnings: [],
  conflicts: [],
  leftOut: [],
  revision: { before: 0, after: 0 },
  staged: false,
  elapsedMs: 0,
  message: '',
});
const input = (who: string): JobInput => ({ files: [], dryRun: false, prune: false, overwrite: false, who });
/** A database that must not be used: the tests pass in what is run. */
const noDatabase = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no database here');
    },
  },
) as Database;

/** Imports that end when the test tells them to. */
function held() {
  const started: string[] = [];
  const waiting: { input: RunInput; end: (with_: ImportReport | Error) => void }[] = [];
  const jobs = createImportJobs(noDatabase, (_db, given) => {
    started.push(given.who);
    return new Promise((resolve, reject) => waiting.push({ input: given, end: (result) => (result instanceof Error ? reject(result) : resolve(result)) }));
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { jobs, started, waiting, turn };
}
const statesOf = async (events: AsyncIterable<ImportJob>) => {
  const states: string[] = [];
  for await (const job of events) states.push(`${job.state} ${job.progress.phase} ${job.progress.done}`);
  return states;
};

test('one import runs at a time, in the order they came', async () => {
  const { jobs, started, waiting, turn } = held();
  const [first, second] = [jobs.start(input('one')), jobs.start(input('two'))];
  await turn();
  expect(started).toEqual(['one']);
  expect([jobs.get(first.id)?.state, jobs.get(second.id)?.state]).toEqual(['running', 'queued']);
  waiting[0]?.end(report('done'));
  await turn();
  expect(started).toEqual(['one', 'two']);
  expect(jobs.list().map((job) => job.state)).toEqual(['running', 'done']);
});
test('events give the current state, each progress and the end, also to a late reader', async () => {
  const { jobs, waiting, turn } = held();
  const job = jobs.start(input('one'));
  const watched = statesOf(jobs.events(job.id));
  await turn();
  waiting[0]?.input.onProgress?.({ phase: 'write', done: 5, total: 10 });
  await turn();
  waiting[0]?.end(report('refused'));
  expect(await watched).toEqual(['queued queued 0', 'running read 0', 'running write 5', 'refused write 5']);
  expect(await statesOf(jobs.events(job.id))).toEqual(['refused write 5']);
  expect(await statesOf(jobs.events('nobody'))).toEqual([]);
});
test('an expected failure is reported, an unexpected one without internals', async () => {
  const { jobs, waiting, turn } = held();
  const [first, second] = [jobs.start(input('one')), jobs.start(input('two'))];
  await turn();
  waiting[0]?.end(new AppError('database-unavailable', 'The database does not answer.'));
  await turn();
  waiting[1]?.end(new Error('secret path'));
  await turn();
  expect(jobs.get(first.id)).toMatchObject({ state: 'failed', report: { outcome: 'failed', message: 'The database does not answer.' } });
  expect(JSON.stringify(jobs.get(second.id))).not.toContain('secret');
  expect(jobs.get(second.id)?.state).toBe('failed');
});
test('a failed write is reported with its datasets and the revision it found', async () => {
  const { jobs, waiting, turn } = held();
  const [first, second] = [jobs.start(input('one')), jobs.start(input('two'))];
  await turn();
  waiting[0]?.input.onPlanned?.({ datasets: ['demo'], files: 3, revision: 7 });
  waiting[0]?.end(new AppError('conflict', 'The records changed meanwhile: planned at revision 7, now at 8.', { expected: 7, revision: 8 }));
  await turn();
  expect(jobs.get(first.id)).toMatchObject({
    state: 'failed',
    report: {
      outcome: 'failed',
      datasets: ['demo'],
      files: 3,
      revision: { before: 8, after: 8 },
      problems: [{ code: 'conflict', remedy: expect.stringContaining('again') }],
    },
  });
  waiting[1]?.input.onPlanned?.({ datasets: ['demo'], files: 3, revision: 7 });
  waiting[1]?.end(new AppError('refused', '1 of 1 claim records refer to a record that is not there.'));
  await turn();
  expect(jobs.get(second.id)).toMatchObject({ state: 'refused', report: { outcome: 'refused', datasets: ['demo'], revision: { before: 7, after: 7 } } });
});
test('beyond the limit of waiting imports the next is refused with the name of the limit', async () => {
  const { jobs, turn } = held();
  jobs.start(input('running'));
  await turn();
  for (let i = 0; i < JOB_LIMITS.queuedImports; i += 1) jobs.start(input(`waiting ${i}`));
  expect(() => jobs.start(input('one more'))).toThrow(
    expect.objectContaining({
      code: 'too-many-requests',
      details: expect.objectContaining({ limit: { name: 'queuedImports', value: JOB_LIMITS.queuedImports } }),
    }),
  );
});
test('of the ended jobs only the newest are remembered', async () => {
  const jobs = createImportJobs(noDatabase, async () => report('done'));
  for (let i = 0; i < JOB_LIMITS.endedJobs + 10; i += 1) {
    const { id } = jobs.start(input(`${i}`));
    for await (const _ of jobs.events(id));
  }
  expect(jobs.list()).toHaveLength(JOB_LIMITS.endedJobs);
});
test('closing fails waiting imports, stops the running one, and refuses new ones', async () => {
  const { jobs, waiting, turn } = held();
  const [first, second] = [jobs.start(input('one')), jobs.start(input('two'))];
  await turn();
  const closed = jobs.close();
  expect(waiting[0]?.input.signal?.aborted).toBe(true);
  waiting[0]?.end(new AppError('conflict', 'Attest is stopping.'));
  await closed;
  expect([jobs.get(first.id)?.state, jobs.get(second.id)?.state]).toEqual(['failed', 'failed']);
  expect(() => jobs.start(input('late'))).toThrow('stopping');
});
