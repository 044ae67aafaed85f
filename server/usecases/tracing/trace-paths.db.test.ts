/** A trace in the database finds what the domain finds in the whole graph, and says what it did not search. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { ROUTES } from '../../contract/routes.ts';
import { findPaths } from '../../domain/tracing/find-paths.ts';
import { WITHHELD_GROUPS, WITHHELD_TYPES, type EntityType } from '../../domain/model/lists.ts';
import type { Records } from '../../domain/model/records.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { rankPaths } from '../../domain/tracing/rank-paths.ts';
import { records as build, type ClaimBrief } from '../../domain/testing/build-records.ts';
import { traceGraph } from '../../domain/tracing/trace-graph.ts';
import { effectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import type { Database } from '../../store/connect.ts';
import { buildViewState, type ViewState } from '../../graph/resident/view-state.ts';
import { answeredBy } from '../testing/both-adapters.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { emptyDatabase, openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { saveSet } from '../keeping/save-set.ts';
import { tracePaths } from './trace-paths.ts';

/** A database that answers from the stored figures. */
let db: Database;
/** A database that answers as the domain derives, in memory: at any clock. */
let memory: Database;
beforeAll(async () => {
  const opened = await openTestDatabase(testNeo4j());
  db = answeredBy('in-database', opened);
  memory = answeredBy('resident', opened);
});
afterAll(() => db.close());

/** The paths and common-body paths that the domain finds in the whole graph. */
function foundInMemory(state: ViewState, from: string[], to: string[], switches: TraceSwitches) {
  const types = (ids: string[]) => ids.flatMap((id) => state.records.entities.get(id)?.type ?? []);
  const effective = effectiveSwitches(switches, types(from), types(to));
  const graph = traceGraph(state.records, state.figures);
  const found = findPaths(graph, from, to, effective);
  const { paths, commonBody } = rankPaths(found.paths, graph, effective, { from, to });
  return {
    paths: paths.map((path) => path.hops.map((hop) => `${hop.from} ${hop.best} ${hop.to}`)),
    commonBody: commonBody.map((path) => path.entities.join(' ')),
    isComplete: !found.stoppedAtLimit && paths.length <= 200 && commonBody.length <= 20,
  };
}
async function foundInDatabase(from: string[], to: string[], switches: TraceSwitches) {
  const answer = await tracePaths(db, { body: { from: { ids: from }, to: { ids: to }, switches } });
  const parsed = ROUTES.tracePaths.response.safeParse(JSON.parse(JSON.stringify(answer)));
  if (!parsed.success) expect.fail(z.prettifyError(parsed.error));
  return {
    paths: answer.paths.map((path) => path.hops.map((hop) => `${hop.from} ${hop.best} ${hop.to}`)),
    commonBody: answer.commonBody.map((path) => path.entities.join(' ')),
    isComplete: !answer.searched.stoppedAtLimit,
  };
}
async function stored(records: Records): Promise<ViewState> {
  await emptyDatabase(db);
  return buildViewState(records, await storeRecords(db, records), {});
}

const someSwitches = fc.record(
  {
    throughTypes: fc.subarray([...WITHHELD_TYPES]),
    throughGeneric: fc.boolean(),
    groups: fc.subarray([...WITHHELD_GROUPS]),
    degreeLimit: fc.integer({ min: 1, max: 12 }),
    maxHops: fc.integer({ min: 1, max: 5 }),
    slack: fc.integer({ min: 0, max: 2 }),
    order: fc.constantFrom('weakest-hop' as const, 'hops' as const),
    standingAtLeast: fc.constantFrom('unstated' as const, 'alleged' as const, 'charged' as const),
    uninvolvedAtLeast: fc.integer({ min: 0, max: 1 }),
  },
  { requiredKeys: [] },
);

const TYPES: EntityType[] = ['Person', 'Gang', 'Agency', 'Organization', 'Country', 'Place', 'Case', 'Plot'];
const randomCase = fc.record({
  types: fc.array(fc.constantFrom(...TYPES), { minLength: 8, maxLength: 14 }),
  generic: fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 2 }),
  claims: fc.array(
    fc.record({
      subject: fc.integer({ min: 0, max: 13 }),
      object: fc.integer({ min: 0, max: 13 }),
      via: fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 1 }),
      predicate: fc.constantFrom('hired', 'met', 'part-of', 'tried-in', 'lives-in'),
      level: fc.constantFrom('reported' as const, 'alleged' as const, 'confirmed' as const),
    }),
    { minLength: 12, maxLength: 30 },
  ),
});

function caseOf({
  types,
  generic,
  claims,
}: {
  types: EntityType[];
  generic: number[];
  claims: { subject: number; object: number; via: number[]; predicate: string; level: 'reported' | 'alleged' | 'confirmed' }[];
}): Records {
  const id = (n: number) => `e${n % types.length}`;
  const briefs = claims.map(({ subject, object, via, predicate, level }, n): ClaimBrief => {
    const by = level === 'reported' ? {} : { by: id(0) };
    return {
      id: `c${n}`,
      subject: id(subject),
      object: id(object),
      via: via.map(id),
      predicate,
      occasion: `${n}`,
      citations: [{ standing: { level, ...by } }],
    };
  });
  return build({
    voices: [{ id: 'paper' }],
    entities: types.map((type, n) => ({ id: `e${n}`, type, generic: generic.includes(n) })),
    predicates: [
      { id: 'hired', group: 'sponsorship' },
      { id: 'met', group: 'association' },
      { id: 'part-of', group: 'structure', within: true },
      { id: 'tried-in', group: 'justice' },
      { id: 'lives-in', group: 'geography' },
    ],
    claims: briefs,
  });
}

