/** What holds something up, and who stands between, asked of a small case in the database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { ROUTES } from '../../contract/routes.ts';
import { records as build } from '../../domain/testing/build-records.ts';
import type { Database } from '../../store/connect.ts';
import { readEvidence } from '../reading/read-evidence.ts';
import { answeredBy } from '../testing/both-adapters.ts';
import { emptyDatabase, openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { listBrokers } from './list-brokers.ts';
import { readWhatHolds } from './read-what-holds.ts';
import { tracePaths } from './trace-paths.ts';

let db: Database;
let memory: Database;
/** A state hires a gang, as the court says; a man is of the gang, as paper and agency say, and attempts the plot. */
const records = build({
  voices: [{ id: 'court' }, { id: 'paper' }, { id: 'agency' }],
  sources: [{ id: 'court' }, { id: 'paper' }, { id: 'agency' }],
  entities: (
    [
      ['state', 'Country'],
      ['constructor', 'Gang'],
      ['man', 'Person'],
      ['plot', 'Plot'],
      ['other', 'Person'],
    ] as const
  ).map(([id, type]) => ({ id, type })),
  predicates: [
    { id: 'hired', group: 'sponsorship', accuses: ['subject'], roles: { subject: 'sponsor', object: 'perpetrator' } },
    { id: 'member', group: 'structure' },
    { id: 'attempted', group: 'execution', accuses: ['subject'], roles: { subject: 'perpetrator' } },
  ],
  claims: [
    {
      id: 'hiring',
      subject: 'state',
      predicate: 'hired',
      object: 'constructor',
      in: 'plot',
      citations: [{ source: 'paper', origin: 'court', standing: { level: 'alleged', by: 'other' } }],
    },
    { id: 'membership', subject: 'man', predicate: 'member', object: 'constructor', citations: [{ source: 'paper' }, { source: 'agency' }] },
    { id: 'attempt', subject: 'man', predicate: 'attempted', object: 'plot', citations: [{ source: 'agency' }] },
  ],
});

beforeAll(async () => {
  const opened = await openTestDatabase(testNeo4j());
  db = answeredBy('in-database', opened);
  memory = answeredBy('resident', opened);
  await emptyDatabase(opened);
  await storeRecords(opened, records);
}, 120_000);
afterAll(() => db.close());

const of = { kind: 'trace' as const, from: { ids: ['state'] }, to: { ids: ['plot'] }, switches: {} };
const sets = (list: { struck: { id: string }[]; lost: number; falls: number }[]) =>
  list.map(({ struck, lost, falls }) => [struck.map(({ id }) => id), lost, falls]);

describe('what holds up', () => {
  it('a trace: every claim of its one way, and the voices on each of them', async () => {
    const answer = await readWhatHolds(memory, { body: { of } });
    ROUTES.readWhatHolds.response.parse(answer);
    const [claims, sources, voices] = answer.kinds;
    expect(answer.total).toBe(1);
    expect(sets(claims!.ones)).toEqual([
      [['attempt'], 1, 1],
      [['hiring'], 1, 1],
      [['membership'], 1, 1],
    ]);
    expect(sets(voices!.ones)).toEqual([
      [['agency'], 1, 1],
      [['court'], 1, 1],
      [['paper'], 1, 1],
    ]);
    expect(sources!.twos).toEqual([]);
    expect(voices!.text).toBe('Without any of 3 voices (agency, court and paper) no path is left.');
  });
  it('a claim with two origins: both together', async () => {
    const { kinds } = await readWhatHolds(memory, { body: { of: { kind: 'claim', id: 'membership' } } });
    const voices = kinds.find(({ kind }) => kind === 'voices')!;
    expect([sets(voices.ones), sets(voices.twos)]).toEqual([[], [[['agency', 'paper'], 1, 3]]]);
    expect(voices.text).toBe('No single voice carries all of it. One pair of voices, of which neither does alone, would leave nothing.');
  });
  it('an entity, at the clocks of the view', async () => {
    const { total, kinds } = await readWhatHolds(memory, { body: { of: { kind: 'entity', id: 'man' }, clocks: { without: { voices: ['paper'] } } } });
    expect(total).toBe(2);
    expect(sets(kinds.find(({ kind }) => kind === 'voices')!.ones)).toEqual([[['agency'], 2, 2]]);
  });
  it('is told by the field where there is none, and by the limit where the case does not fit the memory', async () => {
    await expect(readWhatHolds(memory, { body: { of: { kind: 'claim', id: 'nothing' } } })).rejects.toThrow('There is no claim "nothing" in this view.');
    await expect(readWhatHolds(memory, { body: { of: { kind: 'entity', id: 'nobody' } } })).rejects.toThrow('There is no entity "nobody"');
    await expect(readWhatHolds(db, { body: { of } })).rejects.toMatchObject({ code: 'limit', details: { limit: { name: 'graphMemoryClaims' } } });
    await expect(listBrokers(db, { body: { switches: {}, limit: 5 } })).rejects.toMatchObject({ code: 'limit' });
  });
});

describe('without what is struck', () => {
  it('a trace, and what is read, are of the case that is left, and say so', async () => {
    const clocks = { without: { voices: ['court'] } };
    const answer = await tracePaths(memory, { body: { ...of, clocks } });
    expect(answer.linked).toBe(false);
    expect(answer.searched.stated[0]).toBe(
      'What if court had said nothing: this is not the case as it is on record. What rests on what is struck is left out, denials and outcomes included.',
    );
    await expect(readEvidence(memory, { params: { id: 'hiring' }, query: { withoutVoices: ['court'] } })).rejects.toMatchObject({ code: 'not-found' });
    const left = await readEvidence(memory, { params: { id: 'membership' }, query: { withoutSources: ['paper'] } });
    expect([left.claim.origins, left.knowledge]).toEqual([1, expect.stringContaining('if the source “paper” had said nothing')]);
  });
  it('names what nobody has, and is refused where the case does not fit the memory', async () => {
    await expect(tracePaths(memory, { body: { ...of, clocks: { without: { sources: ['nothing'] } } } })).rejects.toThrow(
      '/clocks/without/sources: there is no source "nothing" in this case.',
    );
    await expect(tracePaths(db, { body: { ...of, clocks: { without: { sources: ['paper'] } } } })).rejects.toMatchObject({ code: 'limit' });
  });
});

it('who stands between sponsors and plots is told with the roles on record', async () => {
  const answer = await listBrokers(memory, { body: { switches: {}, limit: 5 } });
  ROUTES.listBrokers.response.parse(answer);
  expect(answer.brokers.map(({ entity, score, pairs }) => [entity.id, score, pairs])).toEqual([
    ['constructor', 1, 1],
    ['man', 1, 1],
  ]);
  expect(answer.brokers[0]!.roles).toEqual([expect.stringContaining('perpetrator')]);
  expect(answer.text).toContain('1 of 1 pair of ends is linked');
});
