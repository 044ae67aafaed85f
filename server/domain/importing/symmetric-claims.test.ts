/** A claim of a symmetric predicate, written from both of its ends: within one dataset, in two datasets, and where its predicate becomes symmetric. */
import { describe, expect, test } from 'vitest';
import { applyDelta } from './apply-delta.ts';
import { checkRecords } from './checks/check-records.ts';
import { checkUses } from './checks/check-uses.ts';
import type { CuratedClaim, CuratedFile, CuratedPredicate } from './curated-file.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { batchOf, coreFile, nothingStored, planOf, storedAfter } from '../testing/curated-demo.ts';
import type { Problem } from '../model/errors.ts';

const met: CuratedPredicate = {
  id: 'collaborated-with',
  forms: { finite: 'collaborated with', infinitive: 'to have collaborated with', passive: 'was a partner of', noun: 'collaboration' },
  inverse: 'collaborated-with',
  group: 'association',
  subject: ['Person', 'Agency', 'Item'],
  takes: ['Person', 'Agency'],
  qualifiers: ['via', 'in', 'at'],
  accuses: ['subject', 'object'],
  symmetric: true,
  definition: 'Worked together with another.',
  example: 'They worked together.',
  misuse: 'Not for a contact.',
};
const vocabulary = (change: Partial<CuratedPredicate> = {}): CuratedFile => ({ ...coreFile(), predicates: [{ ...met, ...change }] });

/** The claims of `sym.json`: one from each end, one of them denied. */
const said: CuratedClaim = {
  id: 'c1',
  subject: 't1:a',
  predicate: 'collaborated-with',
  object: 't1:b',
  via: ['t1:x', 't1:y'],
  citations: [{ locator: { record: '1' }, paraphrase: 'said' }],
};
const denied: CuratedClaim = {
  id: 'c2',
  subject: 't1:b',
  predicate: 'collaborated-with',
  object: 't1:a',
  via: ['t1:y', 't1:x'],
  citations: [{ locator: { record: '2' }, paraphrase: 'denied', stance: 'disputes', standing: { level: 'denied', by: 't1:b' } }],
};
const person = (id: string) => ({ id, type: 'Person' as const, names: [{ text: id, lang: 'en', kind: 'primary' as const }] });

function dataset(id: string, claims: readonly CuratedClaim[], more: Partial<CuratedFile> = {}): CuratedFile {
  return {
    format: 'attest/1',
    dataset: { id },
    defaults: { source: `${id}:s`, standing: { level: 'reported' } },
    voices: [{ id: `${id}:v`, name: `V ${id}`, stake: 'none' }],
    sources: [{ id: `${id}:s`, kind: 'x', publisher: 'P', title: 'T', url: 'https://example.org/', voice: `${id}:v`, seen: true }],
    claims: claims.map((claim) => ({ ...claim, id: `${id}:${claim.id}` })),
    ...more,
  };
}
const people = { entities: ['t1:a', 't1:b', 't1:x', 't1:y'].map(person) };
const problemsOf = (files: readonly CuratedFile[], stored = nothingStored()): Problem[] =>
  checkRecords(batchOf(files, stored.records), { records: stored.records, aliases: stored.aliases });

describe('“collaborated with”, written from both ends', () => {
  test('is refused within one dataset as the same proposition', () => {
    expect(problemsOf([vocabulary(), dataset('t1', [said, denied], people)])).toMatchObject([{ code: 'duplicate-proposition', pointer: '/claims/1' }]);
  });
  test('is one claim from two datasets, contested, with both citations', () => {
    const files = [vocabulary(), dataset('t1', [said], people), dataset('t2', [denied])];
    expect(problemsOf(files)).toEqual([]);
    const { records } = storedAfter(nothingStored(), planOf(files));
    expect([...records.claims.keys()]).toEqual(['t1:c1']);
    expect(records.citations.get('t1:c1')?.map((citation) => citation.dataset)).toEqual(['t1', 't2']);
    expect(deriveFigures(records).get('t1:c1')).toMatchObject({ contested: true, citations: 2 });
  });
  test('is one claim too where the second dataset comes later, and the predicate is known from the database', () => {
    const stored = storedAfter(nothingStored(), planOf([vocabulary(), dataset('t1', [denied], people)]));
    const plan = planOf([dataset('t2', [said])], stored);
    expect(plan.put.claims.map(({ claim }) => [claim.id, claim.subject, claim.object, ...claim.via])).toEqual([['t1:c2', 't1:a', 't1:b', 't1:x', 't1:y']]);
    expect(applyDelta(stored.records, plan).citations.get('t1:c2')).toHaveLength(2);
  });
  test('has the place of a fault as it is in the file', () => {
    const broken = { ...denied, subject: 't1:zz', via: ['t1:y', 't1:nobody'] };
    expect(problemsOf([vocabulary(), dataset('t1', [broken], people)]).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'unknown-id /claims/0/subject',
      'unknown-id /claims/0/via/1',
    ]);
  });
});

