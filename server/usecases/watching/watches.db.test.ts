/** Watches on genuine Neo4j: what a later import, edit and redaction changes of an answer, what is not told, and what is refused. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { listWatches as listRoute, saveWatch as saveRoute } from '../../contract/routes/watches.ts';
import { coreFile, demoFile } from '../../domain/testing/curated-demo.ts';
import { setGraphMemory } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { redactDatabase } from '../../store/redacting/redact-database.ts';
import { importFiles } from '../importing/import-files.ts';
import { recomputeStale } from '../importing/recompute-stale.ts';
import { curatedBytes, demoDatabase, editsOf, person } from '../testing/edit-demo.ts';
import { deleteWatch } from './delete-watch.ts';
import { listWatches } from './list-watches.ts';
import { markSeen } from './mark-seen.ts';
import { saveWatch } from './save-watch.ts';

let db: Database;
beforeAll(async () => {
  db = await demoDatabase();
  setGraphMemory(db, 256);
}, 240_000);
afterAll(() => db?.close());

type Question = z.input<typeof saveRoute.body>['question'];
const save = (id: string, question: Question, more: object = {}, limits?: object) =>
  saveWatch(db, { params: { id }, body: saveRoute.body.parse({ title: id, who: 'Ada', question, ...more }) }, undefined, limits);
const list = async (ids?: string[]) => listRoute.response.parse(await listWatches(db, { query: { ids } }));
const one = async (id: string) => (await list([id])).watches[0]!;
const edits = editsOf(() => db);
const refusal = (work: Promise<unknown>) =>
  work.then(() => undefined).catch((error: unknown) => error as { code: string; message: string; details: { limit?: { name: string } } });
const trace = (from: string, to: string): Question => ({ kind: 'trace', from: { ids: [from] }, to: { ids: [to] } });
const met: Question = { kind: 'claims', filter: { predicates: ['met'] } };

/** The demonstration as it is curated later: another meeting, one of which more is known, and a hiring that is charged by now. */
function grown() {
  const demo = demoFile();
  const [reported, charged] = [{ level: 'reported' as const }, { level: 'charged' as const, by: 'moj', case: 'case-1' }];
  const claims = demo.claims.map((claim) => {
    if (claim.id === 'c6') return { ...claim, citations: [{ locator: { paragraph: 8 }, paraphrase: 'They met.', standing: reported }] };
    if (claim.id !== 'c1') return claim;
    return { ...claim, citations: [...claim.citations, { locator: { paragraph: 31 }, paraphrase: 'Charged with it.', standing: charged }] };
  });
  const meeting = {
    id: 'c7',
    subject: 'go-between',
    predicate: 'met',
    object: 'someone',
    citations: [{ locator: { paragraph: 9 }, paraphrase: 'Both met.', standing: reported }],
  };
  return { ...demo, claims: [...claims, meeting] };
}
const bring = async (content: ReturnType<typeof grown>) => {
  const files = [curatedBytes('core', coreFile()), curatedBytes('demo', content)];
  expect((await importFiles(db, { files, dryRun: false, prune: false, overwrite: true, who: 'test' })).outcome).toBe('done');
};

