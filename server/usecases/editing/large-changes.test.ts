/** A large change is begun once for the same input, as a route gives it, and whoever sends it again hears what became of it. */
import { expect, it } from 'vitest';
import type { ChangeReport } from '../../contract/routes/changes.ts';
import { createLargeChanges, type LargeChange } from './large-changes.ts';

const signed = { who: 'Ada', why: 'a test', operation: 'e3e70682-c209-4cac-a29f-6fbed82c07cd' };
/** As the route without parts in its path has it. */
const routed = <I extends object>(input: I): I => ({ params: undefined, query: undefined, ...input });
const begun = () => {
  const runs: LargeChange[] = [];
  const changes = createLargeChanges(async (change) => {
    runs.push(change);
    return { revision: { before: 1, after: runs.length } } as unknown as ChangeReport;
  });
  return { runs, changes };
};

it('a restore of a case, whose route has no parts in its path, is begun once', async () => {
  const { runs, changes } = begun();
  const input = routed({ body: { ...signed, revision: 3, dataset: 'demo', to: '2000-01-01T00:00:00Z', dryRun: false } });
  const first = await changes.reportOf({ act: 'restore', input } as LargeChange);
  expect(await changes.reportOf({ act: 'restore', input } as LargeChange)).toEqual(first);
  expect(runs).toHaveLength(1);
});

it('the plan of a restore is asked for once, whoever asks; with another revision it is another one', async () => {
  const { runs, changes } = begun();
  const plan = (who: string, revision: number) =>
    changes.reportOf({ act: 'restore', input: routed({ body: { ...signed, who, revision, dataset: 'demo', to: 2, dryRun: true } }) } as LargeChange);
  await plan('Ada', 3);
  await plan('Bob', 3);
  expect(runs).toHaveLength(1);
  await plan('Ada', 4);
  expect(runs).toHaveLength(2);
});
