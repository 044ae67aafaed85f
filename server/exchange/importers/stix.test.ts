/** STIX of other programs: what it says becomes claims that are no firmer than it, and what is not taken over is counted with its reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { isEntityType } from '../../domain/model/lists.ts';
import { converted, type Converted } from '../testing/converted.ts';
import { CORE_VERBS } from './core-verbs.ts';
import { stix } from './stix.ts';

const core = JSON.parse(readFileSync(new URL('../../../fixtures/vocabulary/core.json', import.meta.url), 'utf8')) as CuratedFile;
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const WHEN = { created: '2023-05-01T10:00:00.000Z', modified: '2023-05-02T10:00:00.000Z' };
const object = (type: string, n: number, more: Record<string, unknown> = {}) => ({ type, spec_version: '2.1', id: `${type}--${uuid(n)}`, ...WHEN, ...more });
const bundle = (...objects: unknown[]) => ({ type: 'bundle', id: `bundle--${uuid(0)}`, objects });
const read = (...objects: unknown[]): Converted => {
  const made = converted(stix, bundle(...objects), core);
  expect(made.problems).toEqual([]);
  expect(made.read).toBe(made.taken.length + made.rejected.reduce((sum, { count }) => sum + count, 0));
  return made;
};
const reasons = ({ rejected }: Converted) => rejected.map(({ reason, count, places }) => [reason, count, places]);
const person = object('identity', 1, { name: 'An Example', identity_class: 'individual' });
const body = object('identity', 2, { name: 'Example Company', identity_class: 'organization' });
const set = object('intrusion-set', 3, { name: 'Quiet Set', aliases: ['QS-1'] });
const campaign = object('campaign', 4, { name: 'Spring campaign' });
const relationship = (n: number, type: string, from: { id: string }, to: { id: string }, more: Record<string, unknown> = {}) =>
  object('relationship', n, { relationship_type: type, source_ref: from.id, target_ref: to.id, ...more });

it('knows the predicates of the core vocabulary that join two entities', () => {
  expect(CORE_VERBS.map(({ id, finite, subject, takes }) => ({ id, finite, subject: [...subject].sort(), takes: [...takes].sort() }))).toEqual(
    (core.predicates ?? [])
      .map(({ id, forms, subject, takes }) => ({ id, finite: forms.finite, subject: [...subject].sort(), takes: takes.filter(isEntityType).sort() }))
      .filter(({ takes }) => takes.length > 0),
  );
});

describe('objects', () => {
  it('become entities of the types that fit', () => {
    const { content } = read(
      person,
      body,
      set,
      campaign,
      object('identity', 5, { name: 'A crowd', identity_class: 'group' }),
      object('threat-actor', 6, { name: 'The Ring', threat_actor_types: ['crime-syndicate'] }),
      object('threat-actor', 7, { name: 'Somebody' }),
      object('location', 8, { country: 'FR' }),
      object('location', 9, { name: 'France', country: 'FR' }),
      object('location', 10, { name: 'Lyon', country: 'FR' }),
      object('tool', 11, { name: 'A tool' }),
      object('malware', 12, { name: 'A program', is_family: false }),
    );
    expect(content.entities?.map(({ type, names }) => [type, ...names.map(({ text }) => text)])).toEqual([
      ['Person', 'An Example'],
      ['Organization', 'Example Company'],
      ['Group', 'Quiet Set', 'QS-1'],
      ['Plot', 'Spring campaign'],
      ['Group', 'A crowd'],
      ['Gang', 'The Ring'],
      ['Group', 'Somebody'],
      ['Country', 'France'],
      ['Country', 'France'],
      ['Place', 'Lyon'],
      ['Item', 'A tool'],
      ['Item', 'A program'],
    ]);
  });
  it('are described in the words of the file, without a standing', () => {
    const { content, lost } = read({ ...person, description: 'A man with two names.', sectors: ['media'] });
    expect(content.claims).toMatchObject([
      { predicate: 'described-as', object: { text: 'A man with two names.', lang: 'und' }, citations: [{ importOnly: true, standing: { level: 'unstated' } }] },
    ]);
    expect(lost).toEqual([{ reason: 'the property “sectors” of objects of the type identity', count: 1, places: ['object 1'] }]);
  });
});

describe('relationships', () => {
  it('use a predicate of the core vocabulary where it says exactly that', () => {
    const place = object('location', 8, { name: 'Lyon', country: 'FR' });
    const { content } = read(
      body,
      set,
      campaign,
      place,
      relationship(20, 'attributed-to', campaign, set),
      relationship(21, 'targets', campaign, body),
      relationship(22, 'targets', set, body),
      relationship(23, 'located-at', body, place),
      relationship(24, 'related-to', place, set),
      relationship(25, 'related-to', campaign, body),
    );
    const short = (id: string) => id.replace(/^foreign:|--0.*/g, '');
    expect(content.claims?.map(({ subject, predicate, object: end }) => [short(subject), predicate, short(String(end))])).toEqual([
      ['intrusion-set', 'carried-out', 'campaign'],
      ['campaign', 'aimed-at', 'identity'],
      ['intrusion-set', 'targeted', 'identity'],
      ['identity', 'located-in', 'location'],
      ['location', 'associated-with', 'intrusion-set'],
      ['campaign', 'foreign:related-to', 'identity'],
    ]);
  });
  it('of any other kind have a predicate of the dataset, which accuses only by the short list', () => {
    const tool = object('tool', 11, { name: 'A tool' });
    const { content } = read(set, tool, person, relationship(20, 'uses', set, tool), relationship(21, 'employed-by', person, set));
    expect(content.predicates).toMatchObject([
      { id: 'foreign:uses', group: 'association', accuses: ['subject'], forms: { finite: 'uses', infinitive: 'to use' } },
      { id: 'foreign:employed-by', group: 'association', forms: { finite: 'is employed by', infinitive: 'to be employed by' } },
    ]);
    expect(content.predicates?.[1]).not.toHaveProperty('accuses');
  });
  it('cite their own references, else the reports that list them, else the file; confidence stays as written', () => {
    const own = { external_references: [{ source_name: 'The Daily', url: 'https://example.org/page' }] };
    const listed = relationship(21, 'targets', campaign, body);
    const report = object('report', 30, { name: 'A report', published: '2023-04-01T00:00:00Z', object_refs: [listed.id], created_by_ref: body.id });
    const { content } = read(
      body,
      set,
      campaign,
      relationship(20, 'targets', set, body, { ...own, confidence: 90 }),
      listed,
      report,
      relationship(22, 'attributed-to', campaign, set),
    );
    const kinds = new Map(content.sources?.map(({ id, kind }) => [id, kind]));
    expect(content.claims?.map(({ citations }) => citations.map(({ source }) => kinds.get(source ?? '')))).toEqual([
      ['reference'],
      ['report'],
      ['imported file'],
    ]);
    expect(content.claims?.[0]?.citations[0]?.paraphrase).toContain('Its confidence there: 90.');
    expect(content.sources?.every(({ seen }) => !seen)).toBe(true);
    expect(content.claims?.flatMap(({ citations }) => citations.map(({ standing, importOnly }) => [standing?.level, importOnly]))).toEqual([
      ['unstated', true],
      ['unstated', true],
      ['unstated', true],
    ]);
  });
  it('say when, by the days between which it happened', () => {
    const happened = (more: Record<string, unknown>) => {
      const { content, lost } = read(body, set, relationship(20, 'targets', set, body, more));
      return [content.claims?.[0]?.citations[0]?.happened, lost.length];
    };
    expect(happened({ start_time: '2020-01-02T00:00:00Z', stop_time: '2020-03-04T23:59:59.999Z' })).toEqual([
      { edtf: '2020-01-02/2020-03-04', basis: 'stated' },
      0,
    ]);
    expect(happened({ start_time: '2020-01-02T00:00:00Z' })).toEqual([{ edtf: '2020-01-02/..', basis: 'stated' }, 0]);
    expect(happened({ start_time: '2020-01-02T00:00:00Z', stop_time: '2019-01-01T00:00:00Z' })).toEqual([undefined, 1]);
    expect(happened({ start_time: '2020-02-31T00:00:00Z' })).toEqual([undefined, 1]);
  });
  it('that somebody disagrees with are contradicted by whoever is named', () => {
    const said = relationship(20, 'targets', set, body);
    const opinion = (n: number, more: Record<string, unknown>) => object('opinion', n, { opinion: 'strongly-disagree', object_refs: [said.id], ...more });
    const made = read(body, set, said, opinion(40, { created_by_ref: body.id, explanation: 'Not so.' }), opinion(41, {}), opinion(42, { opinion: 'agree' }));
    expect(made.content.claims?.[0]?.citations[1]).toMatchObject({ stance: 'disputes', standing: { level: 'contradicted', by: `foreign:${body.id}` } });
    expect(reasons(made)).toEqual([
      ['an opinion that does not disagree says nothing that a claim could count', 1, ['object 6']],
      ['nobody in the file is named who disagrees', 1, ['object 5']],
    ]);
  });
});

