/** Views stored under their digest, saved sets read as entities, and the sources that a source takes from. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ofWholeCaseAtADate } from '../../../test-support/graph-memory.ts';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import { viewLink } from '../../contract/view-link.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Records } from '../../domain/model/records.ts';
import type { Database } from '../../store/connect.ts';
import { countViewStates } from '../../store/statements/questions-and-sets.ts';
import { deleteView } from './delete-view.ts';
import { expireViews, expireViewsDaily } from './expire-views.ts';
import { readSavedSet } from './read-saved-set.ts';
import { readSource } from '../reading/read-source.ts';
import { readView } from './read-view.ts';
import { saveSet } from './save-set.ts';
import { searchEntities } from '../reading/search-entities.ts';
import { storeView } from './store-view.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';

let db: Database;
let records: Records;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  records = curatedCase();
  await storeRecords(db, records);
}, 240_000);
afterAll(() => db.close());

const long = viewLink.parse({
  v: 1,
  e: Array.from({ length: 2_000 }, (_, i) => [`entity-${i}`, i, 1 - i]),
  c: Array.from({ length: 5_000 }, (_, i) => `claim-${i}`),
  f: { contestedOnly: true },
  panel: { kind: 'entity', id: 'iran' },
});

describe('stored views', { timeout: 60_000 }, () => {
  it('are read as they were stored, and equal views are stored once', async () => {
    const before = await db.ready();
    const { digest } = await storeView(db, { body: { view: long } });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await readView(db, { params: { digest } })).toEqual({ view: long });
    const turned = viewLink.parse(Object.fromEntries(Object.entries(long).toReversed()));
    expect(await storeView(db, { body: { view: turned } })).toEqual({ digest });
    const rows = await db.read((tx) => tx.run('MATCH (v:_ViewState {digest: $digest}) RETURN count(v) AS n', { digest }));
    expect(rows).toEqual([{ n: 1 }]);
    expect(await db.ready()).toEqual(before);
  });
  it('are kept apart, and an unknown digest is not found', async () => {
    const { digest } = await storeView(db, { body: { view: { ...long, layout: 'grid' } } });
    expect(digest).not.toBe((await storeView(db, { body: { view: long } })).digest);
    await expect(readView(db, { params: { digest: '0'.repeat(64) } })).rejects.toMatchObject({ code: 'not-found' });
  });
  it('are refused beyond the limit of a view', async () => {
    const also = Array.from({ length: 9_000 }, (_, i) => `an-entity-of-a-rather-long-name-as-they-are-written-in-files-${i}`);
    await expect(storeView(db, { body: { view: { ...long, also } } })).rejects.toMatchObject({ code: 'limit' });
  });
});

describe('stored views that nothing opens', { timeout: 60_000 }, () => {
  const DAY = 86_400_000;
  const view = (n: number) => ({ body: { view: viewLink.parse({ v: 1, also: [`old-view-${n}`] }) } });
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
  /** As if it had last been opened so many days ago. */
  const setOpened = (digest: string, days: number) =>
    db.write(randomUUID(), (tx) => tx.run('MATCH (v:_ViewState {digest: $digest}) SET v.lastOpened = $at', { digest, at: daysAgo(days) }));
  const openedAt = async (digest: string) => {
    const [row] = await db.read((tx) => tx.run('MATCH (v:_ViewState {digest: $digest}) RETURN v.lastOpened AS at', { digest }));
    return (row as { at: string }).at;
  };
  const isToday = async (digest: string) => (await openedAt(digest)) > daysAgo(1);

  it('are removed after the days of their limit, and the answer then names it; the others stay', async () => {
    const [{ digest: old }, { digest: young }] = [await storeView(db, view(1)), await storeView(db, view(2))];
    await setOpened(old, API_LIMITS.storedViewDays + 1);
    await setOpened(young, API_LIMITS.storedViewDays - 1);
    expect(await expireViews(db)).toBe(1);
    await expect(readView(db, { params: { digest: old } })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(`nothing has opened for ${API_LIMITS.storedViewDays} days`),
    });
    expect(await readView(db, { params: { digest: young } })).toEqual(view(2).body);
    expect(await expireViews(db)).toBe(0);
  });
  it('stay where they are opened or stored again before, which is noted once a day', async () => {
    const { digest } = await storeView(db, view(3));
    expect(await isToday(digest)).toBe(true);
    await setOpened(digest, API_LIMITS.storedViewDays + 1);
    await readView(db, { params: { digest } });
    expect(await isToday(digest)).toBe(true);
    const first = await openedAt(digest);
    await readView(db, { params: { digest } });
    expect(await openedAt(digest)).toBe(first);
    await setOpened(digest, API_LIMITS.storedViewDays + 1);
    await storeView(db, view(3));
    expect(await expireViews(db)).toBe(0);
  });
  it('are read also where it cannot be noted that they are', async () => {
    const { digest } = await storeView(db, view(4));
    await setOpened(digest, 2);
    const readOnly: Database = { ...db, write: () => Promise.reject(new AppError('disk-full', 'The disk is full.')) };
    expect(await readView(readOnly, { params: { digest } })).toEqual(view(4).body);
    expect(await isToday(digest)).toBe(false);
  });
  it('are removed at once and then daily, until that is ended', async () => {
    const { digest } = await storeView(db, view(5));
    await setOpened(digest, API_LIMITS.storedViewDays + 1);
    const said: string[] = [];
    const end = expireViewsDaily(db, (line) => said.push(line));
    await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
    end();
    await expect(readView(db, { params: { digest } })).rejects.toMatchObject({ code: 'not-found' });
    expect(said).toEqual([`Removed stored views that nothing had opened for ${API_LIMITS.storedViewDays} days: 1.`]);
  });
  it('are counted with their characters, without reading them', async () => {
    const [row] = await db.read((tx) => tx.run('MATCH (v:_ViewState) RETURN sum(size(v._json)) AS read, sum(v.characters) AS kept', {}));
    const { read, kept } = row as { read: number; kept: number };
    expect(kept).toBe(read);
    expect(kept).toBeGreaterThan(0);
    const [counted] = await db.read((tx) => countViewStates.run(tx, {}));
    expect(counted?.characters).toBe(kept);
    expect(countViewStates.statement.text).not.toContain('_json');
  });
});

