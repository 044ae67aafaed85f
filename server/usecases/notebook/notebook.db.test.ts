/** The notebook: what is written of one's own is kept, found by what it is about, weighed by what its claims rest on, and written over by nobody unseen. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { weighClaims } from '../../domain/notebook/weigh-claims.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { NotebookEntry } from '../../domain/notebook/entries.ts';
import type { Records } from '../../domain/model/records.ts';
import type { saveNotebookEntry } from '../../contract/routes/notebook.ts';
import type { Database } from '../../store/connect.ts';
import type { InputOf } from '../route-types.ts';
import { commitChange } from '../editing/commit-change.ts';
import { ADAPTERS, answeredBy } from '../testing/both-adapters.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { deleteEntry } from './delete-entry.ts';
import { listEntries } from './list-entries.ts';
import { readEntry } from './read-entry.ts';
import { saveEntry } from './save-entry.ts';

let db: Database;
let records: Records;
let figures: Map<string, Figures>;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  records = curatedCase('demonstration');
  figures = deriveFigures(records);
  await storeRecords(db, records);
}, 240_000);
afterAll(() => db.close());

const save = (id: string, entry: NotebookEntry, { version = 0, who = 'Mira Holt' } = {}) =>
  saveEntry(db, { params: { id }, body: { who, version, entry: entry as InputOf<typeof saveNotebookEntry>['body']['entry'] } });
const list = (query: Partial<Parameters<typeof listEntries>[1]['query']> = {}) => listEntries(db, { query: { limit: 100, offset: 0, ...query } });
const note = (id: string, text = 'Ask again.'): NotebookEntry => ({ kind: 'note', about: { kind: 'entity', id }, text });
const assessment = (more: Partial<Extract<NotebookEntry, { kind: 'assessment' }>> = {}): NotebookEntry => ({
  kind: 'assessment',
  question: 'Who paid?',
  about: [],
  state: 'open',
  for: [],
  against: [],
  wouldDecide: [],
  mayGoOut: false,
  ...more,
});
const problemsOf = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (refused: unknown) => refused as { code: string; details: { problems?: { message: string; pointer?: string; remedy: string }[] } },
  );
  return { code: error?.code, problems: error?.details.problems ?? [] };
};
const anEntity = () => [...records.entities.keys()][0]!;
const claims = () => [...records.claims.keys()];

describe('the notebook', { timeout: 60_000 }, () => {
  it('keeps who began an entry and who changed it last, and counts its versions', async () => {
    const first = await save('n-1', note(anEntity()));
    expect(first).toMatchObject({ id: 'n-1', version: 1, begun: { who: 'Mira Holt' }, changed: { who: 'Mira Holt' } });
    const second = await save('n-1', note(anEntity(), 'Asked.'), { version: 1, who: 'Jonas Weil' });
    expect(second).toMatchObject({ version: 2, begun: first.begun, changed: { who: 'Jonas Weil' }, entry: { text: 'Asked.' } });
    expect(await readEntry(db, { params: { id: 'n-1' }, query: {} })).toEqual({ ...second, gone: [] });
  });
  it('is part of no answer about the case, and moves no revision of it', async () => {
    const before = await db.ready();
    await save('n-2', note(anEntity()));
    expect(await db.ready()).toEqual(before);
  });
  it('writes nothing over what was changed in between, and says by whom', async () => {
    await save('n-3', note(anEntity(), 'one'));
    await save('n-3', note(anEntity(), 'two'), { version: 1, who: 'Jonas Weil' });
    await expect(save('n-3', note(anEntity(), 'three'), { version: 1 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Jonas Weil'),
    });
    await expect(deleteEntry(db, { params: { id: 'n-3' }, query: { version: 1 } })).rejects.toMatchObject({ code: 'conflict' });
    expect((await readEntry(db, { params: { id: 'n-3' }, query: {} })).entry).toMatchObject({ text: 'two' });
  });
  it('takes the same write, sent again because its answer was lost, as the one it was', async () => {
    const first = await save('n-4', note(anEntity()));
    expect(await save('n-4', note(anEntity()))).toEqual(first);
  });
  it('loses none of two hundred writes that two people make at once', async () => {
    await save('n-5', note(anEntity(), '0'));
    let [written, refused] = [0, 0];
    const write = async (who: string) => {
      for (let turn = 0; turn < 100; turn += 1) {
        const { version, entry } = await readEntry(db, { params: { id: 'n-5' }, query: {} });
        const text = entry.kind === 'note' ? entry.text : '';
        try {
          await save('n-5', note(anEntity(), String(Number(text) + 1)), { version, who });
          written += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: 'conflict' });
          refused += 1;
        }
      }
    };
    await Promise.all([write('Mira Holt'), write('Jonas Weil')]);
    expect(written + refused).toBe(200);
    expect(await readEntry(db, { params: { id: 'n-5' }, query: {} })).toMatchObject({ version: written + 1, entry: { text: String(written) } });
  });
  it('finds entries by what they are about, with ids like "constructor", those changed last first', async () => {
    const [one, two] = claims();
    await save('constructor', { kind: 'note', about: { kind: 'path', claims: [one!, two!] }, text: 'Weak in the middle.' });
    await save('__proto__'.replaceAll('_', '~'), { kind: 'note', about: { kind: 'claim', id: one! }, text: 'By letter.' });
    const citation = records.citations.get(one!)![0]!.id;
    await save('of-a-citation', { kind: 'note', about: { kind: 'citation', claim: one!, id: citation }, text: 'Page 2.' });
    expect((await list({ about: `path/${one!},${two!}` })).entries.map(({ id }) => id)).toEqual(['constructor']);
    expect((await list({ about: `citation/${citation}` })).entries.map(({ id }) => id)).toEqual(['of-a-citation']);
    expect(await list({ about: `claim/${one!}`, kind: 'search' })).toEqual({ entries: [], total: 0, counts: { note: 1, assessment: 0, search: 0 } });
    const times = (await list()).entries.map(({ changed }) => changed.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });
  it('keeps searches with the question they were made for, those that found nothing too', async () => {
    await save('q-1', assessment());
    const search: NotebookEntry = {
      kind: 'search',
      where: 'Register of companies',
      sought: 'the agency',
      found: 'nothing',
      on: '2026-11-30',
      assessment: 'q-1',
    };
    await save('s-1', search);
    await save('s-2', { ...search, assessment: undefined } as NotebookEntry);
    expect((await list({ assessment: 'q-1' })).entries.map(({ id, entry }) => [id, entry])).toEqual([['s-1', search]]);
    expect((await list({ kind: 'search' })).total).toBe(2);
    expect(await problemsOf(save('s-3', { ...search, assessment: 'n-1' }))).toMatchObject({ code: 'refused', problems: [{ pointer: '/entry/assessment' }] });
  });
  it('refuses what the case does not have, by its place', async () => {
    const [claim] = claims();
    const entry = assessment({
      about: [
        { kind: 'entity', id: anEntity() },
        { kind: 'entity', id: 'toString' },
        { kind: 'voice', id: 'nobody' },
      ],
      for: [claim!, 'no-claim'],
    });
    const { code, problems } = await problemsOf(save('q-2', entry));
    expect(code).toBe('refused');
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/entry/about/1', '/entry/about/2', '/entry/for/1']);
    for (const { message, remedy } of problems) expect([message, remedy].every((words) => words.length > 10)).toBe(true);
    const view: NotebookEntry = { kind: 'note', about: { kind: 'view', digest: '0'.repeat(64) }, text: 'Look.' };
    expect(await problemsOf(save('n-6', view))).toMatchObject({ problems: [{ pointer: '/entry/about', message: expect.stringContaining('stored view') }] });
    await expect(readEntry(db, { params: { id: 'q-2' }, query: {} })).rejects.toMatchObject({ code: 'not-found' });
  });
  it('ends at a number of entries', async () => {
    const { total } = await list();
    const body = { who: 'Mira Holt', version: 0, entry: { kind: 'note' as const, about: { kind: 'entity' as const, id: anEntity() }, text: 'More.' } };
    const limited = (id: string) => saveEntry(db, { params: { id }, body }, {}, { notebookEntries: total + 1 });
    await limited('last');
    await expect(limited('beyond')).rejects.toMatchObject({ code: 'limit', details: { limit: { name: 'notebookEntries', value: total + 1 } } });
    expect(await deleteEntry(db, { params: { id: 'last' }, query: { version: 1 } })).toEqual({ deleted: true });
    await expect(deleteEntry(db, { params: { id: 'last' }, query: { version: 1 } })).rejects.toMatchObject({ code: 'not-found' });
  });
  it.each(ADAPTERS)('weighs both sides of a question as the domain does, %s', async (adapter) => {
    const ids = claims().toSorted();
    const [some, others] = [ids.filter((_, i) => i % 3 === 0), ids.filter((_, i) => i % 3 === 1)];
    await save(`weigh-${adapter}`, assessment({ for: some, against: others }));
    const weigh = (asked: readonly string[]) => weighClaims(asked.map((id) => figures.get(id)!));
    const read = await readEntry(answeredBy(adapter, db), { params: { id: `weigh-${adapter}` }, query: {} });
    expect(read.weighed).toEqual({ for: weigh(some), against: weigh(others) });
    expect(read.weighed!.for.origins).toBeGreaterThan(1);
    expect(read.gone).toEqual([]);
  });
});

describe('when the case moves on', { timeout: 120_000 }, () => {
  it('an entry stays as it was written, says what is gone, and may be written on', async () => {
    const inRivals = new Set(records.rivals.flatMap((rivals) => rivals.claims));
    const [gone, stays] = [...records.claims.values()].filter(({ id, dataset }) => dataset === 'demonstration' && !inRivals.has(id)).map(({ id }) => id);
    await save('q-3', assessment({ for: [gone!], against: [stays!] }));
    const { revision } = await db.ready();
    const remove = [{ kind: 'claim' as const, id: gone! }];
    const body = { dataset: 'demonstration', revision, records: {}, remove, who: 'Mira Holt', why: 'not in the text', operation: randomUUID() };
    expect(await commitChange(db, { body })).toMatchObject({ outcome: 'done' });
    const read = await readEntry(db, { params: { id: 'q-3' }, query: {} });
    expect(read).toMatchObject({ gone: [`claim/${gone!}`], weighed: { for: { origins: 0 } }, entry: { for: [gone!] } });
    const entry = { ...read.entry, words: 'Less than before.' } as NotebookEntry;
    expect(await save('q-3', entry, { version: 1 })).toMatchObject({ version: 2, entry: { words: 'Less than before.', for: [gone!] } });
  });
});
