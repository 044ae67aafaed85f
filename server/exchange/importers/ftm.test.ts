/** FollowTheMoney in: what other programs wrote, and exports of ours, of which what exchange.md says is kept is kept, and nothing gets firmer. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import type { Records } from '../../domain/model/records.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { records as built } from '../../domain/testing/build-records.ts';
import { contextOfRecords } from '../../domain/testing/narration-context.ts';
import { ftmEntities as exporter } from '../exporters/ftm-entities.ts';
import { converted, convertedRecords, type Converted } from '../testing/converted.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { ftmDate } from './ftm/ftm-dates.ts';
import { hasProperty, isA } from './ftm/ftm-model.ts';
import { ftmEntities } from './ftm.ts';

const core = JSON.parse(readFileSync(new URL('../../../fixtures/vocabulary/core.json', import.meta.url), 'utf8')) as CuratedFile;
type Properties = Record<string, unknown>;
const entity = (schema: string, id: string, properties: Properties = {}) => ({ id, schema, properties, caption: 'as other tools write it', datasets: ['x'] });
const counted = (made: Converted): Converted => {
  expect(made.read).toBe(made.taken.length + made.rejected.reduce((sum, { count }) => sum + count, 0));
  return made;
};
const read = (...entities: unknown[]): Converted => {
  const made = counted(converted(ftmEntities, entities, core));
  expect(made.problems).toEqual([]);
  return made;
};
const reasons = ({ rejected }: Converted) => rejected.map(({ reason, count, places }) => [reason, count, places]);
const company = entity('Company', 'NK-aBc', { name: ['Example Ltd', 'Example Limited'], jurisdiction: ['gb'], topics: ['sanction'] });
const owner = entity('Person', 'p1', { name: ['An Owner'], previousName: ['A Former Name'], weakAlias: ['Ace'], birthDate: ['198X'] });
const page = entity('HyperText', 'd1', {
  title: ['The register'],
  sourceUrl: ['https://example.org/register'],
  publisher: ['Registry'],
  publishedAt: ['2020-05'],
});

it('knows the model of FollowTheMoney', () => {
  expect([isA('Company', 'Asset'), isA('Company', 'Thing'), isA('Person', 'Organization'), isA('constructor', 'Thing')]).toEqual([true, true, false, false]);
  expect([hasProperty('Company', 'name'), hasProperty('Person', 'birthDate'), hasProperty('Person', 'imoNumber')]).toEqual([true, true, false]);
});

describe('entities of other programs', () => {
  it('come in with the type of their schema, and their names', () => {
    const { content, lost } = read(
      company,
      owner,
      entity('PublicBody', 'b', { name: ['An Office'] }),
      entity('Vessel', 'v', { name: ['A ship'] }),
      entity('Address', 'a', { full: ['1 Road'] }),
    );
    expect(content.entities?.map(({ type, names }) => [type, names.map(({ text, kind }) => `${text} (${kind})`)])).toEqual([
      ['Organization', ['Example Ltd (primary)', 'Example Limited (alias)']],
      ['Person', ['An Owner (primary)', 'Ace (nickname)', 'A Former Name (former)']],
      ['Agency', ['An Office (primary)']],
      ['Item', ['A ship (primary)']],
      ['Place', ['1 Road (primary)']],
    ]);
    expect(lost.map(({ reason }) => reason)).toContain('the property “birthDate” of records of the schema Person');
  });
  it('are called no gang for a topic', () => {
    expect(read(entity('Organization', 'o', { name: ['A firm'], topics: ['crime'] })).content.entities?.[0]?.type).toBe('Organization');
  });
  it('have ids of the dataset, so that two of them are never one', () => {
    const ids = read(owner, entity('Person', 'P1', { name: ['Another'] }), entity('Person', 'constructor', { name: ['A third'] })).content.entities?.map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['foreign:p1', expect.stringMatching(/^foreign:p1~[0-9a-f]{16}$/), 'foreign:constructor']);
  });
});

describe('links', () => {
  it('become claims of the core vocabulary where it says exactly that, else of the dataset', () => {
    const { content } = read(
      company,
      owner,
      entity('Organization', 'g', { name: ['A body'] }),
      entity('CourtCase', 'k', { name: ['A case'] }),
      entity('Ownership', 'l1', { owner: ['p1'], asset: ['NK-aBc'], percentage: ['50'] }),
      entity('Directorship', 'l2', { director: ['p1'], organization: ['NK-aBc'], role: ['Chair'] }),
      entity('Membership', 'l3', { member: ['p1'], organization: ['g'] }),
      entity('Employment', 'l4', { employee: ['p1'], employer: ['g'], role: ['Clerk'] }),
      entity('CourtCaseParty', 'l5', { party: ['p1'], case: ['k'] }),
      entity('UnknownLink', 'l6', { subject: ['p1'], object: ['g'], role: ['hired'] }),
      entity('UnknownLink', 'l7', { subject: ['p1'], object: ['g'] }),
    );
    expect(content.claims?.map(({ predicate, citations }) => [predicate, citations[0]?.as])).toEqual([
      ['foreign:owns', undefined],
      ['foreign:directs', 'Chair'],
      ['member-of', undefined],
      ['works-for', 'Clerk'],
      ['party-to', undefined],
      // Words of another program are never taken for a predicate that accuses.
      ['foreign:hired', undefined],
      ['associated-with', undefined],
    ]);
    expect(content.predicates?.every(({ accuses = [] }) => accuses.length === 0)).toBe(true);
  });
  it('cite the documents that prove them, else the address they were read at, else the file; none is firmer for its status', () => {
    const { content } = read(
      company,
      owner,
      page,
      entity('Ownership', 'l1', { owner: ['p1'], asset: ['NK-aBc'], proof: ['d1'], status: ['convicted'], summary: ['It owns it.'], date: ['2020'] }),
      entity('Directorship', 'l2', { director: ['p1'], organization: ['NK-aBc'], sourceUrl: ['https://example.org/a'], startDate: ['2019-01'] }),
      entity('UnknownLink', 'l3', { subject: ['p1'], object: ['NK-aBc'] }),
    );
    const kinds = new Map(content.sources?.map(({ id, kind }) => [id, kind]));
    expect(content.claims?.map(({ citations }) => citations.map(({ source, happened }) => [kinds.get(source ?? ''), happened]))).toEqual([
      [['HyperText', { edtf: '2020', basis: 'stated' }]],
      [['reference', { edtf: '2019-01/..', basis: 'stated' }]],
      [['imported file', undefined]],
    ]);
    expect(content.claims?.[0]?.citations[0]?.paraphrase).toBe(
      'Converted: a link of the schema Ownership, “owns”, in a file of FollowTheMoney. Its status there: convicted. It says there: It owns it.',
    );
    expect(content.claims?.flatMap(({ citations }) => citations).every(({ importOnly, standing }) => importOnly && standing?.level === 'unstated')).toBe(true);
    expect(content.sources?.find(({ kind }) => kind === 'HyperText')).toMatchObject({ published: { edtf: '2020-05' }, publisher: 'Registry', seen: false });
  });
  it('that are sanctions are measures that apply to somebody', () => {
    const { content } = read(company, entity('Sanction', 's', { entity: ['NK-aBc'], authority: ['A Ministry'], program: ['List 5'] }));
    expect(content.entities?.[1]).toMatchObject({ type: 'Measure', names: [{ text: 'List 5' }] });
    expect(content.claims).toMatchObject([
      { predicate: 'applies-to', citations: [{ paraphrase: expect.stringContaining('Its authority there: A Ministry.') as string }] },
    ]);
  });
});

describe('what is not taken over', () => {
  const ownership = (properties: Properties) => entity('Ownership', 'l', properties);
  it.each<[string, unknown, string]>([
    ['an unknown schema', entity('constructor', 'x', { name: ['A'] }), 'its schema is not one of FollowTheMoney'],
    ['no properties', { id: 'x', schema: 'Person', properties: [] }, 'it has no id, no schema or no properties'],
    ['null', null, 'it has no id, no schema or no properties'],
    ['no name', entity('Person', 'x', { name: [''] }), 'it has no name that can be kept as it is written'],
    ['a missing end', ownership({ owner: ['p1'] }), 'it does not name both of its ends'],
    ['a dangling end', ownership({ owner: ['p1'], asset: ['nobody'] }), 'one of its ends is not in the file, or was not taken over'],
    ['several at one end', ownership({ owner: ['p1', 'p1'], asset: ['NK-aBc'] }), 'it names several for one of its ends: which belong together is not said'],
    ['an end that cannot stand there', ownership({ owner: ['p1'], asset: ['p1'] }), 'one of its ends is of a schema that cannot stand there'],
    ['an id twice', owner, 'its id stands more than once: join the parts of each entity before (`ftm aggregate`)'],
    ['a similar pair', entity('Similar', 'l', { candidate: ['p1'], match: ['NK-aBc'] }), 'whether two are the same the curator decides'],
    ['a passport', entity('Passport', 'l', { holder: ['p1'] }), 'a record of the schema Passport is no entity, source or link of a case'],
  ])('%s', (_, one, reason) => {
    expect(reasons(read(company, owner, one))).toEqual([[reason, 1, ['entity 3']]]);
  });
  it.each<[string, string | undefined]>([
    ['198X', undefined],
    ['2020-13', undefined],
    ['2020-02-30', undefined],
    ['2020-02', '2020-02'],
    ['2020-02-03T10:00:00', '2020-02-03'],
    ['', undefined],
  ])('a date that cleaning would change: %j', (value, date) => expect(ftmDate(value)).toBe(date));
  it('is told of each property, too, whether the schema has it or not', () => {
    const { lost } = read(entity('Person', 'x', { name: ['A'], imoNumber: ['1'], birthDate: ['1980'] }));
    expect(lost.map(({ reason }) => reason)).toEqual([
      'the property “birthDate” of records of the schema Person',
      'the property “imoNumber”, which the schema Person does not have',
    ]);
  });
});

describe('an export of ours', () => {
  const lines = (of: Records): string[] => (writtenFiles(exporter, wholeInput(of))[0]?.text ?? '').split('\n').filter((line) => line !== '');
  const back = (of: Records): Converted =>
    counted(
      convertedRecords(
        ftmEntities,
        lines(of).map((line, i) => ({ value: JSON.parse(line) as unknown, place: { words: `line ${i + 1}`, line: i + 1 } })),
        core,
      ),
    );
  const claim = (predicate: string, more: object = {}) => ({ id: 'c', predicate, subject: 'a', object: 'b', citations: [{ source: 'page' }], ...more });

  it('comes back with ids, types, kinds, names and claims', () => {
    const of = built({
      sources: [{ id: 'page', title: 'A page', url: 'https://example.org/' }],
      entities: [
        { id: 'gang', type: 'Gang', kind: 'crime group', names: [{ text: 'The Gang', lang: 'en', kind: 'primary' }] },
        { id: 'man', type: 'Person', unnamed: true, names: [{ text: 'A man', lang: 'en', kind: 'label' }] },
      ],
      claims: [{ id: 'c1', predicate: 'gang-member-of', subject: 'man', object: 'gang', citations: [{ source: 'page' }] }],
    });
    const { content } = back(of);
    expect(content.entities).toMatchObject([
      { id: 'gang', type: 'Gang', kind: 'crime group', names: [{ text: 'The Gang', kind: 'primary' }] },
      { id: 'man', type: 'Person', unnamed: true, names: [{ text: 'A man', kind: 'label' }] },
    ]);
    expect(content.sources?.map(({ id }) => id)).toContain('page');
    expect(content.claims).toMatchObject([{ id: 'c1', subject: 'man', object: 'gang', citations: [{ source: 'page', importOnly: true }] }]);
  });
  it('says no more than it said: what is only disputed stays out, what did not happen is marked so', () => {
    const entities = { a: 'Person', b: 'Person' } as const;
    const disputed = built({
      sources: [{ id: 'page' }],
      entities,
      claims: [claim('met', { citations: [{ source: 'page', stance: 'disputes', standing: { level: 'denied', by: 'a' } }] })],
    });
    expect(back(disputed).content.claims ?? []).toEqual([]);
    expect(back(disputed).rejected[0]?.reason).toBe('the file says of it that it is only disputed');
    const attempted = built({ sources: [{ id: 'page' }], entities, claims: [claim('hired', { attempted: true })] });
    expect(back(attempted).content.claims).toMatchObject([{ attempted: true }]);
  });
  it('of a claim by somebody in between says only that each two are linked', () => {
    const of = built({ sources: [{ id: 'page' }], entities: { a: 'Person', b: 'Person', m: 'Person' }, claims: [claim('hired', { via: ['m'] })] });
    expect(back(of).content.claims?.map(({ id, predicate }) => [id, predicate])).toEqual([
      ['c', 'associated-with'],
      ['c~1', 'associated-with'],
    ]);
  });
  it('keeps every entity and source, every claim that joins two and stands, and raises nothing, for any records', { timeout: 60_000 }, () => {
    checkProperty(
      'FtM out and in',
      fc.property(arbitraryRecords(), (of) => {
        const { content } = back(of);
        expect(content.entities?.map(({ id, type }) => [id, type]).sort() ?? []).toEqual([...of.entities.values()].map(({ id, type }) => [id, type]).sort());
        const sources = new Set(content.sources?.map(({ id }) => id));
        expect([...of.sources.keys()].filter((id) => !sources.has(id))).toEqual([]);
        const { figures } = contextOfRecords(of);
        const joined = [...of.claims.values()].filter((one) => {
          const predicate = of.predicates.get(one.predicate);
          const stands = figures.get(one.id)?.level !== 'disputed-only';
          return predicate !== undefined && stands && segmentsOf(one, predicate, (id) => of.entities.get(id)?.type).length > 0;
        });
        const ends = (subject: string, object: unknown) => JSON.stringify([subject, object].sort());
        const linked = new Set(content.claims?.map(({ subject, object }) => ends(subject, object)));
        for (const one of joined) {
          const predicate = of.predicates.get(one.predicate)!;
          for (const { from, to } of segmentsOf(one, predicate, (id) => of.entities.get(id)?.type)) expect(linked).toContain(ends(from, to));
        }
        for (const { citations } of content.claims ?? [])
          for (const { standing, importOnly, stance } of citations) expect([standing?.level, importOnly, stance]).toEqual(['unstated', true, undefined]);
      }),
      { runs: 60 },
    );
  });
});
