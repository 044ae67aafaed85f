/** A word of what is said finds its claim, source or voice, whoever answers and as far as it may be shown. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { Database } from '../../store/connect.ts';
import { keepSaidVersion, listStoredTexts, putSaidForms } from '../../store/statements/said.ts';
import { renewSaidForms } from '../importing/renew-search-forms.ts';
import { ADAPTERS, answeredBy } from '../testing/both-adapters.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { searchSaid } from './search-said.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  await storeRecords(db, curatedCase());
});
afterAll(() => db.close());

const HIRED = 'iran-hired-alinejad-gang';

describe.each(ADAPTERS)('what is said, searched %s', { timeout: 120_000 }, (adapter) => {
  const search = (q: string, more: object = {}) => searchSaid(answeredBy(adapter, db), { query: { q, limit: 10, ...more } });

  it('finds the claim of the paraphrase that has the word, told as firmly as it stands, with the word lit', async () => {
    const answer = await search('mobsters');
    expect(ROUTES.searchSaid.response.safeParse(answer).error).toBeUndefined();
    expect(answer).toMatchObject({ totals: { claim: answer.results.length }, totalAtLeast: false, cut: false });
    const hit = answer.results.find(({ id }) => id === HIRED);
    if (hit?.kind !== 'claim' || !hit.passage) expect.fail('not found by its passage');
    expect(hit.title.text).toMatch(/^Iran is claimed by the US Department of Justice to have hired/);
    expect(hit.passage).toMatchObject({ isQuote: false, place: 'paragraph 16', source: 'theaustralian-2023-02' });
    const { text, lit } = hit.passage.snippet;
    expect(lit.map(({ from, to }) => text.slice(from, to))).toEqual(['mobsters']);
  });

  it('finds a quote, a claim by the words of its sentence, a source and a voice', async () => {
    const quote = (await search('dangerous menace')).results.find(({ id }) => id === HIRED);
    expect(quote).toMatchObject({
      kind: 'claim',
      passage: {
        isQuote: true,
        snippet: {
          text: 'dangerous menace',
          lit: [
            { from: 0, to: 9 },
            { from: 10, to: 16 },
          ],
        },
      },
    });
    expect((await search('iran hired eastern', { limit: 50 })).results.map(({ id }) => id)).toContain(HIRED);
    const kinds = new Set((await search('dgsi')).results.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['source', 'voice']));
    expect((await search('mobsters dgsi')).results).toEqual([]);
  });

  it('cuts what is too long at a word and says so', async () => {
    const long = await search(`mobsters ${'of '.repeat(200)}nowhere`);
    expect(long.cut).toBe(true);
    expect(long.results).toEqual((await search('mobsters of')).results);
    expect(long.results.length).toBeGreaterThan(0);
  });

  it('finds nothing by a part of a word that is too long', async () => {
    expect(await search('m'.repeat(300))).toMatchObject({ results: [], cut: true });
  });

  it('finds nothing that was not public at the date', async () => {
    if (adapter === 'in-database') {
      await expect(search('mobsters', { published: '2000' })).rejects.toMatchObject({ code: 'limit' });
      return;
    }
    expect((await search('mobsters', { published: '2000' })).results).toEqual([]);
    expect((await search('mobsters', { published: '2100' })).totals.claim).toBe((await search('mobsters')).totals.claim);
  });
});

it('what an earlier version stored without its words is found after the next start', { timeout: 120_000 }, async () => {
  const texts = await db.read((tx) => listStoredTexts.run(tx, { kind: 'citation', after: '', limit: 10_000 }));
  await db.write(randomUUID(), (tx) => putSaidForms.run(tx, { rows: texts.map(({ node }) => ({ node, said: null })) }));
  await db.write(randomUUID(), (tx) => keepSaidVersion.run(tx, { version: 0 }));
  const found = async () => (await searchSaid(answeredBy('in-database', db), { query: { q: 'mobsters', limit: 10 } })).totals.claim;
  expect(await found()).toBe(0);
  expect(await renewSaidForms(db)).toBeGreaterThan(texts.length);
  expect(await found()).toBeGreaterThan(0);
  expect(await renewSaidForms(db)).toBe(0);
});
