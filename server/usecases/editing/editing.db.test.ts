/** Changes made in the window or over the API, on genuine Neo4j: planned, written once, told, undone and redone. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { demoDatabase, editsOf, person, signed } from '../testing/edit-demo.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { commitChange } from './commit-change.ts';
import { listChanges } from './list-changes.ts';
import { planChanges } from './plan-changes.ts';
import { readChange } from './read-change.ts';
import { readHistory } from './read-history.ts';

const SLOW = 240_000;

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await demoDatabase();
});
afterAll(async () => db?.close());

const { revision, request, commit, undo, restore, everything } = editsOf(() => db);
const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return error;
};
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);

/** A claim that is cited from some paragraphs. */
const theyMet = (...paragraphs: number[]) => ({
  id: 'they-met',
  subject: 'ivan',
  predicate: 'met',
  object: 'go-between',
  occasion: 'at the fair',
  citations: paragraphs.map((paragraph) => ({ locator: { paragraph }, source: 'daily', paraphrase: 'They met.', standing: { level: 'reported' as const } })),
});

describe('a change', () => {
  test('is planned as it is then written, and told with what it did', { timeout: SLOW }, async () => {
    const change = { records: { entities: [person('constructor', 'Анна Case')] } };
    const planned = await planChanges(db, { body: await request(change) });
    expect(planned).toMatchObject({ outcome: 'planned', created: [{ kind: 'entity', id: 'constructor' }] });
    const before = await revision();
    const done = await commit(change);
    expect(done).toMatchObject({ outcome: 'done', revision: { before, after: before + 1 } });
    expect(done.records).toEqual(planned.records);
    const told = await readChange(db, { params: { id: done.changeSet ?? '' }, query: { limit: 10, offset: 0 } });
    expect(told).toMatchObject({ who: 'Ada', why: 'a test', kind: 'edit', total: 1, records: [{ kind: 'entity', id: 'constructor', did: 'created' }] });
    await expectSound();
  });
  test('sent twice under one operation id is written once', { timeout: SLOW }, async () => {
    const body = { ...(await request({ records: { entities: [person('somebody', 'Some Body')] } })), ...signed() };
    const first = await commitChange(db, { body });
    const again = await commitChange(db, { body });
    expect(again).toMatchObject({ outcome: 'done', changeSet: first.changeSet, revision: first.revision });
    expect((await listChanges(db, { query: { limit: 50, offset: 0 } })).changeSets).toHaveLength(2);
  });
  test('to a record that another changed meanwhile is refused, with what he changed', { timeout: SLOW }, async () => {
    const read = await revision();
    await commit({ records: { entities: [person('two-hands', 'First')] } });
    const at = await revision();
    await commit({ records: { entities: [person('two-hands', 'Second')] } }, { who: 'Bob' });
    const error = await refusal(commit({ revision: at, records: { entities: [person('two-hands', 'Third')] } }));
    expect(error.code).toBe('conflict');
    expect(error.details.problems?.[0]?.message).toMatch(/"two-hands" was changed \(names\) by "Bob"/);
    expect((await refusal(commit({ revision: read, remove: [{ kind: 'entity', id: 'two-hands' }] }))).code).toBe('conflict');
    expect((await commit({ revision: at, records: { entities: [person('other', 'Other')] } })).outcome).toBe('done');
  });
  test('that takes away what others refer to is refused, naming them', { timeout: SLOW }, async () => {
    const [claim] = (await db.read((tx) => loadAllRecords(tx))).claims.values();
    const error = await refusal(commit({ remove: [{ kind: 'entity', id: claim?.subject ?? '' }] }));
    expect(error.code).toBe('refused');
    expect(error.details.problems?.map(({ code }) => code)).toContain('referred-to');
    const planned = await planChanges(db, { body: await request({ remove: [{ kind: 'entity', id: claim?.subject ?? '' }] }) });
    const [subject, referrer] = planned.problems.find(({ code }) => code === 'referred-to')?.about ?? [];
    expect(subject).toMatchObject({ kind: 'entity', id: claim?.subject, name: expect.stringMatching(/^[A-ZА-Я]/) });
    expect(referrer?.name).toMatch(/\S/);
    expect(referrer?.name).not.toBe(referrer?.id);
    expect((await refusal(commit({ remove: [{ kind: 'entity', id: 'nobody' }] }))).details.problems?.[0]).toMatchObject({
      code: 'unknown-id',
      pointer: '/remove/0',
    });
  });
  test('may take away most of a small case, since it names what goes', { timeout: SLOW }, async () => {
    await commit({ dataset: 'small', records: { dataset: { id: 'small' }, entities: [person('one', 'One'), person('two', 'Two')] } });
    const done = await commit({ dataset: 'small', remove: [{ kind: 'entity', id: 'one' }] });
    expect(done.removed).toEqual([{ kind: 'entity', id: 'one' }]);
  });
  test('that takes away the last citation takes away its claim', { timeout: SLOW }, async () => {
    await commit({ records: { claims: [theyMet(40, 41)] } });
    const citations = (await db.read((tx) => loadAllRecords(tx))).citations.get('they-met') ?? [];
    const [one, other] = citations.map(({ id }) => ({ kind: 'citation' as const, id }));
    expect((await commit({ remove: [one!] })).removed).toEqual([one]);
    expect((await commit({ remove: [other!] })).removed).toEqual([{ kind: 'claim', id: 'they-met' }, other]);
    await expectSound();
  });
});

