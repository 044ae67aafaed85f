/** A plan kept as packed text is read back the same, whatever its ids are called. */
import { expect, test } from 'vitest';
import { emptyPut } from '../../domain/importing/change-plan.ts';
import { records } from '../../domain/testing/build-records.ts';
import { putAll } from '../testing/change-database.ts';
import { partsOf, planOfParts, type StagedPlan } from './staged-plan.ts';

const some = records({
  entities: { hasOwn: 'Person', __proto__x: 'Person' },
  sources: [{ id: 'toString', voice: 'v' }],
  predicates: [{ id: 'p:met', group: 'association' }],
  claims: [{ id: 'hasOwnProperty', predicate: 'p:met', subject: 'hasOwn', object: '__proto__x', citations: [{ source: 'toString', standing: 'reported' }] }],
});
const predicate = some.predicates.get('p:met');
if (!predicate) throw new Error('there is no predicate');
const plan: StagedPlan = {
  ...putAll(some, [{ kind: 'entity', id: 'gone' }]),
  existing: ['claim/hasOwnProperty'],
  replaced: new Map([['claim/hasOwnProperty', '{"id":"hasOwnProperty","note":"a\\tb\\nc"}']]),
  figures: [],
  segments: new Map([['hasOwnProperty', []]]),
  roots: new Map([
    ['a', 'toString'],
    ['b', undefined],
  ]),
  sourcesRead: new Map([['hasOwnProperty', ['toString']]]),
  predicates: new Map([['hasOwnProperty', predicate]]),
  ends: new Map([['hasOwnProperty', { subject: 'hasOwn', object: '__proto__x', at: [] }]]),
  stale: ['x'],
  expectedRevision: 7,
  changeSet: { id: 'set', kind: 'edit', who: 'Анна', why: 'a\tb', at: '2026-11-30T00:00:00Z', undoes: ['other'] },
  batchRecords: 3,
};

async function there(of: StagedPlan): Promise<StagedPlan> {
  return planOfParts(partsOf(of));
}

test('every field comes back, in its order', async () => {
  expect(await there(plan)).toEqual(plan);
});

test('a plan of many parts, too, with one object for a predicate that many claims use', async () => {
  const ids = Array.from({ length: 12_000 }, (_, i) => `claim-${i}`);
  const large = { ...plan, put: emptyPut(), stale: ids, predicates: new Map(ids.map((id) => [id, predicate])) };
  const parts: string[] = [];
  for await (const part of partsOf(large)) parts.push(part);
  expect(parts.length).toBeGreaterThan(1);
  const back = await there(large);
  expect(back).toEqual(large);
  expect(new Set(back.predicates.values()).size).toBe(1);
});

test('parts without the first are no plan', async () => {
  const none = async function* (): AsyncGenerator<string> {};
  await expect(planOfParts(none())).rejects.toMatchObject({ code: 'internal' });
});
