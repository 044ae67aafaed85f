/** At the clocks of a view every read answers from what was visible then, in the shape of its contract. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ofWholeCaseAtADate, toAskAtADate } from '../../../test-support/graph-memory.ts';
import { testNeo4j } from '../../../test-support/test-neo4j.ts';
import { ROUTES } from '../../contract/routes.ts';
import { buildViewState, type ViewState } from '../../graph/resident/view-state.ts';
import type { Database } from '../../store/connect.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { openTestDatabase, storeRecords } from '../testing/store-records.ts';
import { expandEntity } from './expand-entity.ts';
import { listClaims } from './list-claims.ts';
import { listRoles } from './list-roles.ts';
import { listSources } from './list-sources.ts';
import { listVoices } from './list-voices.ts';
import { readEntity } from './read-entity.ts';
import { readEvidence } from './read-evidence.ts';
import { readSource } from './read-source.ts';
import { readStats } from './read-stats.ts';
import { readSubgraph } from './read-subgraph.ts';
import { readVoice } from './read-voice.ts';
import { searchEntities } from './search-entities.ts';
import { summarizeNeighbours } from './summarize-neighbours.ts';

let db: Database;
/** What the domain derives at two dates. */
let derived: { now: ViewState; early: ViewState };
/** A date that hides nothing. `EARLY` is before anything was published. */
const NOW = { published: '2100' };
const EARLY = { published: '2000' };
beforeAll(async () => {
  db = await openTestDatabase(testNeo4j());
  const records = curatedCase();
  const revision = await storeRecords(db, records);
  derived = { now: buildViewState(records, revision, NOW), early: buildViewState(records, revision, EARLY) };
});
afterAll(() => db.close());
const conforms = (schema: z.ZodType, answer: unknown) => {
  const parsed = schema.safeParse(JSON.parse(JSON.stringify(answer)));
  if (!parsed.success) expect.fail(z.prettifyError(parsed.error));
};
const search = (clocks: typeof NOW, q: string, limit = 20) => searchEntities(db, { query: { q, limit, ...clocks } });
const all = { limit: 100, offset: 0, ...NOW };
const idOf = async (q: string) => (await search(NOW, q)).results[0]?.entity.id ?? expect.fail(`nobody is called ${q}`);