describe('a claim of a change', () => {
  test('is told with its sentence and its figures before and after, and joins the claim that says the same', { timeout: SLOW }, async () => {
    const planned = await planChanges(db, { body: await request({ records: { claims: [theyMet(40)] } }) });
    expect(planned.told).toMatchObject([{ id: 'they-met', own: true, isNew: true, after: { level: 'reported', origins: 1, citations: 1 } }]);
    expect(planned.told[0]).not.toHaveProperty('before');
    expect(planned.told[0]?.sentence).toMatch(/met/);
    await commit({ records: { claims: [theyMet(40)] } });

    const again = { ...theyMet(41), id: 'said-again', citations: [{ ...theyMet(41).citations[0]!, standing: { level: 'alleged' as const, by: 'ivan' } }] };
    const joins = await planChanges(db, { body: await request({ records: { claims: [again] } }) });
    expect(joins.told).toMatchObject([
      { id: 'they-met', as: 'said-again', isNew: false, before: { level: 'reported', citations: 1 }, after: { level: 'alleged', citations: 2 } },
    ]);
    expect(joins.created.map(({ kind }) => kind)).toEqual(['citation']);
    expect((await commit({ records: { claims: [again] } })).outcome).toBe('done');
    const { claims, citations } = await db.read((tx) => loadAllRecords(tx));
    expect([claims.has('said-again'), citations.get('they-met')?.length]).toEqual([false, 2]);
    await expectSound();
  });
  test('that others cited otherwise meanwhile is a conflict; one that they only cited more is none', { timeout: SLOW }, async () => {
    await commit({ records: { claims: [theyMet(40)] } });
    const read = await revision();
    await commit({ records: { claims: [theyMet(41)] } }, { who: 'Bob' });
    expect((await commit({ revision: read, records: { claims: [theyMet(42)] } })).outcome).toBe('done');
    const { citations } = await db.read((tx) => loadAllRecords(tx));
    expect(citations.get('they-met')).toHaveLength(3);
    const reworded = { ...theyMet(40), citations: [{ ...theyMet(40).citations[0]!, paraphrase: 'They met again.' }] };
    const at = await revision();
    await commit({ records: { claims: [reworded] } }, { who: 'Bob' });
    const error = await refusal(commit({ revision: at, records: { claims: [theyMet(40)] } }));
    expect([error.code, error.details.problems?.[0]?.message]).toEqual(['conflict', expect.stringMatching(/citation .* was removed by "Bob"/)]);
  });
  test('says what the gate would refuse of it', { timeout: SLOW }, async () => {
    const [citation] = theyMet(40).citations;
    const { locator: _, ...placeless } = citation!;
    const planned = await planChanges(db, { body: await request({ records: { claims: [{ ...theyMet(40), citations: [placeless] }] } }) });
    expect(planned.told[0]?.gate.map(({ reason }) => reason).join()).toMatch(/where in that source is not noted/);
  });
});

describe('a date in a change', () => {
  test('without the form of one is not as described; one that only a rule refuses is refused with the records', { timeout: SLOW }, async () => {
    const claim = (edtf: string) => {
      const [citation] = theyMet(40).citations;
      return { records: { claims: [{ ...theyMet(40), citations: [{ ...citation!, happened: { edtf, basis: 'stated' as const } }] }] } };
    };
    const formless = await refusal(commit(claim('2022-13')));
    expect([formless.code, formless.details.problems?.[0]?.pointer]).toEqual(['invalid', '/records/claims/0/citations/0/happened/edtf']);
    const reversed = await refusal(commit(claim('2022-05/2021-01')));
    expect([reversed.code, reversed.details.problems?.[0]?.code]).toEqual(['refused', 'invalid-date']);
  });
});

