/** Each path of a trace is judged as an export of it alone would be, and with what would be left of it. */
import { describe, expect, it } from 'vitest';
import { readTheCase } from '../../../fixtures/testing/read-the-case.ts';
import type { Selector, TraceSwitches } from '../../domain/model/questions.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { checkPublication, leaveOut } from '../../domain/publishing/publication-gate.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import type { Records } from '../../domain/model/records.ts';
import { records as recordsOf } from '../../domain/testing/build-records.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { judgePaths } from './check-paths.ts';
import { pathsOfPiece } from './paths-of-piece.ts';

/** The case, and beside it a charge whose page has no address, so that a path is refused whatever becomes known of the pages of the case. */
const records = withUnaddressed(curatedCase());
const ctx = buildViewState(records, 1, {});
const { trace } = readTheCase(records);
const traced = (from: Selector, to: Selector, switches?: TraceSwitches) =>
  trace(from, to, switches).paths.map(({ entities, hops }) => ({ entities, claims: hops.map(({ best }) => best) }));
function withUnaddressed(of: Records): Records {
  const made = recordsOf({
    sources: [{ id: 'leaflet', title: 'Leaflet' }],
    entities: [
      { id: 'made-up-man', type: 'Person' },
      { id: 'made-up-plot', type: 'Plot' },
    ],
    claims: [{ id: 'made-up-deed', subject: 'made-up-man', predicate: 'planned', object: 'made-up-plot', citations: [{ locator: 1 }] }],
  });
  const joined = <T>(own: Map<string, T>, added: Map<string, T>) => new Map([...added, ...own]);
  return {
    ...of,
    datasets: joined(of.datasets, made.datasets),
    voices: joined(of.voices, made.voices),
    sources: joined(of.sources, made.sources),
    entities: joined(of.entities, made.entities),
    claims: joined(of.claims, made.claims),
    citations: joined(of.citations, made.citations),
  };
}
/** The paths of every ready question of the case that traces from ids to ids, and of one whose every path is refused. */
const questions = [
  ...[...records.questions.values()].flatMap((question) =>
    question.kind === 'trace' && question.from.ids && question.to.ids ? [traced(question.from, question.to, question.switches)] : [],
  ),
  traced({ ids: ['made-up-man'] }, { ids: ['made-up-plot'] }),
];

describe('paths judged at once', () => {
  it('are refused what each is refused alone, and left what leaving that out leaves', async () => {
    const seen = { passed: 0, refused: 0, nothingLeft: 0 };
    for (const paths of questions.filter(({ length }) => length > 0)) {
      const { refused, paths: judged } = await judgePaths(ctx, { paths });
      expect(judged).toHaveLength(paths.length);
      for (const [i, path] of paths.entries()) {
        const alone = checkPublication(ctx, path).refused;
        const told = judged[i]?.refused.map((n) => refused[n]);
        expect(told).toEqual(alone.map(({ kind, id, label, why, reason, remedy }) => ({ kind, id, label, why, reason, remedy })));
        const kept = inOneGo(leaveOut(ctx, path, alone));
        const { told: whole } = pathsOfPiece(ctx, [path], new Set(kept.claims));
        expect(judged[i]?.left).toEqual({ entities: kept.entities.length, claims: kept.claims.length, paths: whole.length });
        seen.passed += alone.length === 0 ? 1 : 0;
        seen.refused += alone.length > 0 ? 1 : 0;
        seen.nothingLeft += kept.claims.length === 0 ? 1 : 0;
      }
    }
    expect(seen.passed).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.nothingLeft).toBeGreaterThan(0);
  }, 120_000);
  it('list a claim that is refused in several of them once', async () => {
    const [path] = questions.flat().filter((one) => checkPublication(ctx, one).refused.length > 0);
    if (!path) return expect.fail('no path is refused');
    const { refused, paths } = await judgePaths(ctx, { paths: [path, path] });
    expect(paths[1]).toEqual(paths[0]);
    expect(refused).toHaveLength(paths[0]?.refused.length ?? 0);
  });
  it('are none where the claims never joined the entities', async () => {
    const [path] = questions.flat();
    if (!path) return expect.fail('no path');
    const paths = [path, { entities: [path.entities[0] ?? '', 'warsaw'], claims: path.claims }];
    await expect(judgePaths(ctx, { paths })).rejects.toMatchObject({ code: 'refused', details: { problems: [{ pointer: '/paths/1' }] } });
  });
});