describe('watches', { timeout: 120_000 }, () => {
  it('say nothing where nothing was recorded since, nor where an edit changes nothing they ask for', async () => {
    await save('path', trace('ivan', 'someone'));
    await save('meetings', met);
    await save('firm', { kind: 'claims', filter: { predicates: ['hired'], standingAtLeast: 'charged' } });
    await save('who', { kind: 'roles', plots: ['plot'] });
    expect((await list()).watches.map(({ id, state }) => [id, state])).toEqual([
      ['firm', 'same'],
      ['meetings', 'same'],
      ['path', 'same'],
      ['who', 'same'],
    ]);
    const { asOf, revision } = await list();
    await edits.commit({ records: { entities: [person('stranger', 'Otto Stranger')] } });
    const later = await list();
    expect(later.asOf > asOf && later.revision > revision).toBe(true);
    expect(later.watches.map(({ state }) => state)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('tell what a later import changes: paths with their weakest hop, claims in words, roles', async () => {
    await bring(grown());
    const path = await one('path');
    expect(path).toMatchObject({ state: 'changed', change: { before: 0, after: 1, gained: 1, lost: 0, changed: 0 } });
    expect(path.change?.paths?.gained).toMatchObject([{ entities: ['ivan', 'go-between', 'someone'], claims: ['c1', 'c7'], weakest: { level: 'charged' } }]);
    const meetings = await one('meetings');
    expect(meetings.change).toMatchObject({ before: 1, after: 2, gained: 1, lost: 0, changed: 1 });
    expect(meetings.change?.claims?.gained).toMatchObject([{ id: 'c7', kind: 'gained', after: { level: 'reported' } }]);
    expect(meetings.change?.claims?.changed).toMatchObject([{ id: 'c6', kind: 'changed', before: { level: 'unstated' }, after: { level: 'reported' } }]);
    // One that the case had before, and that only now is as firm as is asked for.
    expect((await one('firm')).change?.claims?.gained).toMatchObject([{ id: 'c1', before: { level: 'alleged' }, after: { level: 'charged' } }]);
    const who = (await one('who')).change;
    expect(who).toMatchObject({ gained: 0, lost: 0 });
    expect(who?.roles?.changed.find(({ entity }) => entity.id === 'sylvania')).toMatchObject({
      role: 'sponsor',
      level: 'charged',
      was: expect.stringMatching(/alleged/),
    });
  });

  it('are the same once they are marked as seen, however late that reaches the server', async () => {
    const { asOf } = await list();
    const [cited] = grown().claims.at(-1)!.citations;
    const againMet = { ...grown().claims.at(-1)!, id: 'c8', occasion: 'again', citations: [{ ...cited!, source: 'daily' }] };
    await edits.commit({ records: { claims: [againMet] } });
    expect(await markSeen(db, { params: { id: 'meetings' }, body: { until: asOf } })).toMatchObject({ id: 'meetings', seen: asOf, version: 1 });
    // What was recorded while the answer was read is still told.
    expect((await one('meetings')).change).toMatchObject({ gained: 1, lost: 0, changed: 0, claims: { gained: [{ id: 'c8' }] } });
    await markSeen(db, { params: { id: 'meetings' }, body: { until: (await list()).asOf } });
    expect(await one('meetings')).not.toHaveProperty('change');
    await edits.commit({ remove: [{ kind: 'claim', id: 'c8' }] });
    expect((await one('meetings')).change).toMatchObject({ gained: 0, lost: 1, claims: { lost: [{ id: 'c8', kind: 'lost' }] } });
  });

  it('tell which claims want corroboration only now, for other reasons, or no longer, and why', async () => {
    const lacking: Question = { kind: 'gaps', kinds: ['one-origin'] };
    const seen = async () => markSeen(db, { params: { id: 'lacking' }, body: { until: (await list()).asOf } });
    const told = async () => (await one('lacking')).change;
    const [cited] = grown().claims.at(-1)!.citations;
    const readIn = (...sources: string[]) =>
      edits.commit({
        records: { claims: [{ ...grown().claims.at(-1)!, id: 'c9', occasion: 'third', citations: sources.map((source) => ({ ...cited!, source })) }] },
      });
    const oneOrigin = (id: string) => ({ kind: 'one-origin', voices: [expect.objectContaining({ id })] });
    await save('lacking', lacking);
    await save('elsewhere', { ...lacking, datasets: ['constructor'] });
    await readIn('daily');
    expect(await told()).toMatchObject({
      gained: 1,
      lost: 0,
      changed: 0,
      gaps: { gained: [{ id: 'c9', was: [], reasons: [oneOrigin('newsroom')], after: { level: 'reported', origins: 1 } }] },
    });
    await seen();
    await readIn('daily', 'papers');
    const known = await told();
    expect(known).toMatchObject({ gained: 0, lost: 1, changed: 0, gaps: { lost: [{ id: 'c9', reasons: [], before: { origins: 1 }, after: { origins: 2 } }] } });
    expect(known!.gaps!.lost[0]!.told.length).toBeGreaterThan(0);
    const { citations } = await db.read(loadAllRecords);
    const ofDaily = citations.get('c9')!.find(({ source }) => source === 'daily')!;
    await edits.commit({ remove: [{ kind: 'citation', id: ofDaily.id }] });
    expect(await told()).toMatchObject({ gained: 0, lost: 0, changed: 1, gaps: { changed: [{ id: 'c9', was: [oneOrigin('newsroom')] }] } });
    expect((await told())!.gaps!.changed[0]!.reasons).toEqual(
      expect.arrayContaining([expect.objectContaining(oneOrigin('justice')), expect.objectContaining({ kind: 'unread' })]),
    );
    await edits.commit({ remove: [{ kind: 'claim', id: 'c9' }] });
    // What is not there any more lacks nothing, and is told as it was.
    expect((await told())!.gaps!.lost[0]).toMatchObject({ id: 'c9', kind: 'lost', before: { origins: 1 } });
    expect((await told())!.gaps!.lost[0]).not.toHaveProperty('after');
    expect((await one('elsewhere')).state).toBe('same');
    for (const id of ['lacking', 'elsewhere']) await deleteWatch(db, { params: { id } });
  });

  it('keep what was seen under another title, and have seen nothing of another question', async () => {
    const before = await one('path');
    expect(await save('path', before.question, { title: 'Another title', version: before.version })).toMatchObject({ seen: before.seen, version: 2 });
    expect((await one('path')).state).toBe('changed');
    expect((await save('path', trace('ivan', 'plot'))).seen).toBe((await list()).asOf);
  });

  it('refuse what nobody can have seen, what was written in between, and what is not there', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect(await refusal(markSeen(db, { params: { id: 'path' }, body: { until } }))).toMatchObject({ code: 'refused' });
    expect(await refusal(save('later', met, { seen: until }))).toMatchObject({ code: 'refused' });
    expect(await refusal(save('path', met, { version: 1 }))).toMatchObject({ code: 'conflict' });
    expect(await refusal(save('new', met, { version: 3 }))).toMatchObject({ code: 'conflict' });
    expect(await refusal(markSeen(db, { params: { id: 'nobody' }, body: { until: (await list()).asOf } }))).toMatchObject({ code: 'not-found' });
    expect(await refusal(deleteWatch(db, { params: { id: 'nobody' } }))).toMatchObject({ code: 'not-found' });
    for (const wrong of [
      { title: 'A', who: 'Ada', question: { kind: 'claims', filter: {}, clocks: { recorded: '2020' } } },
      { title: '', who: 'Ada', question: met },
      { title: 'A', who: '', question: met },
      { title: 'A', who: 'Ada', question: { kind: 'trace', from: {}, to: { ids: ['ivan'] } } },
      { title: 'A', who: 'Ada', question: met, seen: 'yesterday' },
    ])
      expect(saveRoute.body.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  });

  it('that cannot be asked any more say why, and keep no other from being asked', async () => {
    const early = (await one('who')).seen;
    await save('gone', trace('ivan', 'nobody-at-all'), { seen: early });
    await save('set', { kind: 'trace', from: { savedSet: 'no-such-set' }, to: { ids: ['ivan'] } }, { seen: early });
    const { watches } = await list();
    const stateOf = (id: string) => watches.find((watch) => watch.id === id);
    expect(stateOf('gone')).toMatchObject({ state: 'failed', reason: expect.stringContaining('nobody-at-all') });
    expect(stateOf('set')).toMatchObject({ state: 'failed', reason: expect.stringContaining('no-such-set') });
    expect(stateOf('who')).toMatchObject({ state: 'changed' });
    for (const id of ['gone', 'set']) await deleteWatch(db, { params: { id } });
    expect((await list()).watches.map(({ id }) => id)).not.toContain('gone');
  });

  it('are bounded in number, characters and time, and say for which there was none', async () => {
    expect(await refusal(save('more', met, {}, { watches: 4 }))).toMatchObject({ code: 'limit', details: { limit: { name: 'watches' } } });
    expect(await refusal(save('more', met, {}, { watchCharacters: 100 }))).toMatchObject({ code: 'limit', details: { limit: { name: 'watchCharacters' } } });
    const none = listRoute.response.parse(await listWatches(db, { query: {} }, undefined, { watchesMs: -1 }));
    const [left, same] = [none.watches.filter(({ state }) => state === 'not-asked'), none.watches.filter(({ state }) => state === 'same')];
    expect([left.length, same.length]).toEqual([none.notAsked, none.watches.length - none.notAsked]);
    expect(left.length).toBeGreaterThan(0);
    setGraphMemory(db, 0);
    try {
      expect(await one('who')).toMatchObject({ state: 'failed', reason: expect.stringContaining('ATTEST_GRAPH_MEMORY') });
    } finally {
      setGraphMemory(db, 256);
    }
  });

  it('name nobody who was redacted, and do not tell the redaction as a change', async () => {
    await save('about-ivan', { kind: 'claims', filter: { entities: ['ivan'] } }, { title: 'What is said of Ivan', who: 'Ada' });
    await save('to-ivan', trace('sylvania', 'ivan'));
    const { revision } = await db.ready();
    await redactDatabase(db, { entity: 'ivan', salt: 'salt', operation: randomUUID(), who: 'Ada', why: 'a test', expected: revision });
    await recomputeStale(db);
    const { watches } = await list();
    expect(JSON.stringify(watches)).not.toMatch(/ivan/i);
    const told = watches.filter(({ title }) => title.startsWith('What is said of'));
    expect(told).toMatchObject([{ state: 'same', question: { kind: 'claims', filter: { entities: [expect.stringMatching(/^redacted-/)] } } }]);
    const traced = watches.find(({ question }) => question.kind === 'trace' && question.from.ids?.[0] === 'sylvania');
    expect(traced).toMatchObject({ state: 'same' });
  });
});