describe('reads at a date', { timeout: 240_000 }, () => {
  it('finds people by name, and says which name matched', async () => {
    const answer = await search(NOW, 'amirov');
    conforms(ROUTES.searchEntities.response, answer);
    expect(answer.results[0]?.entity.name).toMatch(/Amirov/);
    expect(answer.results[0]?.matched.why).toBe('words');
  });
  it('counts nothing before anything was published, and everything without a date', async () => {
    await ofWholeCaseAtADate(async () => {
      for (const query of [NOW, EARLY]) {
        conforms(ROUTES.listSources.response, await listSources(db, { query }));
        conforms(ROUTES.listVoices.response, await listVoices(db, { query }));
        conforms(ROUTES.readStats.response, await readStats(db, { query }));
      }
      expect((await listSources(db, { query: EARLY })).sources.filter((s) => s.citations > 0 || s.rootOf > 0)).toEqual([]);
      expect((await listVoices(db, { query: EARLY })).voices.filter((v) => v.claims > 0)).toEqual([]);
      expect(await readStats(db, { query: EARLY })).toMatchObject({ claims: 0, citations: 0, contested: 0 });
      expect((await readStats(db, { query: EARLY })).sources).toBeLessThan((await readStats(db, { query: NOW })).sources);
      expect((await readStats(db, { query: NOW })).claims).toBe(derived.now.visibleClaims.length);
    });
  });
  it('finds nobody before anything was published', async () => {
    expect((await search(EARLY, 'amirov')).total).toBe(0);
    expect(derived.early.visibleClaims).toEqual([]);
  });
  it('reads every entity in the shape of the contract, its claims among its neighbours', async () => {
    for (const id of toAskAtADate(derived.now.records.entities.keys())) {
      const answer = await readEntity(db, { params: { id }, query: all });
      conforms(ROUTES.readEntity.response, answer);
      const drawn = new Set(answer.nodes.map((node) => node.id));
      for (const edge of answer.claims) {
        for (const segment of edge.segments) expect(drawn.has(segment.from) && drawn.has(segment.to)).toBe(true);
      }
      const summary = await summarizeNeighbours(db, { params: { id }, query: NOW });
      conforms(ROUTES.summarizeNeighbours.response, summary);
      expect(summary.claims).toBe(answer.total);
    }
  });
  it('reads the evidence of every claim, each visible citation once', async () => {
    for (const id of toAskAtADate(derived.now.visibleClaims)) {
      const answer = await readEvidence(db, { params: { id }, query: NOW });
      conforms(ROUTES.readEvidence.response, answer);
      const shown = [...answer.origins.flatMap((group) => group.citations), ...answer.disputes].map((c) => c.id);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBe(answer.claim.citations);
      const uninvolved = answer.origins.filter((group) => group.uninvolved).length;
      expect(uninvolved).toBe(answer.claim.uninvolvedOrigins);
    }
  });
  it('expands an entity up to the limit and gives the number of the rest', async () => {
    const id = await idOf('Amirov');
    const body = { filter: {}, order: 'standing' as const, limit: 2, except: [], clocks: NOW };
    const answer = await expandEntity(db, { params: { id }, body });
    conforms(ROUTES.expandEntity.response, answer);
    expect(answer.edges.length + answer.more).toBe(derived.now.claimsOf(id).length);
    const [first, second] = answer.edges;
    expect(first?.rank).toBeGreaterThanOrEqual(second?.rank ?? 0);
    const rest = await expandEntity(db, { params: { id }, body: { ...body, limit: 500, except: answer.edges.map((e) => e.id) } });
    expect(rest.edges.length).toBe(answer.more);
  });
  it('expands by the filter of the view: every claim of one source, none of a hidden predicate', async () => {
    const id = 'iran';
    const claims = derived.now.claimsOf(id).map((claim) => derived.now.records.claims.get(claim)!);
    const sourcesOf = (claim: string) => derived.now.sourcesOf(claim);
    const body = { order: 'standing' as const, limit: 500, except: [], clocks: NOW };
    const source = claims.flatMap((claim) => sourcesOf(claim.id)).find((one) => claims.some((claim) => !sourcesOf(claim.id).includes(one)))!;
    const ofSource = await expandEntity(db, { params: { id }, body: { ...body, filter: { sources: [source] } } });
    const read = claims.filter((claim) => sourcesOf(claim.id).includes(source)).map((claim) => claim.id);
    expect(read.length).toBeLessThan(claims.length);
    expect(ofSource.edges.map((edge) => edge.id).toSorted()).toEqual(read.toSorted());
    const { predicate } = claims[0]!;
    const without = await expandEntity(db, { params: { id }, body: { ...body, filter: { predicatesNot: [predicate] } } });
    expect(without.edges.map((edge) => edge.id).toSorted()).toEqual(
      claims
        .filter((claim) => claim.predicate !== predicate)
        .map((claim) => claim.id)
        .toSorted(),
    );
  });
  it('gives every claim whose ends are all among given entities', async () => {
    const ids = [...derived.now.records.entities.keys()];
    const answer = await readSubgraph(db, { body: { ids: [...ids, 'nobody-at-all'], clocks: NOW } });
    conforms(ROUTES.readSubgraph.response, answer);
    expect(answer.edges.length).toBe(derived.now.visibleClaims.length);
    expect(answer.missing).toEqual(['nobody-at-all']);
    const alone = (await readSubgraph(db, { body: { ids: ids.slice(0, 1), clocks: NOW } })).edges;
    expect(alone.flatMap((edge) => edge.segments)).toEqual([]);
  });
  it('lists claims by filter with exact totals', async () => {
    const body = { filter: { contested: true }, order: 'standing' as const, limit: 1, offset: 0, clocks: NOW };
    const answer = await listClaims(db, { body });
    conforms(ROUTES.listClaims.response, answer);
    expect(answer.total).toBe([...derived.now.figures.values()].filter((f) => f.contested).length);
  });
  it('gives roles hedged by their standing', async () => {
    const answer = await listRoles(db, { query: { roles: ['target'], ...NOW } });
    conforms(ROUTES.listRoles.response, answer);
    expect(answer.plots.length).toBeGreaterThan(0);
    expect(answer.plots.every((plot) => plot.plot.type === 'Plot')).toBe(true);
  });
  it('reads every source and voice with what rests on it', async () => {
    for (const id of toAskAtADate(derived.now.records.sources.keys()))
      conforms(ROUTES.readSource.response, await readSource(db, { params: { id }, query: NOW }));
    for (const id of toAskAtADate(derived.now.records.voices.keys())) {
      const answer = await readVoice(db, { params: { id }, query: NOW });
      conforms(ROUTES.readVoice.response, answer);
      expect(answer.totals.alone).toBeLessThanOrEqual(answer.totals.claims);
    }
  });
  it('answers not found for unknown ids', async () => {
    await expect(readEvidence(db, { params: { id: 'no-such-claim' }, query: NOW })).rejects.toMatchObject({ code: 'not-found' });
    await expect(readEvidence(db, { params: { id: derived.now.visibleClaims[0] ?? '' }, query: EARLY })).rejects.toMatchObject({ code: 'not-found' });
  });
});
