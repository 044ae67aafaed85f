/** What wants corroboration and voices at a glance, asked of the curated case: the same by hand, at a date, without a voice; and refused above the memory. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { ROUTES } from '../../contract/routes.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import { rolesOf } from '../../domain/figures/roles.ts';
import type { Figures } from '../../domain/model/figures.ts';
import { GAP_KINDS } from '../../domain/model/lists.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import type { Records } from '../../domain/model/records.ts';
import type { Database } from '../../store/connect.ts';
import { listClaims } from '../reading/list-claims.ts';
import { readVoice } from '../reading/read-voice.ts';
import { answeredBy } from '../testing/both-adapters.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { listGaps } from './list-gaps.ts';
import { readVoiceGlance } from './read-voice-glance.ts';
import { readVoiceOverlap } from './read-voice-overlap.ts';

let db: Database;
let memory: Database;
let records: Records;
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  records = curatedCase();
  await storeRecords(db, records);
  memory = answeredBy('resident', db);
});
afterAll(() => db.close());

const AT: Clocks = { published: '2022' };
const standing = (clocks?: Clocks): Figures[] => [...deriveFigures(records, { clocks }).values()].filter(({ visible }) => visible);
const gapsAt = (query: Partial<Parameters<typeof listGaps>[1]['query']> = {}, of = memory) => listGaps(of, { query: { limit: 500, offset: 0, ...query } });

describe('what wants corroboration', () => {
  it('is what the figures say it is, in pages, by reason and dataset, and at a date', async () => {
    for (const clocks of [undefined, AT]) {
      const figures = standing(clocks);
      const found = await gapsAt({ ...clocks });
      expect(ROUTES.listGaps.response.safeParse(found).error).toBeUndefined();
      expect(found.claims).toBe(figures.length);
      expect(found.totals['one-origin']).toBe(figures.filter(({ rank, origins }) => rank >= 0 && origins === 1).length);
      expect(found.totals['one-origin']).toBeGreaterThan(10);
      expect(found.totals['no-origin'] + found.totals.retelling).toBe(figures.filter(({ rank, origins }) => rank >= 0 && origins === 0).length);
      expect(found.totals.parties + found.totals.unclear).toBe(
        figures.filter(({ rank, origins, uninvolvedOrigins }) => rank >= 0 && origins > 0 && uninvolvedOrigins === 0).length,
      );
      const pages = [await gapsAt({ ...clocks, limit: 7 }), await gapsAt({ ...clocks, limit: 7, offset: 7 })];
      expect(pages.flatMap(({ gaps }) => gaps)).toEqual(found.gaps.slice(0, 14));
      for (const kind of GAP_KINDS) {
        const some = await gapsAt({ ...clocks, kinds: [kind] });
        expect([some.total, some.totals]).toEqual([found.totals[kind], found.totals]);
        expect(some.gaps.every(({ reasons }) => reasons.some((reason) => reason.kind === kind))).toBe(true);
      }
    }
    const [dataset] = [...records.datasets.keys()].sort();
    const ofOne = await gapsAt({ datasets: [dataset!] });
    const listed = await listClaims(memory, { body: { filter: { datasets: [dataset!] }, order: 'standing', limit: 1, offset: 0 } });
    expect(ofOne.claims).toBe(listed.total);
    expect(await gapsAt({ datasets: ['nobody'] })).toMatchObject({ gaps: [], total: 0, claims: 0, links: { pairs: 0, links: 0, isComplete: true } });
  });
  it('comes first where it carries links between sponsors and targets; each of these claims names its reasons', async () => {
    const { gaps, links } = await gapsAt();
    const carries = gaps.map((gap) => gap.carries);
    expect(carries).toEqual(carries.toSorted((a, b) => b - a));
    expect(carries[0]).toBeGreaterThan(0);
    expect(Math.max(...carries)).toBeLessThanOrEqual(links.links);
    const roles = rolesOf(records, deriveFigures(records));
    const ends = (role: string) => new Set(roles.filter((entry) => entry.role === role).map(({ entity }) => entity));
    expect([ends('sponsor').size > 0, ends('target').size > 0]).toEqual([true, true]);
    expect(links).toMatchObject({ isComplete: true, searched: links.pairs });
    for (const { reasons } of gaps) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { kind, voices, sources } of reasons) {
        if (kind === 'one-origin') expect(voices.length).toBe(1);
        if (kind === 'parties' || kind === 'unclear') expect(voices.every(({ why }) => why.length > 0)).toBe(true);
        if (kind === 'unread') expect(sources.every(({ id }) => records.sources.get(id)?.seen === false)).toBe(true);
      }
    }
  });
});

describe('a voice at a glance', () => {
  it('carries and is carried as the list of what rests on it says, and disputes what it denies', async () => {
    let [told, certain, accused] = [0, 0, 0];
    for (const id of records.voices.keys()) {
      const glance = await readVoiceGlance(memory, { params: { id }, query: {} });
      expect(ROUTES.readVoiceGlance.response.safeParse(glance).error).toBeUndefined();
      const { carriedBy } = await readVoice(memory, { params: { id }, query: {} });
      expect(glance.carriedBy.map((voice) => voice.id).sort()).toEqual(carriedBy.map((voice) => voice.id).sort());
      for (const one of glance.beside) {
        expect((one.after?.claims ?? 0) + (one.before?.claims ?? 0) + one.sameDay + one.open).toBe(one.claims);
        told += one.claims;
        certain += one.claims - one.open;
        // Whoever is after one has it before him.
        const back = (await readVoiceGlance(memory, { params: { id: one.id }, query: {} })).beside.find((other) => other.id === id);
        expect(back).toMatchObject({ claims: one.claims, sameDay: one.sameDay, open: one.open });
        expect([back?.before, back?.after]).toEqual([one.after, one.before]);
      }
      accused += glance.totals.accusedBy;
    }
    expect([told > 10, certain > 5, accused > 5]).toEqual([true, true, true]);
  });
  it('is refused for a voice that nobody has', async () => {
    await expect(readVoiceGlance(memory, { params: { id: 'nobody-at-all' }, query: {} })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the overlap of voices', () => {
  it('is as long a list of claims as the filter by both of them finds, at any date', async () => {
    for (const clocks of [undefined, AT]) {
      const { voices, pairs, inAll } = await readVoiceOverlap(memory, { query: { ...clocks } });
      expect([voices.length, pairs.length > 0]).toEqual([inAll, true]);
      for (const { a, b, both } of pairs) {
        const filter = { voicesAll: [voices[a]!.id, voices[b]!.id] };
        expect((await listClaims(memory, { body: { filter, clocks, order: 'standing', limit: 1, offset: 0 } })).total).toBe(both);
      }
      for (const { id, claims, alone } of voices) {
        const ask = async (filter: object) => (await listClaims(memory, { body: { filter, clocks, order: 'standing', limit: 1, offset: 0 } })).total;
        expect([await ask({ voices: [id] }), await ask({ voices: [id], originsAtMost: 1 })]).toEqual([claims, alone]);
      }
    }
  });
  it('is without a voice that is struck', async () => {
    const all = await readVoiceOverlap(memory, { query: {} });
    const struck = all.voices[0]!.id;
    const left = await readVoiceOverlap(memory, { query: { withoutVoices: [struck] } });
    expect(left.voices.map(({ id }) => id)).not.toContain(struck);
    expect(left.voices.length).toBeGreaterThan(0);
  });
});

it('is each refused by the name of the limit where the case is not held in memory', async () => {
  const other = answeredBy('in-database', db);
  const limit = { code: 'limit', details: { limit: { name: 'graphMemoryClaims' } } };
  for (const asked of [
    () => gapsAt({}, other),
    () => readVoiceGlance(other, { params: { id: [...records.voices.keys()][0]! }, query: {} }),
    () => readVoiceOverlap(other, { query: {} }),
  ])
    await expect(asked()).rejects.toMatchObject(limit);
});