describe('the ends of a symmetric claim', () => {
  const ends = (a: string, b: string): CuratedClaim => ({ id: 'c', subject: a, predicate: 'collaborated-with', object: b, citations: said.citations });
  const things = { entities: [person('t1:p'), { ...person('t1:i'), type: 'Item' as const }, { ...person('t1:j'), type: 'Item' as const }] };
  test('fit the predicate in one order or the other', () => {
    for (const claim of [ends('t1:p', 't1:i'), ends('t1:i', 't1:p')]) expect(problemsOf([vocabulary(), dataset('t1', [claim], things)])).toEqual([]);
    expect(problemsOf([vocabulary(), dataset('t1', [ends('t1:i', 't1:j')], things)])).toMatchObject([{ code: 'end-types', pointer: '/claims/0' }]);
  });
  test('must be of a type that the predicate allows', () => {
    const place = { entities: [person('t1:p'), { ...person('t1:i'), type: 'Place' as const }] };
    expect(problemsOf([vocabulary(), dataset('t1', [ends('t1:p', 't1:i')], place)])).toMatchObject([{ code: 'subject-type', pointer: '/claims/0/object' }]);
  });
});

describe('a symmetric predicate', () => {
  test.each<[string, Partial<CuratedPredicate>, string]>([
    ['accuses one end alone', { accuses: ['subject'] }, '/accuses'],
    ['gives one end alone a role', { roles: { object: 'perpetrator' } }, '/roles'],
    ['gives its ends two roles', { roles: { subject: 'sponsor', object: 'perpetrator' } }, '/roles'],
    ['takes somebody it is given to', { qualifiers: ['to'] }, '/qualifiers'],
    ['puts its object above its subject', { within: true }, '/within'],
    ['records a death', { recordsDeath: true }, '/recordsDeath'],
    ['takes a text', { takes: ['Person', 'text'] }, '/takes'],
  ])('is refused where it %s', (_, change, field) => {
    expect(problemsOf([vocabulary(change)])).toMatchObject([{ code: 'symmetric-one-sided', pointer: `/predicates/0${field}` }]);
  });
  test('may accuse both ends, and give both one role', () => {
    expect(problemsOf([vocabulary({ roles: { subject: 'perpetrator', object: 'perpetrator' } })])).toEqual([]);
  });
});

describe('a predicate that becomes symmetric', () => {
  const before = () => storedAfter(nothingStored(), planOf([vocabulary({ symmetric: false }), dataset('t1', [denied], people), dataset('t2', [denied])]));
  test('leaves a stored claim with its ends out of order, which is a fault with a code of its own', () => {
    const stored = before();
    const after = applyDelta(stored.records, planOf([vocabulary()], stored));
    expect(checkUses(after)).toMatchObject([{ claim: 't1:c2', code: 'ends-out-of-order', used: [{ kind: 'predicate', field: '/symmetric' }] }]);
  });
  test('puts the ends in order where the dataset is imported too, and the claim keeps its id and its other citations', () => {
    const stored = before();
    const files = [vocabulary(), dataset('t1', [denied], people)];
    expect(problemsOf(files, stored)).toEqual([]);
    const after = applyDelta(stored.records, planOf(files, stored));
    expect([...after.claims.values()].map(({ id, subject, object }) => [id, subject, object])).toEqual([['t1:c2', 't1:a', 't1:b']]);
    expect(after.citations.get('t1:c2')).toHaveLength(2);
    expect(checkUses(after)).toEqual([]);
  });
});
