/** Both adapters of the graph give one answer to every question, on random cases with every kind of dispute. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../test-support/test-neo4j.ts';
import { applyDelta } from '../domain/importing/apply-delta.ts';
import type { Delta } from '../domain/importing/change-plan.ts';
import { arbitraryChanges, deltaTowards, type ChangeCase } from '../store/testing/arbitrary-changes.ts';
import { change, putAll } from '../store/testing/change-database.ts';
import { emptyRecords } from '../domain/model/empty-records.ts';
import type { Clocks } from '../domain/model/questions.ts';
import type { Records } from '../domain/model/records.ts';
import { arbitraryRecords } from '../domain/testing/arbitrary-records.ts';
import type { Database } from '../store/connect.ts';
import { answeredBy } from '../usecases/testing/both-adapters.ts';
import { curatedCase } from '../usecases/testing/curated-case.ts';
import { emptyDatabase, openTestDatabase, storeRecords } from '../usecases/testing/store-records.ts';
import { askEverything, differences, type Answers } from './contract.ts';
import type { Graph } from './graph.ts';
import { readGraph } from './open-graph.ts';

/** Cases stored side by side in one database, so that a run of many is quick; the whole of them is a case too. */
const CASES = Number(process.env.ATTEST_CONTRACT_CASES ?? 50);
/** Of the run: a printed seed runs its cases again. */
const SEED = Number(process.env.ATTEST_SEED ?? Math.floor(Math.random() * 0x7fff_ffff));
const SIDE_BY_SIDE = CASES > 50 ? 100 : 50;

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
});
afterAll(() => db.close());

function sideBySide(cases: readonly Records[]): Records {
  const all = emptyRecords();
  const add = <T>(into: Map<string, T>, from: ReadonlyMap<string, T>) => from.forEach((value, key) => into.set(key, value));
  for (const one of cases) {
    add(all.datasets, one.datasets);
    add(all.voices, one.voices);
    add(all.sources, one.sources);
    add(all.entities, one.entities);
    add(all.predicates, one.predicates);
    add(all.claims, one.claims);
    add(all.citations, one.citations);
    add(all.questions, one.questions);
    all.rivals.push(...one.rivals);
    all.identities.push(...one.identities);
  }
  return all;
}

/** Dates that hide something of most cases: the clocks together, each alone, and firm. One of them a case in turn. */
const DATES: readonly Clocks[] = [
  { happened: '2019', published: '2020' },
  { happened: '2018' },
  { published: '2019' },
  { happened: '2018-12-31', firmOnly: true },
];
/** Before anything of the curated case was published: nobody may be called by a name that was printed later. */
const BEFORE_IT_WAS_TOLD: Clocks = { happened: '2010', published: '1999' };
/** Asked of the whole case: at a date the database refuses it by the limit's name. */
const WHOLE_CASE = /^(sources|voices|totals|entity counts|predicates|of type .*|hops .*|search for everybody .*|what is said .*)$/;

/** What the answers must be where whatever is asked of the whole case is refused. */
const withRefusals = (answers: Answers): Answers =>
  new Map([...answers].map(([question, answer]) => [question, WHOLE_CASE.test(question) ? { refused: 'limit' } : answer]));

/** A date that hides nothing: what it shows is what no date shows. */
const HIDES_NOTHING = { published: '9999' };

const certain = (caveats: unknown) => (caveats as unknown[]).filter((one) => !JSON.stringify(one).includes('undated or may be later'));

/** A trace says first as of when it is told. */
const AS_OF =
  /"(?:As of what was published by the end of 9999|What is undated or may be later is kept)\.",?|As of what was published by the end of 9999\. What is undated or may be later is kept\. ?/g;

/** An answer in words and the lines beside it say the date, and what may be later, in other words than where there is none. */
const withoutDate = (text: string): string =>
  text
    .replace(AS_OF, '')
    .replaceAll(', as published by the end of 9999', '')
    .replace(/As published by the end of 9999: (.)/g, (_, first: string) => first.toUpperCase())
    .replace(/Told as published by the end of 9999; [^.]* is kept\. How far the records go is/g, 'How far this is told is')
    .replace(/Told as published by the end of 9999; [^.]* is kept\. The records are told/g, 'As told')
    .replace(/; (?:it|its only hop|\S+ of (?:them|its hops)) (?:is|are) undated or may be later than the view/g, '')
    .replace(/(source on this matter: [^;.]*); no outcome after it was looked for\./g, '$1.')
    .replace(/ \(published (?:(?!published ).)*?, perhaps later than the end of 9999\)/g, '')
    .replace(/, published (?:(?!published ).)*?, perhaps later than the end of 9999/g, '')
    .replaceAll('in the sources here published by the end of 9999', 'on record in these sources');

const withoutUncertainty = (answers: Answers): Answers =>
  new Map(
    [...answers].map(([question, answer]) => [
      question,
      JSON.parse(
        withoutDate(
          JSON.stringify(answer, (key, value: unknown) =>
            key === 'uncertain' || key === 'isPerhapsLater' ? undefined : key === 'caveats' || key === 'marked' ? certain(value) : value,
          ),
        ),
      ),
    ]),
  );

