/** FollowTheMoney: claims as links with who says them and how firmly, values with the citation that gives them. */
import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { records, type RecordsBrief } from '../../domain/testing/build-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import type { Records } from '../../domain/model/records.ts';
import { ftmId, recordIdOf } from '../ftm/ftm-ids.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { ftmEntities } from './ftm-entities.ts';
import { ftmStatements } from './ftm-statements.ts';

interface Proxy {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}
const proxiesOf = (of: Records): Proxy[] =>
  (writtenFiles(ftmEntities, wholeInput(of))[0]?.text ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Proxy);
const proxyOf = (brief: RecordsBrief, id: string) => proxiesOf(records(brief)).find((one) => one.id === id);
const claim = (predicate: string, subject: string, object: string, more = {}) => ({
  id: 'c',
  predicate,
  subject,
  object,
  citations: [{ source: 'page', locator: 1, paraphrase: 'It says so.' }],
  ...more,
});
const page = [{ id: 'page', title: 'A page', publisher: 'The Daily', url: 'https://example.org', published: '2020-05' }];

describe('ids', () => {
  it('are those of the records, written with what FtM takes', () => {
    expect(ftmId('entity', 'ns:a_b~c.d-')).toBe('entity-ns.3aa.5fb.7ec.2ed.2d');
    expect(ftmId('claim', 'constructor')).toBe('claim-constructor');
  });
  it('lead back to the record, whatever its id', () => {
    checkProperty(
      'ids of FtM lead back',
      fc.property(fc.stringMatching(/^([a-z0-9][a-z0-9._~-]{0,9}:)?[a-z0-9][a-z0-9._~-]{0,9}$/), (id) => {
        const written = ftmId('claim', id);
        expect(written).toMatch(/^[0-9a-z]([0-9a-z.-]*[0-9a-z])?$/);
        expect(recordIdOf(written)).toEqual({ kind: 'claim', id });
      }),
    );
  });
});

describe('a claim', () => {
  it('is a link that says its standing, its sentence and where it stands', () => {
    const link = proxyOf(
      {
        sources: page,
        claims: [
          claim('paid', 'a', 'b', {
            citations: [{ source: 'page', locator: 1, paraphrase: 'It says so.', standing: { level: 'alleged', by: 'a' }, happened: '2020-05' }],
          }),
        ],
      },
      'claim-c',
    );
    expect(link).toMatchObject({
      schema: 'UnknownLink',
      properties: {
        subject: ['entity-a'],
        object: ['entity-b'],
        role: ['paid'],
        status: ['alleged'],
        recordId: ['c'],
        date: ['2020-05'],
        description: ['It says so.'],
        proof: ['source-page'],
        sourceUrl: ['https://example.org/'],
        publisher: ['The Daily'],
      },
    });
    expect(link?.properties['summary']?.[0]).toContain('according to a');
  });
  it.each([
    ['member-of', 'Person', 'Organization', 'Membership'],
    ['member-of', 'Person', 'Group', 'UnknownLink'],
    ['works-for', 'Person', 'Agency', 'Employment'],
    ['works-for', 'Group', 'Agency', 'UnknownLink'],
    ['associated-with', 'Person', 'Person', 'Associate'],
    ['party-to', 'Person', 'Case', 'CourtCaseParty'],
    ['hired', 'Country', 'Person', 'UnknownLink'],
  ] as const)('%s from a %s to a %s is a %s', (predicate, from, to, schema) => {
    expect(proxyOf({ sources: page, entities: { a: from, b: to }, claims: [claim(predicate, 'a', 'b')] }, 'claim-c')?.schema).toBe(schema);
  });
  it('with somebody in between is a link for each hop', () => {
    const links = proxiesOf(records({ sources: page, claims: [claim('paid', 'a', 'b', { via: 'm' })] })).filter(({ id }) => id.startsWith('claim-'));
    expect(links.map(({ properties: { subject, object, recordId } }) => [subject?.[0], object?.[0], recordId?.[0]])).toEqual([
      ['entity-a', 'entity-m', 'c'],
      ['entity-m', 'entity-b', 'c'],
    ]);
  });
  it('that joins no two is told as a note, with its standing', () => {
    const proxy = proxyOf(
      { sources: page, entities: { a: 'Person' }, claims: [{ ...claim('called', 'a', 'x'), object: { text: 'a spy', lang: 'en' } }] },
      'entity-a',
    );
    expect(proxy?.properties['notes']?.join('\n')).toMatch(/a spy/);
  });
  it('that an interval dates has its first and last day, and one without a date has none', () => {
    const dated = (happened: string) =>
      proxyOf({ sources: page, claims: [claim('paid', 'a', 'b', { citations: [{ source: 'page', happened }] })] }, 'claim-c')?.properties;
    expect(dated('2019/2020-02')).toMatchObject({ startDate: ['2019-01-01'], endDate: ['2020-02-29'] });
    expect(dated('2020-05~')).toMatchObject({ date: ['2020-05'] });
    expect(dated('../2020')).not.toHaveProperty('startDate');
  });
});