describe('a trace in the database', () => {
  it('finds in random graphs what the domain finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCase,
        fc.array(fc.tuple(fc.subarray([0, 1, 2, 3], { minLength: 1 }), fc.subarray([2, 3, 4, 5, 6], { minLength: 1 }), someSwitches), {
          minLength: 6,
          maxLength: 6,
        }),
        async (random, traces) => {
          const state = await stored(caseOf(random));
          for (const [from, to, switches] of traces) {
            const ids = (numbers: number[]) => numbers.map((n) => `e${n}`);
            expect(await foundInDatabase(ids(from), ids(to), switches)).toEqual(foundInMemory(state, ids(from), ids(to), switches));
          }
        },
      ),
      { numRuns: 6, verbose: true, endOnFailure: true },
    );
  }, 240_000);

  describe('of the curated case', () => {
    let state: ViewState;
    beforeAll(async () => {
      state = await stored(curatedCase());
    });

    it('finds between any entities what the domain finds', async () => {
      const ids = [...state.records.entities.keys()];
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(ids, { minLength: 1, maxLength: 3 }),
          fc.subarray(ids, { minLength: 1, maxLength: 3 }),
          someSwitches,
          async (from, to, switches) => {
            const stored = await foundInDatabase(from, to, switches);
            const derived = foundInMemory(state, from, to, switches);
            if (derived.isComplete && stored.isComplete) expect(stored).toEqual(derived);
            else expect(stored.isComplete).toBe(false);
          },
        ),
        { numRuns: 40, verbose: true, endOnFailure: true },
      );
    }, 240_000);

    it('gives the same at a clock that hides nothing, and says at which date', async () => {
      const body = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] }, switches: {} };
      const now = await tracePaths(db, { body });
      const later = await tracePaths(memory, { body: { ...body, clocks: { published: '2100' } } });
      expect(now.linked).toBe(true);
      // Only the title and the closing lines speak of the date.
      const toldAlike = ({ prose, title: _title, ...path }: (typeof now.paths)[number]) => ({
        ...path,
        prose: { ...prose, closing: prose.closing.slice(0, 1) },
      });
      expect(later.paths.map(({ title }) => title)).toEqual(now.paths.map(({ title }) => `${title}, as published by the end of 2100`));
      expect(later.paths.map(toldAlike)).toEqual(now.paths.map(toldAlike));
      for (const { prose } of later.paths) expect(prose.closing.at(-1)).toMatch(/^Told as published by the end of 2100;/);
    });

    it('tells each hop with its footnotes and names the weakest hop', async () => {
      const body = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] }, switches: {} };
      const { paths } = await tracePaths(db, { body });
      for (const { hops, prose, weakest } of paths) {
        expect(prose.sentences.length).toBe(hops.length);
        expect(prose.sentences.every((sentence) => sentence.footnotes.length > 0)).toBe(true);
        expect(prose.sentences.findIndex((sentence) => sentence.weakest)).toBe(weakest.hop);
      }
    });

    it('resolves a role and a type to their entities', async () => {
      const body = { from: { role: 'intermediary' as const }, to: { role: 'sponsor' as const }, switches: {} };
      const answer = await tracePaths(db, { body });
      expect(answer.searched.from.length).toBeGreaterThan(0);
      expect(answer.searched.to.map((end) => end.name)).toContain('Iran');
    });

    it('says what was searched where there is no link', async () => {
      const body = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] }, switches: { standingAtLeast: 'convicted' as const } };
      const { linked, searched } = await tracePaths(db, { body });
      expect(linked).toBe(false);
      expect(searched.text).toMatch(/up to 6 hops.*Not linked within what was searched/s);
      expect(searched.stated).toContain('Only claims that stand at “convicted” or higher count as hops.');
    });

    it('says at which dates it searched where there is no link', async () => {
      const body = { from: { ids: ['rafat-amirov'] }, to: { ids: ['masih-alinejad'] }, switches: {}, clocks: { published: '2000', firmOnly: true } };
      const { linked, searched } = await tracePaths(memory, { body });
      expect(linked).toBe(false);
      expect(searched.stated).toEqual(expect.arrayContaining(['As of what was published by the end of 2000.', 'What is undated or may be later is left out.']));
      expect(searched.text).toMatch(/As of what was published by the end of 2000\..*Not linked within what was searched/s);
    });

    it('says who is on both sides, what a saved set has lost, and which side is empty', async () => {
      await saveSet(db, { params: { id: 'lost' }, body: { name: 'Lost', ids: ['rafat-amirov', 'nobody-any-more'] } });
      const body = { from: { savedSet: 'lost' }, to: { ids: ['rafat-amirov', 'masih-alinejad'] }, switches: {} };
      for (const clocks of [undefined, { published: '2100' }]) {
        const { searched } = await tracePaths(clocks ? memory : db, { body: { ...body, ...(clocks ? { clocks } : {}) } });
        expect(searched.text).toMatch(/On both sides stands .*Amirov/);
        expect(searched.text).toContain('1 entity of a saved set is no longer on record: nobody-any-more.');
      }
      await saveSet(db, { params: { id: 'lost' }, body: { name: 'Lost', ids: ['nobody-any-more'] } });
      const { linked, searched } = await tracePaths(db, { body });
      expect(linked).toBe(false);
      expect(searched.text).toContain('No entity stands on the side to start from.');
    });

    it('refuses an unknown end by its id', async () => {
      const body = { from: { ids: ['no-such-person'] }, to: { ids: ['iran'] }, switches: {} };
      await expect(tracePaths(db, { body })).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});
