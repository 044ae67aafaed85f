/** STIX 2.1: every record once through the extension, references that lead to objects of the bundle, and no attribution firmer than its claim. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { records, type RecordsBrief } from '../../domain/testing/build-records.ts';
import { stixExtension } from '../../contract/stix-extension.ts';
import { curatedCase } from '../../usecases/testing/curated-case.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import type { Records } from '../../domain/model/records.ts';
import { countryCode } from '../stix/country-code.ts';
import { EXTENSION_ID, stixId } from '../stix/stix-ids.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { stix } from './stix.ts';

type Extension = Record<string, unknown> & { kind: string; record?: { id: string } };
interface StixObject {
  id: string;
  type: string;
  extensions?: Record<string, Extension>;
  [property: string]: unknown;
}
const objectsOf = (of: Records): StixObject[] =>
  (JSON.parse(writtenFiles(stix, wholeInput(of)).find(({ name }) => name === 'bundle.stix.json')?.text ?? '') as { objects: StixObject[] }).objects;
const heldBy = (object: StixObject | undefined) => object?.extensions?.[EXTENSION_ID];
const relationships = (brief: RecordsBrief) => objectsOf(records({ sources: [{ id: 'page' }], ...brief })).filter(({ type }) => type === 'relationship');

describe('ids', () => {
  it('are UUIDs of version 5 that every export of a record shares', () => {
    expect(stixId('identity', 'entity', 'a')).toBe(stixId('identity', 'entity', 'a'));
    expect(stixId('identity', 'entity', 'a')).toMatch(/^identity--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(stixId('identity', 'entity', 'a')).not.toBe(stixId('identity', 'voice', 'a'));
  });
});

describe('a claim', () => {
  const attack = { entities: { gang: 'Gang', plot: 'Plot', man: 'Person' } } as const;
  const carriedOut = (citations: object[]) =>
    relationships({ ...attack, claims: [{ id: 'c', predicate: 'carried-out', subject: 'gang', object: 'plot', citations }] })[0];
  it('that a gang carried out a plot attributes the plot to it, with its standing', () => {
    const [relationship] = [carriedOut([{ source: 'page', standing: { level: 'alleged', by: 'man' } }])];
    expect(relationship).toMatchObject({
      relationship_type: 'attributed-to',
      source_ref: stixId('campaign', 'entity', 'plot'),
      target_ref: stixId('threat-actor', 'entity', 'gang'),
    });
    expect(heldBy(relationship)).toMatchObject({ standing: 'alleged', standing_by: ['man'], origins: 1 });
    expect(relationship?.['description']).toContain('according to man');
  });
  it('that is only disputed attributes nothing', () => {
    expect(carriedOut([{ source: 'page', stance: 'disputes', standing: { level: 'denied', by: 'gang' } }])?.['relationship_type']).toBe('related-to');
  });
  it('has an opinion for each passage against it', () => {
    const objects = objectsOf(
      records({
        sources: [{ id: 'page' }],
        claims: [
          {
            id: 'c',
            predicate: 'paid',
            subject: 'a',
            object: 'b',
            citations: [{ source: 'page' }, { source: 'page', locator: 2, stance: 'disputes', paraphrase: 'Not so.', standing: { level: 'denied', by: 'a' } }],
          },
        ],
      }),
    );
    const opinions = objects.filter(({ type }) => type === 'opinion');
    expect(opinions).toMatchObject([{ opinion: 'disagree', explanation: 'Not so. (denied)', object_refs: [stixId('relationship', 'claim', 'c#0')] }]);
  });
  it('that joins no two is a note on those it names', () => {
    const objects = objectsOf(
      records({
        sources: [{ id: 'page' }],
        entities: { a: 'Person' },
        claims: [{ id: 'c', predicate: 'called', subject: 'a', object: { text: 'a spy', lang: 'en' }, citations: [{ source: 'page' }] }],
      }),
    );
    expect(objects.filter(({ type }) => type === 'note')).toMatchObject([{ object_refs: [stixId('identity', 'entity', 'a')] }]);
  });
});

describe('a place', () => {
  it('is a location in the country that one claim alone says it is in, and a country with a code is one', () => {
    const brief = (objects: string[]): RecordsBrief => ({
      sources: [{ id: 'page' }],
      entities: [
        { id: 'fr', type: 'Country', names: [{ text: 'France', lang: 'en', kind: 'primary' }] },
        { id: 'it', type: 'Country', names: [{ text: 'Italy', lang: 'en', kind: 'primary' }] },
        { id: 'tarvonia', type: 'Country', names: [{ text: 'Tarvonia', lang: 'en', kind: 'primary' }] },
        { id: 'town', type: 'Place', names: [{ text: 'Town', lang: 'en', kind: 'primary' }] },
      ],
      claims: objects.map((object, i) => ({ id: `c${i}`, predicate: 'located-in', subject: 'town', object, citations: [{ source: 'page' }] })),
    });
    const of = (objects: string[]) => objectsOf(records(brief(objects))).find((one) => heldBy(one)?.record?.id === 'town');
    expect(of(['fr'])).toMatchObject({ type: 'location', country: 'FR' });
    expect(of(['fr', 'it'])).toMatchObject({ type: 'identity', identity_class: 'unknown' });
    expect(of(['tarvonia'])).toMatchObject({ type: 'identity' });
  });
  it.each([
    ['Iran', 'IR'],
    ['the moon', undefined],
    ['United Kingdom', 'GB'],
    ['constructor', undefined],
  ])('%s has the code %s', (name, code) => expect(countryCode([name])).toBe(code));
});

it('holds every record once, and refers to nothing that is not in the bundle, for any records', () => {
  checkProperty(
    'a bundle is whole',
    fc.property(arbitraryRecords(), (of) => {
      const objects = objectsOf(of);
      const ids = objects.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const kinds = objects.flatMap((one) => heldBy(one)?.kind ?? []);
      expect(kinds.filter((kind) => kind === 'claim')).toHaveLength(of.claims.size);
      expect(kinds.filter((kind) => kind === 'entity')).toHaveLength(of.entities.size);
      expect(kinds.filter((kind) => kind === 'source')).toHaveLength(of.sources.size);
      const refs = objects.flatMap((one) =>
        Object.entries(one).flatMap(([key, value]) => (key.endsWith('_ref') ? [value] : key.endsWith('_refs') ? (value as unknown[]) : [])),
      );
      expect(refs.filter((ref) => !ids.includes(String(ref)))).toEqual([]);
      // A list may not be empty, and a text not either.
      expect(JSON.stringify(objects)).not.toMatch(/:\[\]|:""/);
    }),
    { runs: 40 },
  );
});

describe('what the extension holds', () => {
  const faultsOf = (of: Records) =>
    objectsOf(of).flatMap((object) => {
      const held = heldBy(object);
      const faults = held && stixExtension.safeParse(held).error?.issues;
      return faults ? [`${object.id}: ${faults.map(({ path, message }) => `${path.join('/')} ${message}`).join('; ')}`] : [];
    });
  it('of the demonstration and of the shipped case fits the published schema, every kind of it', () => {
    const kinds = new Set<string>();
    for (const name of ['demonstration', 'iran-plots'] as const) {
      const of = curatedCase(name);
      expect(faultsOf(of)).toEqual([]);
      for (const object of objectsOf(of)) kinds.add(heldBy(object)?.kind ?? '');
    }
    expect([...kinds].filter((kind) => kind !== '').sort()).toEqual(['claim', 'dispute', 'entity', 'piece', 'segment', 'source', 'voice']);
  });
  it('that has another field, or lacks one, does not fit it', () => {
    const held = objectsOf(curatedCase('demonstration')).flatMap((object) => heldBy(object) ?? []);
    const claim = held.find(({ kind }) => kind === 'claim')!;
    const { standing: _, ...less } = claim;
    expect(
      [stixExtension.safeParse(claim), stixExtension.safeParse({ ...claim, more: 1 }), stixExtension.safeParse(less)].map(({ success }) => success),
    ).toEqual([true, false, false]);
  });
});
