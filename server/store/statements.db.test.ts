/** Every statement of `cypher/` has exactly one query, which declares the parameters it uses and the columns it returns, and the real server can plan it. */
import { readFileSync, readdirSync } from 'node:fs';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { connectDatabase } from './connect.ts';
import { migrate } from './migrate.ts';
import { statementsAndQueries } from './query.ts';

/** The module and the folder of `statements/` in which it stands, if it is not at the top. */
const modules = readdirSync(new URL('statements/', import.meta.url), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name, parentPath }) => ({ stem: name.replace(/\.ts$/, ''), folder: /statements[\\/]([^\\/]+)[\\/]?$/.exec(parentPath)?.[1] }));
await Promise.all(
  modules.map(
    ({ stem, folder }) => (folder === undefined ? import(`./statements/${stem}.ts`) : import(`./statements/${folder}/${stem}.ts`)) as Promise<unknown>,
  ),
);
const { statements, queries } = statementsAndQueries();
const swept = queries.map((query) => ({ ...query, name: query.statement.name }));

let driver: Driver;
beforeAll(async () => {
  const target = testNeo4j();
  const db = connectDatabase(target);
  await migrate(db);
  await db.close();
  driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password));
});
afterAll(() => driver.close());

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const fieldsOf = ({ shape }: z.ZodObject) => Object.keys(shape).sort();
/** The text without strings and comments, because a `$` in those is no parameter. */
const bare = (text: string) => text.replaceAll(/'[^']*'|"[^"]*"|\/\/.*$/gm, '');

test('there are statements, and every one is defined by exactly one query', () => {
  expect(statements.length).toBeGreaterThan(100);
  expect(swept.map(({ name }) => name).sort()).toEqual(statements.map(({ name }) => name).sort());
});

test('a statement is in the file named after the module that defines it', () => {
  const definedIn = modules.flatMap(({ stem, folder }) =>
    [...textOf(['statements', folder, `${stem}.ts`].filter((part) => part !== undefined).join('/')).matchAll(/name: '([^']+)'/g)].map(
      ([, name]) => `${stem}.cypher ${name}`,
    ),
  );
  expect(statements.map(({ file, name }) => `${file} ${name}`).sort()).toEqual(definedIn.sort());
});

test('in a file the reading statements come before the writing ones, each sorted by name', () => {
  const places = statements.map(({ file, mode, name }) => `${file} ${mode} ${name}`);
  expect(places).toEqual([...places].sort());
});

test.each(swept)('$name: it uses the parameters its query has, and its summary is a sentence', ({ statement, params }) => {
  const used = new Set([...bare(statement.text).matchAll(/\$(\w+)/g)].map((match) => match[1]));
  expect(fieldsOf(params)).toEqual([...used].sort());
  expect(statement.summary).toMatch(/\.$/);
});

/** The subqueries of a statement that run for each of its rows. */
const testsByRow = (text: string) => [...text.matchAll(/\b(?:EXISTS|COUNT) \{[^{}]*\}/g)].map(([found]) => found);

// As long as an index is not sampled, as after a first import, the planner takes it for empty and scans it for every row; and it keeps that plan.
test.each(swept)('$name: a test made for every row reads what an index holds only after a WITH', ({ statement }) => {
  const tempting = /\b(WHERE|AND|OR|NOT)\b[^{}]*?\b\w+\.(id|type|predicate|rank|source) ?(=|IN|<|>)/;
  const asked = testsByRow(bare(statement.text)).filter((found) => /\(\w+\)/.test(found));
  expect(asked.filter((found) => tempting.test(found) && !/\bWITH\b/.test(found))).toEqual([]);
});

/** A value of the parameter's type in the form that the driver sends. */
function sampleOf(schema: unknown): unknown {
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodNumber) return neo4j.int(1);
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodString) return 'x';
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodArray) return [];
  if (schema instanceof z.ZodObject) return Object.fromEntries(Object.entries(schema.shape).map(([name, part]) => [name, sampleOf(part)]));
  if (schema instanceof z.ZodRecord) return {};
  throw new Error(`No sample of a parameter of the type ${schema instanceof z.ZodType ? schema.type : typeof schema}`);
}

test.each(swept)('$name: the server plans it in a session of its mode, and it returns the columns of its row', async ({ statement, params, row }) => {
  const parameters = Object.fromEntries(Object.entries(params.shape).map(([name, schema]) => [name, sampleOf(schema)]));
  const session = driver.session({ defaultAccessMode: statement.mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE });
  try {
    const result = session.run(`EXPLAIN ${statement.text}`, parameters);
    const columns = await result.keys();
    const summary = await result.summary();
    expect(summary.queryType === 'r').toBe(statement.mode === 'READ');
    expect([...columns].sort()).toEqual(fieldsOf(row));
    // The server reports deprecated forms, unknown labels and cartesian products here.
    expect(summary.gqlStatusObjects.filter((status) => status.rawClassification === 'DEPRECATION').map((status) => status.statusDescription)).toEqual([]);
  } finally {
    await session.close();
  }
});
