/** At a view's dates every read answers from what was visible then, in the shape of its contract. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../contract/routes.ts';
import { AppError } from '../../domain/model/errors.ts';
import { curatedCase } from '../../usecases/testing/curated-case.ts';
import { listClaimsAsOf } from './list-claims.ts';
import { listRolesAsOf } from './list-roles.ts';
import { expandEntityAsOf, summarizeNeighboursAsOf } from './neighbours.ts';
import { listSourcesAsOf, listVoicesAsOf } from './list-sources.ts';
import { readEntityAsOf } from './read-entity.ts';
import { readEvidenceAsOf } from './read-evidence.ts';
import { readSourceAsOf, readVoiceAsOf } from './read-source.ts';
import { readStatsAsOf } from './read-stats.ts';
import { readSubgraphAsOf } from './read-subgraph.ts';
import { searchEntitiesAsOf } from './search-entities.ts';
import { buildViewState, type ViewState } from './view-state.ts';

let now: ViewState;
let early: ViewState;
beforeAll(() => {
  now = buildViewState(curatedCase(), 1, {});
  early = buildViewState(curatedCase(), 1, { published: '2000' });
});
const conforms = (schema: z.ZodType, answer: unknown) => {
  const parsed = schema.safeParse(JSON.parse(JSON.stringify(answer)));
  if (!parsed.success) expect.fail(z.prettifyError(parsed.error));
};
const search = (state: ViewState, q: string, limit = 20) => searchEntitiesAsOf(state, { query: { q, limit } });
const all = { limit: 100, offset: 0 };
const idOf = (q: string) => search(now, q).results[0]?.entity.id ?? expect.fail(`nobody is called ${q}`);

describe('reads at a date', () => {
  it('finds people by name, and says which name matched', () => {
    const answer = search(now, 'amirov');
    conforms(ROUTES.searchEntities.response, answer);
    expect(answer.results[0]?.entity.name).toMatch(/Amirov/);
    expect(answer.results[0]?.matched.why).toBe('words');
  });
  it('counts nothing before anything was published, and everything with no date', () => {
    for (const state of [now, early]) {
      conforms(ROUTES.listSources.response, listSourcesAsOf(state));
      conforms(ROUTES.listVoices.response, listVoicesAsOf(state));
      conforms(ROUTES.readStats.response, readStatsAsOf(state));
    }
    expect(listSourcesAsOf(early).sources.filter((s) => s.citations > 0 || s.rootOf > 0)).toEqual([]);
    expect(listVoicesAsOf(early).voices.filter((v) => v.claims > 0)).toEqual([]);
    expect(readStatsAsOf(early)).toMatchObject({ claims: 0, citations: 0, contested: 0 });
    expect(readStatsAsOf(early).sources).toBeLessThan(readStatsAsOf(now).sources);
    expect(readStatsAsOf(now).claims).toBe(now.visibleClaims.length);
  });
  it('finds nobody before anything was published', () => {
    expect(search(early, 'amirov').total).toBe(0);
    expect(early.visibleClaims).toEqual([]);
  });
  it('reads every entity in the shape of the contract, its claims among its neighbours', () => {
    for (const id of now.records.entities.keys()) {
      const answer = readEntityAsOf(now, { params: { id }, query: all });
      conforms(ROUTES.readEntity.response, answer);
      const drawn = new Set(answer.nodes.map((node) => node.id));
      for (const edge of answer.claims) {
        for (const segment of edge.segments) expect(drawn.has(segment.from) && drawn.has(segment.to)).toBe(true);
      }
      const summary = summarizeNeighboursAsOf(now, { params: { id } });
      conforms(ROUTES.summarizeNeighbours.response, summary);
      expect(summary.claims).toBe(answer.total);
    }
  });
  it('reads the evidence of every claim, each visible citation once', () => {
    for (const id of now.visibleClaims) {
      const answer = readEvidenceAsOf(now, { params: { id } });
      conforms(ROUTES.readEvidence.response, answer);
      const shown = [...answer.origins.flatMap((group) => group.citations), ...answer.disputes].map((c) => c.id);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBe(answer.claim.citations);
      const uninvolved = answer.origins.filter((group) => group.uninvolved).length;
      expect(uninvolved).toBeGreaterThanOrEqual(answer.claim.uninvolvedOrigins);
    }
  });
  it('expands an entity up to the cap and says how many more there are', () => {
    const id = idOf('Amirov');
    const body = { order: 'standing' as const, limit: 2, except: [] };
    const answer = expandEntityAsOf(now, { params: { id }, body });
    conforms(ROUTES.expandEntity.response, answer);
    expect(answer.edges.length + answer.more).toBe(now.claimsOf(id).length);
    const [first, second] = answer.edges;
    expect(first?.rank).toBeGreaterThanOrEqual(second?.rank ?? 0);
    const rest = expandEntityAsOf(now, { params: { id }, body: { ...body, limit: 500, except: answer.edges.map((e) => e.id) } });
    expect(rest.edges.length).toBe(answer.more);
  });
  it('draws among given entities every claim whose ends all stand there', () => {
    const ids = [...now.records.entities.keys()];
    const answer = readSubgraphAsOf(now, { body: { ids: [...ids, 'nobody-at-all'] } });
    conforms(ROUTES.readSubgraph.response, answer);
    expect(answer.edges.length).toBe(now.visibleClaims.length);
    expect(answer.missing).toEqual(['nobody-at-all']);
    const alone = readSubgraphAsOf(now, { body: { ids: ids.slice(0, 1) } }).edges;
    expect(alone.flatMap((edge) => edge.segments)).toEqual([]);
  });
  it('lists claims by filter with exact totals', () => {
    const body = { filter: { contested: true }, order: 'standing' as const, limit: 1, offset: 0 };
    const answer = listClaimsAsOf(now, { body });
    conforms(ROUTES.listClaims.response, answer);
    expect(answer.total).toBe([...now.figures.values()].filter((f) => f.contested).length);
  });
  it('tells roles hedged by their standing', () => {
    const answer = listRolesAsOf(now, { query: { roles: ['target'] } });
    conforms(ROUTES.listRoles.response, answer);
    expect(answer.plots.length).toBeGreaterThan(0);
    expect(answer.plots.every((plot) => plot.plot.type === 'Plot')).toBe(true);
  });
  it('reads every source and voice with what rests on it', () => {
    for (const id of now.records.sources.keys()) conforms(ROUTES.readSource.response, readSourceAsOf(now, { params: { id } }));
    for (const id of now.records.voices.keys()) {
      const answer = readVoiceAsOf(now, { params: { id } });
      conforms(ROUTES.readVoice.response, answer);
      expect(answer.totals.alone).toBeLessThanOrEqual(answer.totals.claims);
    }
  });
  it('says not found for what is not there', () => {
    expect(() => readEvidenceAsOf(now, { params: { id: 'no-such-claim' } })).toThrow(AppError);
    expect(() => readEvidenceAsOf(early, { params: { id: now.visibleClaims[0] ?? '' } })).toThrow(AppError);
  });
});