describe('an entity', () => {
  it.each([
    [{ type: 'Gang' }, 'Organization', ['crime']],
    [{ type: 'Agency', kind: 'intelligence service' }, 'PublicBody', ['gov', 'gov.security', 'role.spy']],
    [{ type: 'Agency', kind: 'court' }, 'PublicBody', ['gov']],
    [{ type: 'Person' }, 'Person', undefined],
    [{ type: 'Plot' }, 'Event', undefined],
    [{ type: 'Place' }, 'Address', undefined],
    [{ type: 'Case' }, 'CourtCase', undefined],
  ] as const)('%j is a %s', (given, schema, topics) => {
    const proxy = proxyOf({ sources: page, entities: [{ id: 'a', ...given }] }, 'entity-a');
    expect([proxy?.schema, proxy?.properties['topics']]).toEqual([schema, topics]);
  });
  it('that no source names says that its name is a description', () => {
    const proxy = proxyOf({ entities: [{ id: 'a', unnamed: true, names: [{ text: 'A go-between', lang: 'en', kind: 'label' }] }] }, 'entity-a');
    expect(proxy?.properties['notes']?.join(' ')).toContain('The name is a description by the curator');
  });
});

it('a person whose name was redacted is said to be so', () => {
  const proxy = proxyOf(
    { entities: [{ id: 'a', unnamed: true, redacted: '2026-11-30', names: [{ text: 'Person ab12', lang: 'en', kind: 'label' }] }] },
    'entity-a',
  );
  expect(proxy?.properties['notes']).toContain('The name was redacted on 2026-11-30.');
  expect(proxy?.properties['notes']?.join(' ')).not.toContain('description');
});

describe('statements', () => {
  it('have the hash of FtM as their id, the source as their dataset and the citation as their origin, for any records', () => {
    checkProperty(
      'statements are hashed',
      fc.property(arbitraryRecords(), (of) => {
        expect(writtenFiles(ftmStatements, wholeInput(of)).find(({ name }) => name === 'printed-lines.txt')?.text).toContain(
          'nothing keeps a spreadsheet from running one',
        );
        const text = writtenFiles(ftmStatements, wholeInput(of)).find(({ name }) => name === 'statements.csv')?.text ?? '';
        const rows = text
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(1, -1).split('","'));
        const citations = new Set([...of.citations.values()].flat().map(({ id }) => id));
        expect(new Set(rows.map((row) => row.at(-1))).size).toBe(rows.length);
        for (const [, entity, prop, , , value, dataset, origin, , , , , , id] of rows) {
          expect(id).toBe(hash('sha1', `${dataset}.${entity}.${prop}.${value}`, 'hex'));
          if (origin !== '') expect(citations.has(origin ?? '')).toBe(true);
          expect(dataset).toMatch(/^[a-z0-9_]+$/);
        }
      }),
      { runs: 30 },
    );
  });
});
