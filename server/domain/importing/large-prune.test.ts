/** A prune says how many records it removes where these are more than a tenth of a dataset. */
import { describe, expect, it } from 'vitest';
import { records } from '../testing/build-records.ts';
import { largePruneProblems } from './large-prune.ts';
import type { RecordRef } from './plan-import.ts';

const stored = records({ entities: Array.from({ length: 20 }, (_, i) => ({ id: `e${i}` })) });
const dataset = [...stored.entities.values()][0]!.dataset;
const counts = [
  { kind: 'entity', dataset, n: 20 },
  { kind: 'dataset', dataset, n: 1 },
];
const gone = (n: number): { removed: RecordRef[] } => ({ removed: Array.from({ length: n }, (_, i) => ({ kind: 'entity', id: `e${i}` })) });
const problems = (n: number, said?: number) => largePruneProblems(gone(n), { records: stored, counts }, { pruneExactly: said });

describe('a prune', () => {
  it('of nothing, or of a tenth, needs no number', () => {
    expect(problems(0)).toEqual([]);
    expect(problems(2)).toEqual([]);
  });
  it('of more than a tenth is refused, with the dataset, both numbers and what to write', () => {
    expect(problems(3)).toEqual([
      expect.objectContaining({ code: 'large-prune', message: expect.stringContaining(`3 of the 20 records of the dataset "${dataset}", more than a tenth`) }),
    ]);
    expect(problems(3)[0]?.remedy).toContain('--prune=3');
    expect(problems(3)[0]?.remedy).toContain('pruneExactly=3');
  });
  it('names its dataset', () => expect(problems(3)[0]?.dataset).toBe(dataset));
  it('of a dry run names the number that the import will need', () => {
    const [warning] = largePruneProblems(gone(3), { records: stored, counts }, { dryRun: true });
    expect(warning?.message).toBe(problems(3)[0]?.message);
    expect(warning?.remedy).toBe(
      'the import itself is refused without that: look at the list of what would go; if they are to go, say how many: --prune=3 in the command, prune=true&pruneExactly=3 in the API',
    );
  });
  it('of everything says so', () => {
    expect(problems(20)[0]?.message).toContain('all of it');
  });
  it('with its number passes, and with another one is refused', () => {
    expect(problems(20, 20)).toEqual([]);
    expect(problems(1, 1)).toEqual([]);
    expect(problems(3, 4)).toEqual([
      expect.objectContaining({ code: 'prune-number-differs', message: 'this prune would remove 3 records, not 4 as was said' }),
    ]);
    expect(problems(0, 4)).toHaveLength(1);
  });
});
