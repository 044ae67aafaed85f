/** The draft change set: records put in, taken back, joined, and written as one body. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { demoFile } from '../../../server/domain/testing/curated-demo.ts';
import { planChanges } from '../../../server/contract/routes/changes.ts';
import {
  citationsWritten,
  countsOf,
  type DraftEntry,
  draftShape,
  emptyDraft,
  entryAt,
  propositionOf,
  requestOf,
  takeStepBack,
  withEntries,
  withEntry,
  withoutEntry,
} from './draft-change.ts';
import { FILE_KIND_NAMES, FILE_KINDS, fileForm, schemaOf } from './file-form.ts';

const entity = (id: string, text: string, more: Partial<DraftEntry> = {}): DraftEntry => ({
  kind: 'entity',
  id,
  name: text,
  record: { id, type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] },
  names: [],
  revision: 7,
  ...more,
});
const citation = (paragraph: number, paraphrase = 'It says so.') => ({ source: 'daily', locator: { paragraph }, paraphrase, standing: { level: 'reported' } });
const claim = (id: string, citations: object[], more: Partial<DraftEntry> = {}): DraftEntry => ({
  kind: 'claim',
  id,
  name: id,
  record: { id, subject: 'ivan', predicate: 'met', object: 'petar', citations },
  cites: citations.map(() => null),
  names: [],
  revision: 7,
  ...more,
});
const there = (...paragraphs: number[]): DraftEntry => {
  const citations = paragraphs.map((one) => citation(one));
  const record = { id: 'c', subject: 'ivan', predicate: 'met', object: 'petar', citations };
  const cited = paragraphs.map((one) => `cited-${one}`);
  return { kind: 'claim', id: 'c', name: 'c', record, before: record, cited, cites: cited, names: [], revision: 7 };
};
const CASE = emptyDraft('demo');

describe('a record put into the draft', () => {
  test('keeps what it was when it was first read, and is no change where it is so again', () => {
    const before = { id: 'a', type: 'Person', names: [{ text: 'A', lang: 'en', kind: 'primary' }] };
    const first = withEntry(CASE, entity('a', 'B', { before }));
    const again = withEntry(first, entity('a', 'C', { before: { id: 'other' }, revision: 9 }));
    expect(again.entries).toMatchObject([{ before, revision: 7, record: { names: [{ text: 'C' }] } }]);
    expect(withEntry(again, entity('a', 'A')).entries).toEqual([]);
  });
  test('that is new and taken away again is nothing', () => {
    const { record: _, ...gone } = entity('a', 'A');
    expect(withEntry(withEntry(CASE, entity('a', 'A')), gone).entries).toEqual([]);
  });
  test('is taken back step by step', () => {
    const two = withEntry(withEntry(CASE, entity('a', 'A')), entity('constructor', 'B'));
    expect(takeStepBack(two).entries.map(({ id }) => id)).toEqual(['a']);
    expect(takeStepBack(takeStepBack(two)).entries).toEqual([]);
    expect(takeStepBack(withoutEntry(two, { kind: 'entity', id: 'a' })).entries).toEqual(two.entries);
    expect(takeStepBack(withEntries(CASE, [entity('a', 'A'), entity('b', 'B')])).entries).toEqual([]);
  });
  test('that says what another new claim says joins it', () => {
    expect(propositionOf({ id: 'begun', citations: [] })).toBe(propositionOf({ citations: [{}] }));
    const draft = withEntry(withEntry(CASE, claim('one', [citation(1)])), claim('two', [citation(2)]));
    expect(draft.entries).toMatchObject([{ id: 'one', record: { citations: [citation(1), citation(2)] }, cites: [null, null] }]);
    const other = { ...claim('three', [citation(3)]), record: { ...claim('three', [citation(3)]).record, attempted: true } };
    expect(withEntry(draft, other).entries).toHaveLength(2);
  });
});

describe('what is sent', () => {
  test('of a claim that is there: the passages that are new or differ, and those that are gone or moved taken away', () => {
    const entry = there(1, 2, 3);
    const citations = [citation(1), citation(2, 'Otherwise.'), citation(9)];
    const changed = { ...entry, record: { ...entry.record, citations }, cites: ['cited-1', 'cited-2', 'cited-3'] };
    expect(citationsWritten(changed)).toEqual([1, 2]);
    expect(requestOf(withEntry(CASE, changed))).toMatchObject({
      dataset: 'demo',
      revision: 7,
      records: { claims: [{ id: 'c', citations: [citation(2, 'Otherwise.'), citation(9)] }] },
      remove: [{ kind: 'citation', id: 'cited-3' }],
    });
  });
  test('of a claim of which the proposition alone changes: all its passages', () => {
    const entry = there(1, 2);
    const sent = requestOf(withEntry(CASE, { ...entry, record: { ...entry.record, intended: true } }));
    expect(sent.records?.claims?.[0]?.citations).toHaveLength(2);
    expect(sent.remove).toEqual([]);
  });
  test('is read at the oldest revision of its records, and fits the contract', () => {
    const { record: _, ...gone } = entity('old', 'Old', { before: { id: 'old' }, revision: 3 });
    const draft = withEntries(CASE, [entity('a', 'A'), gone, claim('c-1', [citation(4)])]);
    const sent = requestOf(draft);
    expect(sent).toMatchObject({ revision: 3, remove: [{ kind: 'entity', id: 'old' }] });
    expect(planChanges.body.safeParse(sent).error).toBeUndefined();
    expect(countsOf([draft])).toEqual([
      ['claim', 1],
      ['entity', 2],
    ]);
  });
  test('leads back from the place of a problem to its record and field', () => {
    const draft = withEntries(CASE, [entity('a', 'A'), claim('c-1', [citation(4)]), entity('b', 'B')]);
    expect(entryAt(draft, '/records/entities/1/names/0/text')).toMatchObject({ entry: { id: 'b' }, field: 'names/0/text' });
    expect(entryAt(draft, '/records/claims/0/citations/0/standing')).toMatchObject({ entry: { id: 'c-1' }, field: 'citations/0/standing' });
    expect(entryAt(draft, '/records/claims/7')).toBeUndefined();
  });
  test('of rivals that name others now: the others, and the set that was is taken away', () => {
    const rivals = (claims: string[]) => ({ claims, why: 'one of them' });
    const entry: DraftEntry = { kind: 'rivals', id: 'a|b', name: 'a / b', record: rivals(['c', 'a']), before: rivals(['a', 'b']), names: [], revision: 1 };
    expect(requestOf(withEntry(CASE, entry))).toMatchObject({ records: { rivals: [rivals(['c', 'a'])] }, remove: [{ kind: 'rivals', id: 'a|b' }] });
  });
});

test('steps taken back in turn bring back each state before, whatever was put in', () => {
  const some = fc.array(
    fc.record({ id: fc.constantFrom('a', 'b', 'constructor', 'd'), text: fc.constantFrom('x', 'y'), gone: fc.boolean(), isThere: fc.boolean() }),
    { maxLength: 12 },
  );
  checkProperty(
    'steps of a draft',
    fc.property(some, (puts) => {
      const states = [CASE];
      for (const { id, text, gone, isThere } of puts) {
        const one = entity(id, text, isThere ? { before: { id } } : {});
        const { record: _, ...without } = one;
        states.push(withEntry(states.at(-1)!, gone ? without : one));
      }
      let now = states.at(-1)!;
      for (const before of states.toReversed().slice(1)) {
        now = takeStepBack(now);
        expect(now.entries).toEqual(before.entries);
      }
      // It is kept as text.
      expect(draftShape.parse(JSON.parse(JSON.stringify(states.at(-1)!)))).toEqual(states.at(-1)!);
    }),
  );
});

test('every kind of stored record is written in the form of a file', () => {
  const { claims, format: _, defaults, ...lists } = demoFile();
  for (const kind of FILE_KIND_NAMES.filter((one) => one !== 'claim')) {
    const list = [(lists as Record<string, unknown>)[FILE_KINDS[kind].list] ?? []].flat() as object[];
    for (const record of list) {
      const stored = { ...record, dataset: 'demo', ...(kind === 'rivals' || kind === 'identity' ? { id: 'derived' } : {}) };
      expect(schemaOf(kind).safeParse(fileForm(kind, stored)).error, `${kind} ${JSON.stringify(record).slice(0, 80)}`).toBeUndefined();
    }
  }
  for (const { citations, ...one } of claims) {
    const stored = {
      ...one,
      dataset: 'demo',
      via: [one.via ?? []].flat(),
      to: [],
      at: [],
      in: [one.in ?? []].flat(),
      instrument: [],
      intended: false,
      attempted: one.attempted ?? false,
      expected: false,
    };
    const passages = citations.map((passage) =>
      fileForm('citation', { ...defaults, ...passage, id: 'x', claim: one.id, dataset: 'demo', through: [], offences: [], importOnly: false }),
    );
    expect(schemaOf('claim').safeParse({ ...fileForm('claim', stored), citations: passages }).error, one.id).toBeUndefined();
  }
});
