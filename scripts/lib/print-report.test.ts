/** The report of an import in a terminal says what became of files of other programs. */
import { expect, it } from 'vitest';
import { refusedReport } from '../../server/usecases/importing/import-report.ts';
import { reportText } from './print-report.ts';

const foreign = {
  file: 'bundle.json',
  format: 'stix' as const,
  read: 14,
  taken: [],
  rejected: [{ reason: 'its maker revoked it', count: 12, places: ['object 1', 'object 2'] }],
  lost: [{ reason: 'the property “goals”', count: 1, places: ['object 3'] }],
};

it('lists what is rejected of a foreign file, with its reason, its number and the first places', () => {
  const report = refusedReport({ dryRun: true, datasets: [], files: 1, revision: 3, foreign: [foreign], startedAt: 0 }, []);
  expect(reportText(report).split('\n')).toEqual(
    expect.arrayContaining([
      'bundle.json (stix): 14 read = 2 can be taken over, 12 rejected',
      '  rejected 12: its maker revoked it (object 1, object 2 …)',
      '  taken without 1: the property “goals” (object 3)',
    ]),
  );
  const planned = { ...report, outcome: 'planned' as const, converted: [{ ...foreign, created: 1, matched: 0, unchanged: 1 }] };
  expect(reportText(planned)).toContain('14 read = 1 created, 0 matched, 1 unchanged, 12 rejected\n');
});
