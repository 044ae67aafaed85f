/** What a panel lists below the drawing, for there is nothing to draw of it, stands in one order whichever adapter is asked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { records } from '../domain/testing/build-records.ts';
import type { Database } from '../store/connect.ts';
import { ADAPTERS, answeredBy } from '../usecases/testing/both-adapters.ts';
import { openTestDatabase, storeRecords } from '../usecases/testing/store-records.ts';
import { readGraph } from './open-graph.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  await storeRecords(
    db,
    records({
      voices: [{ id: 'paper' }],
      sources: [{ id: 'report', voice: 'paper', published: '2019' }],
      entities: { man: 'Person' },
      predicates: [{ id: 'described-as', group: 'statement' }],
      claims: [
        { id: 'a-alleged', predicate: 'described-as', subject: 'man', object: { text: 'a courier', lang: 'en' }, citations: [{ source: 'report' }] },
        {
          id: 'b-convicted',
          predicate: 'described-as',
          subject: 'man',
          object: { text: 'a forger', lang: 'en' },
          citations: [{ source: 'report', standing: { level: 'convicted', by: 'court' } }],
        },
      ],
    }),
  );
});
afterAll(() => db.close());

test.each(ADAPTERS)('claims that have no line are told in the order of their ids, the firmer one after the other (%s)', async (adapter) => {
  const { lineless } = await readGraph(answeredBy(adapter, db), undefined, (graph) => graph.neighbours('man'));
  expect(lineless.map(({ claim }) => claim)).toEqual(['a-alleged', 'b-convicted']);
});
