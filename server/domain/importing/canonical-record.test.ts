/** Records that say the same have the same form. */
import { expect, test } from 'vitest';
import { canonicalBatch } from './canonical-record.ts';
import { emptyBatch } from './import-batch.ts';
import type { Citation, Dated } from '../model/records.ts';
import { records } from '../testing/build-records.ts';

const stated = (edtf: string): Dated => ({ edtf, basis: 'stated' });
function happenedOf(dates: Dated[]): Citation['happened'] {
  const [citation] = records({ claims: [{ id: 'c', predicate: 'p', citations: [{ happened: dates }] }] }).citations.get('c') ?? [];
  if (!citation) throw new Error('the claim has a citation');
  return canonicalBatch({ ...emptyBatch(), citations: [{ record: citation, file: 'f.json', pointer: '' }] }).citations[0]?.record.happened;
}

test('alternative dates are in order, each once', () => {
  expect(happenedOf([stated('1973'), stated('1971'), stated('1973')])).toEqual([stated('1971'), stated('1973')]);
});
test('a date that is its own only alternative is one date', () => {
  expect(happenedOf([stated('1971'), stated('1971')])).toEqual(stated('1971'));
});