/** Empties the database, stores the records, and asks both adapters anew: what is taken away without a change set, nobody in memory hears of. */
async function expectOneAnswer(records: Records, asked: Parameters<typeof askEverything>[2], dates: readonly Clocks[]): Promise<void> {
  await emptyDatabase(db);
  await storeRecords(db, records);
  const inDatabase = answeredBy('in-database', db);
  const resident = answeredBy('resident', db);
  const [stored, derived, dated] = [
    await askEverything((work) => readGraph(inDatabase, undefined, work), records, asked),
    await askEverything((work) => readGraph(resident, undefined, work), records, asked),
    await askEverything((work) => readGraph(resident, HIDES_NOTHING, work), records, asked),
  ];
  expect(stored.size).toBeGreaterThan(100);
  expect(differences(stored, derived).slice(0, 20)).toEqual([]);
  // What has no date of its own stays uncertain at any date; nothing else may differ.
  expect(differences(withoutUncertainty(dated), withoutUncertainty(derived)).slice(0, 20)).toEqual([]);
  const few = { most: 5, orders: ['origins'] as const };
  for (const clocks of dates) {
    const [ofPart, ofAll] = [
      await askEverything((work) => readGraph(inDatabase, clocks, work), records, few),
      await askEverything((work) => readGraph(resident, clocks, work), records, few),
    ];
    expect({ clocks, differences: differences(ofPart, withRefusals(ofAll)).slice(0, 20) }).toEqual({ clocks, differences: [] });
  }
}

/** As recorded at a date the database also refuses what is exported, and the questions of the case. */
const WHOLE_CASE_THEN = new RegExp(`${WHOLE_CASE.source}|^(questions|a piece of .*|the dataset .*)$`);

const PAST_CASES = CASES > 50 ? 6 : 1;
const CHANGES = 2;

/** A case that was changed several times, each time on another day: asked as it was recorded after each change but the last. */
async function expectOneAnswerThen({ start, changes }: ChangeCase): Promise<void> {
  await emptyDatabase(db);
  let now = start;
  const states: { day: string; records: Records }[] = [];
  const commit = async (delta: Delta) => {
    const day = `2026-01-0${states.length + 1}`;
    await change(db, delta, { at: `${day}T00:00:00.000Z` });
    now = applyDelta(now, delta);
    states.push({ day, records: now });
  };
  await commit(putAll(start));
  for (const step of changes) await commit(deltaTowards(now, step));
  const inDatabase = answeredBy('in-database', db);
  const resident = answeredBy('resident', db);
  for (const [i, { day, records }] of states.slice(0, -1).entries()) {
    const clocks: Clocks = { recorded: day, ...(i % 2 === 0 ? {} : { published: '2019', happened: '2019' }) };
    // Asked about what was there then, or about what is there now, in turn.
    const asked = i % 2 === 0 ? records : now;
    const few = { most: 4, orders: ['origins'] as const };
    const ofPart = await askEverything((work) => readGraph(inDatabase, clocks, work), asked, few);
    const ofAll = await askEverything((work) => readGraph(resident, clocks, work), asked, few);
    const expected = new Map([...ofAll].map(([question, answer]) => [question, WHOLE_CASE_THEN.test(question) ? { refused: 'limit' } : answer]));
    expect({ clocks, differences: differences(ofPart, expected).slice(0, 8) }).toEqual({ clocks, differences: [] });
  }
}

describe('the two adapters of the graph', { timeout: 1_200_000 }, () => {
  it('give one answer to every question about the curated case', async () => {
    await expectOneAnswer(curatedCase(), { most: 5, orders: ['origins'] }, [BEFORE_IT_WAS_TOLD]);
  });

  it(`give one answer to every question as ${PAST_CASES} changed cases were recorded (seed ${SEED})`, async () => {
    for (const sample of fc.sample(arbitraryChanges(CHANGES), { numRuns: PAST_CASES, seed: SEED })) await expectOneAnswerThen(sample);
  });

  it('are told apart by one figure more or less, in whatever question', async () => {
    const records = fc.sample(arbitraryRecords({ prefix: 'planted-' }), { seed: 7, numRuns: 1 })[0] ?? emptyRecords();
    await emptyDatabase(db);
    await storeRecords(db, records);
    const resident = answeredBy('resident', db);
    const read = <R>(work: (graph: Graph) => Promise<R>) => readGraph(resident, undefined, work);
    const honest = await askEverything(read, records);
    const planted: ((graph: Graph) => Graph)[] = [
      (graph) => ({ ...graph, around: async (...of) => graph.around(...of).then((page) => ({ ...page, total: page.total + 1 })) }),
      (graph) => ({
        ...graph,
        voices: async () => graph.voices().then(({ voices, ctx }) => ({ voices: voices.map((one) => ({ ...one, alone: one.alone + 1 })), ctx })),
      }),
      (graph) => ({
        ...graph,
        hops: async (of) => graph.hops(of).then((found) => ({ ...found, search: { ...found.search, entitiesSeen: found.search.entitiesSeen + 1 } })),
      }),
      (graph) => ({ ...graph, claims: async (...of) => graph.claims(...of).then((page) => ({ ...page, claims: page.claims.toReversed() })) }),
    ];
    for (const plant of planted) {
      const other = await askEverything((work) => read((graph) => work(plant(graph))), records);
      expect(differences(honest, other).length).toBeGreaterThan(0);
    }
    expect(differences(honest, await askEverything(read, records))).toEqual([]);
  });

  for (let first = 0; first < CASES; first += SIDE_BY_SIDE) {
    const seed = SEED + first;
    const count = Math.min(SIDE_BY_SIDE, CASES - first);
    it(`give one answer to every question about ${count} random cases (seed ${seed})`, async () => {
      process.stdout.write(`contract of the graph: seed ${seed}\n`);
      const cases = Array.from(
        { length: count },
        (_, i) => fc.sample(arbitraryRecords({ prefix: `r${i}-` }), { seed: seed + i, numRuns: 1 })[0] ?? emptyRecords(),
      );
      await expectOneAnswer(sideBySide(cases), { most: CASES > 50 ? 50 : 30 }, [DATES[seed % DATES.length]!]);
    });
  }
});