describe('what is not taken over', () => {
  it.each<[string, unknown, string]>([
    ['revoked', { ...person, revoked: true }, 'its maker revoked it'],
    ['deprecated', { ...person, x_mitre_deprecated: true }, 'its maker calls it deprecated'],
    ['of version 2.0', { ...person, spec_version: undefined }, 'it does not say which version of STIX it is in (2.1 is read)'],
    ['of version 3', { ...person, spec_version: '3.0' }, 'it is in another version of STIX than 2.1'],
    ['without a name', { ...person, name: undefined }, 'it has no name that can be kept as it is written'],
    ['with a name that shows nothing', { ...person, name: '\u200B' }, 'it has no name that can be kept as it is written'],
    ['with a name that turns', { ...person, name: 'a\u202Eb' }, 'it has no name that can be kept as it is written'],
    ['with a name of another kind', { ...person, name: { text: 'a' } }, 'it has no name that can be kept as it is written'],
    ['with an id of another type', { ...person, id: `tool--${uuid(1)}` }, 'its id is not that of an object of its type'],
    ['called __proto__', { ...person, id: '__proto__' }, 'its id is not that of an object of its type'],
    ['of an unknown type', object('x-thing', 1, { name: 'A' }), 'an object of the type x-thing is no entity of a case'],
    [
      'an observable',
      { type: 'ipv4-addr', id: `ipv4-addr--${uuid(1)}`, value: '10.0.0.1' },
      'something observed in a network of the type ipv4-addr is no entity of a case',
    ],
    ['a note', object('note', 1, { content: 'A', object_refs: [body.id] }), 'a note says in free words what no claim can be made of'],
    ['null', null, 'it is no object'],
    ['a dangling relationship', relationship(9, 'uses', body, person), 'one of its ends is not in the file, or was not taken over'],
    ['a relationship of no kind', { ...relationship(9, 'uses', body, body), relationship_type: '' }, 'it does not say what kind of relationship it is'],
  ])('%s', (_, one, reason) => {
    expect(reasons(read(body, one))).toEqual([[reason, 1, ['object 2']]]);
  });
  it('is an older state of an object', () => {
    const newer = { ...body, name: 'New name', modified: '2024-01-01T00:00:00.000Z' };
    const made = read(newer, body);
    expect(made.content.entities?.map(({ names }) => names[0]?.text)).toEqual(['New name']);
    expect(reasons(made)).toEqual([['the file has a newer state of the same object, or the same once more', 1, ['object 2']]]);
    expect(reasons(read(body, newer))[0]?.[2]).toEqual(['object 1']);
  });
  it('is told once for each reason, however many there are', () => {
    const made = read(body, ...Array.from({ length: 1_000 }, (_, n) => object(`x-type-${n}`, n)));
    expect(made.rejected.length).toBeLessThanOrEqual(201);
    expect(made.rejected.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
  });
});
