/** Every statement of `cypher/`: its header, parameters and query module say the same, and the real server plans it. */
import { readdirSync, readFileSync } from 'node:fs';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { connectDatabase } from './connect.ts';
import { migrate } from './migrate.ts';
import { parseStatement } from './parse-statement.ts';
import { definedQueries } from './query.ts';

const FOLDER = new URL('../../cypher/', import.meta.url);
const files = ['read', 'write'].flatMap((room) => readdirSync(new URL(`${room}/`, FOLDER)).map((file) => `${room}/${file}`));
let driver: Driver;
beforeAll(async () => {
  const stems = readdirSync(new URL('queries/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
  await Promise.all(stems.map((stem) => import(`./queries/${stem}.ts`)));
  const target = testNeo4j();
  const db = connectDatabase(target);
  await migrate(db);
  await db.close();
  driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password));
});
afterAll(() => driver.close());

const textOf = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
/** Names of the fields of a zod object. */
const fieldsOf = (schema: unknown) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
/** Without strings and comments, so that what they hold is no parameter. */
const bare = (text: string) => text.replaceAll(/'[^']*'|"[^"]*"|\/\/.*$/gm, '');

test('there are statements, and every one is defined by exactly one query', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(
    definedQueries()
      .map((query) => query.file)
      .sort(),
  ).toEqual([...files].sort());
});

test.each(files)('%s: the header, the parameters used and the query module agree', (file) => {
  const statement = parseStatement(textOf(file), file);
  const query = definedQueries().find((q) => q.file === file);
  const used = [...new Set([...bare(statement.text).matchAll(/\$(\w+)/g)].map((match) => match[1]))].sort();
  const declared = statement.params.map(({ name }) => name).sort();
  expect(declared).toEqual(used);
  expect(fieldsOf(query?.params).sort()).toEqual(used);
  expect(query?.mode).toBe(statement.mode);
  expect(statement.mode).toBe(file.startsWith('read/') ? 'READ' : 'WRITE');
  expect(statement.summary).toMatch(/\.$/);
  for (const { meaning } of statement.params) expect(meaning).not.toBe('');
  const columns = [...statement.returns.matchAll(/(?:^|, )(\w+) /g)].map((match) => match[1]);
  for (const column of fieldsOf(query?.row)) expect(columns).toContain(column);
});

/** The subqueries of a statement that are asked for each of its rows. */
const testsByRow = (text: string) => [...text.matchAll(/\b(?:EXISTS|COUNT) \{[^{}]*\}/g)].map(([found]) => found);

// While an index is not sampled yet, as after a first import, the planner takes it for empty and scans it for every row; and it keeps the plan.
test.each(files)('%s: a test made for every row reads what an index holds only after a WITH', (file) => {
  const tempting = /\b(WHERE|AND|OR|NOT)\b[^{}]*?\b\w+\.(id|type|predicate|rank|source) ?(=|IN|<|>)/;
  const asked = testsByRow(bare(parseStatement(textOf(file), file).text)).filter((found) => /\(\w+\)/.test(found));
  expect(asked.filter((found) => tempting.test(found) && !/\bWITH\b/.test(found))).toEqual([]);
});

const SAMPLES: Record<string, unknown> = { int: neo4j.int(1), bool: true, string: 'x', map: {} };

test.each(files)('%s: the server plans it, in a session of its mode', async (file) => {
  const statement = parseStatement(textOf(file), file);
  const parameters = Object.fromEntries(
    statement.params.map(({ name, type }) => [name, type.endsWith('|null') ? null : type.endsWith('[]') ? [] : (SAMPLES[type] ?? null)]),
  );
  const session = driver.session({ defaultAccessMode: statement.mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE });
  try {
    const { summary } = await session.run(`EXPLAIN ${statement.text}`, parameters);
    expect(summary.queryType === 'r').toBe(statement.mode === 'READ');
    // A deprecated form, an unknown label or a cartesian product would be told here.
    expect(summary.gqlStatusObjects.filter((status) => status.rawClassification === 'DEPRECATION').map((status) => status.statusDescription)).toEqual([]);
  } finally {
    await session.close();
  }
});