describe('what may be stored', { timeout: 60_000 }, () => {
  const many = { savedSets: 1_000, savedSetCharacters: 1e9, storedViews: 1_000, storedViewCharacters: 1e9 };
  const amountOf = async (label: string) => {
    const [row] = await db.read((tx) => tx.run(`MATCH (n:${label}) RETURN count(n) AS n`, {}));
    return Number((row as { n: number }).n);
  };
  const view = (n: number) => ({ body: { view: viewLink.parse({ v: 1, also: [`view-${n}`] }) } });
  it('ends at a number of views, and goes on after one is deleted', async () => {
    const limits = { ...many, storedViews: (await amountOf('_ViewState')) + 2 };
    const { digest } = await storeView(db, view(1), {}, limits);
    await storeView(db, view(2), {}, limits);
    await expect(storeView(db, view(3), {}, limits)).rejects.toMatchObject({ code: 'limit', details: { limit: { name: 'storedViews' } } });
    // One that is there already is no new one.
    expect(await storeView(db, view(1), {}, limits)).toEqual({ digest });
    expect(await deleteView(db, { params: { digest } })).toEqual({ deleted: true });
    await expect(deleteView(db, { params: { digest } })).rejects.toMatchObject({ code: 'not-found' });
    await storeView(db, view(3), {}, limits);
  });
  it('ends at the characters of all views', async () => {
    await expect(storeView(db, view(4), {}, { ...many, storedViewCharacters: 10 })).rejects.toMatchObject({
      code: 'limit',
      message: expect.stringContaining('DELETE'),
      details: { limit: { name: 'storedViewCharacters', value: 10 } },
    });
  });
  it('ends at a number of saved sets, of which each may still be replaced', async () => {
    const set = (id: string, name: string) => ({ params: { id }, body: { name, ids: ['iran'] } });
    const limits = { ...many, savedSets: (await amountOf('SavedSet')) + 1 };
    await saveSet(db, set('last', 'The last'), {}, limits);
    await expect(saveSet(db, set('beyond', 'One more'), {}, limits)).rejects.toMatchObject({ code: 'limit', details: { limit: { name: 'savedSets' } } });
    expect(await saveSet(db, set('last', 'Another name'), {}, limits)).toMatchObject({ name: 'Another name' });
    await expect(saveSet(db, set('last', 'Again'), {}, { ...many, savedSetCharacters: 5 })).rejects.toMatchObject({
      details: { limit: { name: 'savedSetCharacters' } },
    });
  });
});

describe('a saved set', { timeout: 60_000 }, () => {
  const page = { limit: 100, offset: 0 };
  it('is read as those of its entities that exist', async () => {
    await saveSet(db, { params: { id: 'two' }, body: { name: 'Two', ids: ['mois', 'iran', 'nobody-of-that-name'] } });
    const { nodes, total } = await readSavedSet(db, { params: { id: 'two' }, query: page });
    expect([nodes.map((node) => node.id), total]).toEqual([['iran', 'mois'], 2]);
    expect((await readSavedSet(db, { params: { id: 'two' }, query: { limit: 1, offset: 1 } })).nodes.map((node) => node.id)).toEqual(['mois']);
  });
  it('made of a query holds what the query finds, now and at a date', async () => {
    await saveSet(db, { params: { id: 'gangs' }, body: { name: 'Gangs', query: { type: 'Gang' } } });
    const gangs = [...records.entities.values()]
      .filter((entity) => entity.type === 'Gang')
      .map((entity) => entity.id)
      .sort();
    const now = await readSavedSet(db, { params: { id: 'gangs' }, query: page });
    expect(now.nodes.map((node) => node.id)).toEqual(gangs);
    await ofWholeCaseAtADate(async () => {
      const early = await readSavedSet(db, { params: { id: 'gangs' }, query: { ...page, published: '1990' } });
      expect(early.total).toBeLessThan(gangs.length);
    });
    await expect(readSavedSet(db, { params: { id: 'no-such-set' }, query: page })).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('a search continues on each page where the one before ended', async () => {
  const all = await searchEntities(db, { query: { q: '', limit: 20 } });
  const rest = await searchEntities(db, { query: { q: '', limit: 10, offset: 10 } });
  expect(rest.results).toEqual(all.results.slice(10));
  await ofWholeCaseAtADate(async () => {
    const atDate = await searchEntities(db, { query: { q: '', limit: 10, offset: 10, published: '2024' } });
    expect(atDate.results.length).toBe(10);
  });
});

it('a source lists the sources it takes claims from, those with the most claims first', async () => {
  const read = [...records.citations.values()].flat().find((citation) => citation.origin !== undefined && citation.stance === 'supports');
  const { takesFrom } = await readSource(db, { params: { id: read!.source }, query: {} });
  expect(takesFrom.length).toBeGreaterThan(0);
  expect(takesFrom.map((one) => one.claims)).toEqual(takesFrom.map((one) => one.claims).toSorted((a, b) => b - a));
}, 60_000);