describe('an undo', () => {
  test('brings everything back as it was; undone in turn, it is a redo', { timeout: SLOW }, async () => {
    const before = await everything();
    const done = await commit({ records: { entities: [person('newcomer', 'New Comer')] } });
    const after = await everything();
    const undone = await undo(done.changeSet ?? '');
    expect(await everything()).toBe(before);
    expect((await listChanges(db, { query: { limit: 2, offset: 0 } })).changeSets[1]).toMatchObject({ id: done.changeSet, undoneBy: undone.changeSet });
    await undo(undone.changeSet ?? '');
    expect(await everything()).toBe(after);
    expect((await listChanges(db, { query: { limit: 3, offset: 0 } })).changeSets[2]).not.toHaveProperty('undoneBy');
    const { states } = await readHistory(db, { params: { kind: 'entity', id: 'newcomer' } });
    expect(states.map(({ record }) => record === null)).toEqual([false, true, false]);
    await expectSound();
  });
  test('names the later work that rests on it, and undoes both where that is asked for', { timeout: SLOW }, async () => {
    const before = await everything();
    const first = await commit({ records: { entities: [person('first', 'First')] } });
    const second = await commit(
      {
        records: {
          entities: [{ ...person('second', 'Second'), candidates: ['first', [...(await db.read((tx) => loadAllRecords(tx))).entities.keys()][0] ?? ''] }],
        },
      },
      { who: 'Bob' },
    );
    const error = await refusal(undo(first.changeSet ?? ''));
    expect(error.details.problems?.[0]).toMatchObject({ code: 'referred-to', changeSet: second.changeSet });
    expect((await undo(first.changeSet ?? '', { dryRun: true })).problems[0]?.about).toEqual([
      { kind: 'entity', id: 'first', name: 'First' },
      { kind: 'entity', id: 'second', name: 'Second' },
    ]);
    await undo(first.changeSet ?? '', { also: [second.changeSet] });
    expect(await everything()).toBe(before);
    await expectSound();
  });
  test('of all but what is needed leaves what later work rests on, names it with why, and takes the rest back', { timeout: SLOW }, async () => {
    const made = await commit({ records: { entities: [person('constructor', 'Ann'), person('needless', 'Ben'), person('toString', 'Cem')] } }, { who: 'Bob' });
    const cited = { locator: { paragraph: 40 }, source: 'daily', paraphrase: 'They met.', standing: { level: 'reported' as const } };
    await commit(
      { records: { claims: [{ id: 'they-met', subject: 'ivan', predicate: 'met', object: 'constructor', citations: [cited] }] } },
      { why: 'a meeting' },
    );
    await commit({ records: { entities: [person('toString', 'Cem the younger')] } }, { why: 'a name' });
    expect((await refusal(undo(made.changeSet ?? ''))).code).toBe('refused');
    const planned = await undo(made.changeSet ?? '', { keepNeeded: true, dryRun: true });
    expect(planned).toMatchObject({ outcome: 'planned', removed: [{ kind: 'entity', id: 'needless' }] });
    const told = planned.warnings.filter(({ code }) => code === 'kept').map(({ message }) => message);
    expect(told).toEqual([
      expect.stringMatching(/"toString".*changed later.*"a name"/),
      expect.stringMatching(/"constructor".*claim "they-met" refers to it.*"a meeting"/),
    ]);
    await undo(made.changeSet ?? '', { keepNeeded: true });
    const { entities, claims } = await db.read((tx) => loadAllRecords(tx));
    expect([entities.has('needless'), entities.has('constructor'), entities.has('toString'), claims.has('they-met')]).toEqual([false, true, true, true]);
    await expectSound();
  });
  test('of an import takes the whole case away, and its undo brings it back', { timeout: SLOW }, async () => {
    const before = await everything();
    const [imported] = (await listChanges(db, { query: { limit: 1, offset: 0 } })).changeSets;
    const undone = await undo(imported?.id ?? '');
    expect((await db.read((tx) => loadAllRecords(tx))).claims.size).toBe(0);
    await expectSound();
    await undo(undone.changeSet ?? '');
    expect(await everything()).toBe(before);
    await expectSound();
  });
});

