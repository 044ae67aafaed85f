/** A claim as it is filled in: what the model allows of it, and how it is written. */
import { describe, expect, test } from 'vitest';
import { fileClaim } from '../../../../server/contract/file-format.ts';
import { beginClaim, levelsFor, offeredFor, type Offered, recordOf, stateOfEntry } from './claim-state.ts';

const predicate = (id: string, subject: string[], takes: string[], more: Partial<Offered> = {}): Offered => ({
  id,
  name: id,
  subject,
  takes,
  qualifiers: [],
  accuses: [],
  forms: { finite: id },
  definition: '',
  example: '',
  misuse: '',
  claims: 0,
  ...more,
});

describe('the predicates offered', () => {
  const all = [
    predicate('hired', ['Country', 'Person'], ['Person', 'Gang'], { claims: 5 }),
    predicate('met', ['Person'], ['Country'], { symmetric: true, claims: 9 }),
    predicate('described-as', ['Person'], ['text']),
    predicate('counted', ['Plot'], ['count']),
  ];
  const ids = (...of: Parameters<typeof offeredFor> extends [unknown, ...infer R] ? R : never): string[] => offeredFor(all, ...of).map(({ id }) => id);
  test('are those of the types of the ends, the most used first', () => {
    expect(ids('Person', 'Person')).toEqual(['hired']);
    expect(ids('Person', undefined)).toEqual(['met', 'hired', 'described-as']);
    expect(ids('Country', 'Person')).toEqual(['met', 'hired']);
    expect(ids('Person', 'text')).toEqual(['described-as']);
    expect(ids('Plot', 'value')).toEqual(['counted']);
    expect(ids(undefined, 'unknown')).toHaveLength(4);
    const other = predicate('theirs', ['Person'], ['Person'], { claims: 99, foreign: true });
    expect(offeredFor([other, ...all], 'Person', 'Person').map(({ id }) => id)).toEqual(['hired', 'theirs']);
  });
});

describe('the levels', () => {
  const on = (...of: Parameters<typeof levelsFor>): string[] => levelsFor(...of).flatMap(({ level, why }) => (why ? [] : [level]));
  test('that may stand depend on stance and accusation; the others have their reason', () => {
    expect(on('supports', true, false)).toEqual(['reported', 'alleged', 'sanctioned', 'charged', 'admitted', 'found', 'convicted']);
    expect(on('supports', false, false)).toEqual(['reported', 'alleged', 'confirmed']);
    expect(on('disputes', true, false)).toEqual(['denied', 'contradicted', 'retracted', 'acquitted', 'withdrawn']);
    expect(on('supports', false, true)).toEqual(['unstated']);
    expect(levelsFor('supports', true, false).find(({ level }) => level === 'confirmed')?.why).toBe('plain');
    expect(levelsFor('supports', false, false).find(({ level }) => level === 'charged')?.why).toBe('accusing');
  });
});

test('a claim begins with the first two whom its passage names', () => {
  const named = (...entities: string[]) => beginClaim('c-1', { source: 'daily', paragraph: 3, entities }).claim;
  expect(named('ivan', 'petar', 'anna')).toMatchObject({ subject: 'ivan', object: 'petar' });
  expect(named('ivan')).toMatchObject({ subject: 'ivan', object: '' });
  expect(named()).toMatchObject({ subject: '', object: '' });
});

test('a claim is written without what is empty, one entity of a qualifier alone, and fits the format', () => {
  const state = beginClaim('c-1', { source: 'daily', paragraph: 3 });
  const filled = {
    ...state,
    claim: { ...state.claim, subject: 'unknown', predicate: 'hired', object: 'ivan', via: ['petar'], in: [], attempted: undefined, occasion: '' },
    citations: [{ ...state.citations[0]!, paraphrase: 'It says so.', hedge: '', through: [] }],
  };
  const record = recordOf(filled);
  expect(record).toEqual({
    id: 'c-1',
    subject: 'unknown',
    predicate: 'hired',
    object: 'ivan',
    via: 'petar',
    citations: [{ source: 'daily', locator: { paragraph: 3 }, paraphrase: 'It says so.', standing: { level: 'reported' } }],
  });
  expect(fileClaim.safeParse(record).error).toBeUndefined();
});

test('a passage added to a claim that is there stands behind its others, and one of them can be begun with', () => {
  const record = { id: 'c', subject: 'a', predicate: 'met', object: 'b', citations: [{ paraphrase: 'One.' }, { paraphrase: 'Two.' }] };
  const entry = { kind: 'claim' as const, id: 'c', name: 'c', record, before: record, cited: ['x', 'y'], cites: ['x', 'y'], names: [], revision: 1 };
  expect(stateOfEntry(entry, { adding: true })).toMatchObject({ at: 2, cites: ['x', 'y', null] });
  expect(stateOfEntry(entry, { citation: 'y' })).toMatchObject({ at: 1, citations: record.citations });
});
