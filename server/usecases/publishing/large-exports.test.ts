/** Which exports are worked out beside the server. */
import { describe, expect, it } from 'vitest';
import type { Database } from '../../store/connect.ts';
import { isLargeExport } from './large-exports.ts';

const noDatabase = {
  read: () => Promise.reject(new Error('it is not asked')),
} as unknown as Database;
const named = (n: number) => ({ entities: [], paths: [], filters: [], claims: Array.from({ length: n }, (_, i) => `c${i}`) });

describe('an export of claims named one by one', () => {
  it('is worked out beside the server where there are more than 10,000', async () => {
    expect(await isLargeExport(noDatabase, named(10_000))).toBe(false);
    expect(await isLargeExport(noDatabase, named(10_001))).toBe(true);
  });
  it('of entities, and one of a trace, is not', async () => {
    expect(await isLargeExport(noDatabase, { entities: ['a'], paths: [], filters: [] })).toBe(false);
  });
});