describe('what is told of changes', () => {
  test('counts records by kind, says what became of claims, and names what each record refers to', { timeout: SLOW }, async () => {
    const cited = { locator: { paragraph: 40 }, source: 'daily', paraphrase: 'They met.', standing: { level: 'reported' as const } };
    const done = await commit({
      records: {
        entities: [person('constructor', 'Анна Case')],
        claims: [{ id: 'they-met', subject: 'ivan', predicate: 'met', object: 'constructor', citations: [cited] }],
      },
    });
    const { changeSets } = await listChanges(db, { query: { limit: 2, offset: 0 } });
    expect(changeSets[0]).toMatchObject({ changed: { entity: 1, claim: 1, citation: 1 }, effects: ['1 claim is new'] });
    expect(changeSets[1]?.effects[0]).toMatch(/^\d+ claims are new$/);
    const told = await readChange(db, { params: { id: done.changeSet ?? '' }, query: { limit: 10, offset: 0 } });
    const name = (kind: string, id: string) => told.names.find((one) => one.kind === kind && one.id === id)?.name;
    expect(name('entity', 'constructor')).toBe('Анна Case');
    expect(name('claim', 'they-met')).toBe(`claimed: ${name('entity', 'ivan')} · ${name('predicate', 'met')} · Анна Case`);
    await commit({ remove: [{ kind: 'claim', id: 'they-met' }] });
    const gone = await readChange(db, { params: { id: done.changeSet ?? '' }, query: { limit: 10, offset: 0 } });
    expect(gone.names).toEqual(told.names);
  });
  test('of a claim holds what became of its citations, one that was taken away included', { timeout: SLOW }, async () => {
    await commit({ records: { claims: [theyMet(40, 41)] } });
    const [first] = (await db.read((tx) => loadAllRecords(tx))).citations.get('they-met') ?? [];
    await commit({ remove: [{ kind: 'citation', id: first?.id ?? '' }] }, { who: 'Bob' });
    const { states } = await readHistory(db, { params: { kind: 'claim', id: 'they-met' } });
    expect(states.map(({ of, record, by }) => [of.kind, record === null, by.who])).toEqual([
      ['citation', true, 'Bob'],
      ['claim', false, 'Ada'],
      ['citation', false, 'Ada'],
      ['citation', false, 'Ada'],
    ]);
    expect(states[0]?.of).toEqual({ kind: 'citation', id: first?.id });
  });
});

describe('a restore', () => {
  test('brings one record back, and a whole case, whatever was changed since', { timeout: SLOW }, async () => {
    const before = await everything();
    const to = await revision();
    await commit({ records: { entities: [person('ivan', 'Renamed')] } });
    await commit({ records: { entities: [person('newcomer', 'New Comer')] } });
    const renamed = await everything();
    const one = await restore(to, { record: { kind: 'entity', id: 'ivan' } });
    expect(one.changed).toMatchObject([{ kind: 'entity', id: 'ivan' }]);
    await undo(one.changeSet ?? '');
    expect(await everything()).toBe(renamed);
    await restore(to, { dataset: 'demo' });
    expect(await everything()).toBe(before);
    await expectSound();
  });
  test('of a claim that was taken away brings its citations back with it', { timeout: SLOW }, async () => {
    await commit({ records: { claims: [theyMet(40, 41)] } });
    const before = await everything();
    const to = await revision();
    await commit({ remove: [{ kind: 'claim', id: 'they-met' }] });
    // What comes is told by name, and what it does to claims before and after, with nothing written.
    const gone = await everything();
    const planned = await restore(to, { record: { kind: 'claim', id: 'they-met' } }, { dryRun: true });
    expect(planned.created.map(({ kind }) => kind).toSorted()).toEqual(['citation', 'citation', 'claim']);
    const nameOf = (kind: string, id: string) => planned.names?.find((one) => one.kind === kind && one.id === id)?.name ?? '';
    expect(nameOf('claim', 'they-met')).toMatch(/^claimed: .* · met/);
    for (const { kind, id } of planned.created) expect(nameOf(kind, id)).not.toBe('');
    expect(planned.told).toMatchObject([{ id: 'they-met', own: true, isNew: true, after: { citations: 2 } }]);
    expect(planned.told?.[0]).not.toHaveProperty('before');
    expect(await everything()).toBe(gone);
    expect((await restore(to, { record: { kind: 'claim', id: 'they-met' } })).outcome).toBe('done');
    expect(await everything()).toBe(before);
    await expectSound();
  });
  test('that was planned before another changed the record is refused, and writes nothing', { timeout: SLOW }, async () => {
    const to = await revision();
    await commit({ records: { entities: [person('ivan', 'Renamed')] } });
    const planned = await restore(to, { record: { kind: 'entity', id: 'ivan' } }, { dryRun: true });
    expect(planned).toMatchObject({ outcome: 'planned', changed: [{ id: 'ivan' }] });
    await commit({ records: { entities: [person('ivan', 'Renamed again')] } }, { who: 'Bob' });
    const after = await everything();
    const error = await refusal(restore(to, { record: { kind: 'entity', id: 'ivan' } }, { revision: planned.revision.before }));
    expect([error.code, error.details.problems?.[0]?.message]).toEqual(['conflict', expect.stringMatching(/"ivan" was changed \(names\) by "Bob"/)]);
    expect(await everything()).toBe(after);
    expect((await refusal(restore(10_000, { dataset: 'demo' }))).details.problems?.[0]).toMatchObject({ pointer: '/to' });
    expect((await refusal(restore(to, { dataset: 'demo' }, { revision: 10_000 }))).details.problems?.[0]).toMatchObject({ pointer: '/revision' });
  });
});
