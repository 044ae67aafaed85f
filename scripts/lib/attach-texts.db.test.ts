/** Texts find their sources by their paragraphs, whatever the files are called. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import type { Database } from '../../server/store/connect.ts';
import { curatedCase } from '../../server/usecases/testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../../server/usecases/testing/store-records.ts';
import { attachedLines, attachTexts, indexesIn, textsIn } from './attach-texts.ts';

const cases = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url));
const folder = `${cases}demonstration`;

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  await storeRecords(db, curatedCase('demonstration'));
}, 240_000);
afterAll(() => db.close());

it('attaches the texts of the made-up case, each once, and tells what it does not know', { timeout: 240_000 }, async () => {
  const texts = textsIn(folder).map(({ text }, i) => ({ name: `${i}.txt`, text: text.replaceAll('\n', '\r\n') }));
  expect(texts).toHaveLength(readdirSync(folder).filter((name) => name.endsWith('.txt')).length);
  const indexes = indexesIn(cases);
  const attached = await attachTexts(db, [...texts, { name: 'other.txt', text: 'Another text.' }], indexes);
  expect(attached.map(({ source, did, orphans }) => [source, did, orphans])).toEqual([
    ['courier-2023', 'kept', 0],
    ['courier-2024', 'kept', 0],
    ['league-2024', 'kept', 0],
    [undefined, 'unknown', undefined],
  ]);
  expect((await attachTexts(db, texts, indexes)).map(({ did }) => did)).toEqual(['same', 'same', 'same']);
  expect(attachedLines(attached)[3]).toMatch(/^other\.txt: is the text of no source/);
});

it('names a folder that is none, and one without a text', () => {
  expect(() => textsIn(`${cases}nowhere`)).toThrow(/^Nothing was attached: .*nowhere is no folder\. Name the folder/);
  expect(() => textsIn(`${folder}/demonstration.json`)).toThrow(/is no folder/);
  expect(() => textsIn(cases)).toThrow(/has no \.txt file/);
});
