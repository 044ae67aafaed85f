/** What claims require of the records they use, and which changes of those records break it. */
import { expect, test } from 'vitest';
import { emptyPut } from '../change-plan.ts';
import { checkUses, newFaults, redefinedRecords } from './check-uses.ts';
import type { Entity, Predicate, Records, Source } from '../../model/records.ts';
import { coreFile, demoFile, nothingStored, planOf, storedAfter } from '../../testing/curated-demo.ts';

const demo = (): Records => storedAfter(nothingStored(), planOf([coreFile(), demoFile()])).records;
const of = <T>(map: ReadonlyMap<string, T>, id: string): T => {
  const found = map.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
type Change = { entities?: Entity[]; predicates?: Predicate[]; sources?: Source[] };
/** The new faults of the demo once some of its records are changed. */
function changed(change: (records: Records) => Change) {
  const before = demo();
  const after = demo();
  const { entities = [], predicates = [], sources = [] } = change(before);
  for (const entity of entities) after.entities.set(entity.id, entity);
  for (const predicate of predicates) after.predicates.set(predicate.id, predicate);
  for (const source of sources) after.sources.set(source.id, source);
  const redefined = redefinedRecords({ put: { ...emptyPut(), entities, predicates, sources } }, before);
  return { redefined, faults: newFaults(checkUses(before), checkUses(after)) };
}
const nothing = { entities: [], cases: [], predicates: [], sources: [] };

test('the valid demo breaks no rule', () => expect(checkUses(demo())).toEqual([]));

test('an entity of another type: its claims name it, and what would be allowed', () => {
  const { redefined, faults } = changed((r) => ({ entities: [{ ...of(r.entities, 'sylvania'), type: 'Place' }] }));
  expect(redefined).toEqual({ ...nothing, entities: ['sylvania'] });
  expect(faults).toContainEqual({
    claim: 'c1',
    dataset: 'demo',
    code: 'subject-type',
    message: '"sylvania" is a Place; "hired" takes as subject Person or Country',
    used: [
      { kind: 'entity', id: 'sylvania', field: '/type' },
      { kind: 'predicate', id: 'hired', field: '/subject' },
    ],
  });
});

const NARROWED: [string, Partial<Predicate>, string, string][] = [
  ['fewer subjects', { subject: ['Person'] }, 'subject-type', '/subject'],
  ['fewer objects', { takes: ['Country'] }, 'object-type', '/takes'],
  ['no entity as object', { takes: ['text'] }, 'object-not-taken', '/takes'],
  ['fewer qualifiers', { qualifiers: ['in'] }, 'qualifier-not-allowed', '/qualifiers'],
];
test.each(NARROWED)('a predicate with %s', (_what, part, code, field) => {
  const { redefined, faults } = changed((r) => ({ predicates: [{ ...of(r.predicates, 'hired'), ...part }] }));
  expect(redefined).toEqual({ ...nothing, predicates: ['hired'] });
  expect(faults.map((fault) => [fault.claim, fault.code, fault.used.at(-1)])).toContainEqual(['c1', code, { kind: 'predicate', id: 'hired', field }]);
});

test('a predicate that begins to accuse, or no longer does, changes the levels its claims may have', () => {
  const before = demo();
  const citations = before.citations.get('c1') ?? [];
  before.citations.set(
    'c1',
    citations.map((citation) => (citation.stance === 'supports' ? { ...citation, standing: { level: 'found', by: 'moj', case: 'case-1' } } : citation)),
  );
  const after = { ...before, predicates: new Map([...before.predicates, ['hired', { ...of(before.predicates, 'hired'), accuses: [] }] as const]) };
  expect(redefinedRecords({ put: { ...emptyPut(), predicates: [of(after.predicates, 'hired')] } }, before).predicates).toEqual(['hired']);
  expect(newFaults(checkUses(before), checkUses(after))).toContainEqual(
    expect.objectContaining({
      claim: 'c1',
      citation: citations[0]?.id,
      code: 'level-not-for-claim',
      used: [{ kind: 'predicate', id: 'hired', field: '/accuses' }],
    }),
  );
  const retyped = { ...before, entities: new Map([...before.entities, ['case-1', { ...of(before.entities, 'case-1'), type: 'Event' as const }] as const]) };
  expect(redefinedRecords({ put: { ...emptyPut(), entities: [of(retyped.entities, 'case-1')] } }, before)).toMatchObject({
    entities: ['case-1'],
    cases: ['case-1'],
  });
  expect(newFaults(checkUses(before), checkUses(retyped))).toContainEqual(
    expect.objectContaining({ claim: 'c1', code: 'case-type', used: [{ kind: 'entity', id: 'case-1', field: '/type' }] }),
  );
});

test('a source that no longer carries a text, where a citation belongs to that text', () => {
  const { redefined, faults } = changed((r) => {
    const { textOf: _, ...copy } = of(r.sources, 'copy');
    return { sources: [copy] };
  });
  expect(redefined).toEqual({ ...nothing, sources: ['copy'] });
  expect(faults).toMatchObject([{ claim: 'c4', code: 'carried-without-text-of', used: [{ kind: 'source', id: 'copy', field: '' }] }]);
});

test('a record that allows more than before, or changes otherwise, needs no check of its claims', () => {
  const { redefined, faults } = changed((r) => ({
    predicates: [{ ...of(r.predicates, 'hired'), subject: ['Country', 'Person', 'Gang'], definition: 'other words' }],
    entities: [{ ...of(r.entities, 'ivan'), atRisk: true }],
    sources: [{ ...of(r.sources, 'daily'), title: 'Another' }],
  }));
  expect({ redefined, faults }).toEqual({ redefined: nothing, faults: [] });
});
