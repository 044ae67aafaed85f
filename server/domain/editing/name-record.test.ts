/** Records are named in lists of changes by what they say of themselves, and a claim never in a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_KINDS, type ChangeKind } from '../importing/change-plan.ts';
import type { Claim } from '../model/records.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { nameRecord, type NameOf } from './name-record.ts';

const names = new Map([
  ['constructor', 'Анна'],
  ['petar', 'Petar'],
  ['killed', 'killed'],
  ['the-mill', 'the mill'],
]);
const nameOf: NameOf = (_kind, id) => names.get(id) ?? id;
const claim: Claim = {
  id: 'c',
  dataset: 'd',
  subject: 'constructor',
  predicate: 'killed',
  object: 'petar',
  via: [],
  to: [],
  at: ['the-mill'],
  in: [],
  instrument: [],
  intended: false,
  attempted: false,
  expected: false,
};

describe('the name of a record', () => {
  it('of a claim is its parts, with what was only attempted', () => {
    expect(nameRecord('claim', claim, nameOf)).toBe('claimed: Анна · killed · Petar · at the mill');
    expect(nameRecord('claim', { ...claim, attempted: true, at: [] }, nameOf)).toBe('claimed: Анна · killed (attempted) · Petar');
    expect(nameRecord('claim', { ...claim, object: { text: 'a list', lang: 'en' }, occasion: 'in May' }, nameOf)).toBe(
      'claimed: Анна · killed · “a list” · at the mill · in May',
    );
  });
  it('of a claim whose ends are gone says their ids', () => {
    expect(nameRecord('claim', { ...claim, subject: '__proto__', object: 'unknown' }, nameOf)).toBe('claimed: __proto__ · killed · unknown · at the mill');
  });
  it('is never empty, whatever the record', () => {
    checkProperty(
      'every record has a name',
      fc.property(arbitraryRecords(), (records) => {
        const { datasets, voices, sources, entities, predicates, claims, questions } = records;
        const maps = { dataset: datasets, voice: voices, source: sources, entity: entities, predicate: predicates, claim: claims, question: questions };
        const lists: Partial<Record<ChangeKind, Iterable<object>>> = {
          ...Object.fromEntries(Object.entries(maps).map(([kind, map]) => [kind, map.values()])),
          citation: [...records.citations.values()].flat(),
          rivals: records.rivals,
          identity: records.identities,
        };
        for (const kind of CHANGE_KINDS) for (const record of lists[kind] ?? []) expect(nameRecord(kind, record, (_kind, id) => id).trim()).not.toBe('');
      }),
    );
  });
});
