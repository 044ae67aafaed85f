/** What would link two ends that no path links as they were asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRACE_LIMITS, traceSwitches } from '../../contract/records.ts';
import { WITHHELD_GROUPS, WITHHELD_TYPES } from '../../domain/model/lists.ts';
import type { TraceSwitches } from '../../domain/model/questions.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { relaxations } from '../../domain/tracing/relaxations.ts';
import { DEFAULT_SWITCHES, effectiveSwitches } from '../../domain/tracing/trace-switches.ts';
import { residentGraph } from '../../graph/resident/resident-graph.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { answerTrace } from './trace-paths.ts';

const iran = residentGraph(buildViewState(curatedCase(), 1, {}));
const asked = (from: string, to: string, switches: TraceSwitches = {}) => answerTrace(iran, { from: [from], to: [to], gone: [] }, switches);

describe('what would link two ends', () => {
  it('is told with the highest standing that links them, the path, and the hops that are not as asked with whose word they rest on', async () => {
    const { linked, nearest = [] } = await asked('rafat-amirov', 'masih-alinejad', { standingAtLeast: 'convicted' });
    expect(linked).toBe(false);
    const standing = nearest.find(({ kind }) => kind === 'standing');
    expect(standing?.text).toMatch(
      /^Linked if claims below “convicted” are allowed, down to “\w+”: Rafat Amirov – .* – Masih Alinejad \(the weakest hop “[\w-]+”\)\. .*resting on /,
    );
    expect(standing?.claims.length).toBeGreaterThan(0);
    const again = await asked('rafat-amirov', 'masih-alinejad', { standingAtLeast: 'convicted', ...standing?.switches });
    expect(again.paths.map(({ entities }) => entities)).toContainEqual(standing?.entities);
  });

  it('names who would have to be passed', async () => {
    const { paths } = await asked('rafat-amirov', 'masih-alinejad');
    const between = paths[0]?.entities[1] ?? '';
    const avoided = await asked('rafat-amirov', 'masih-alinejad', { mustAvoid: [...new Set(paths.flatMap(({ entities }) => entities.slice(1, -1)))] });
    expect(avoided.linked).toBe(false);
    const miss = avoided.nearest?.find(({ kind }) => kind === 'must-avoid');
    expect(miss?.text).toContain('may be passed: ');
    expect(miss?.entities).toContain(between);
  });

  it('is not looked for where they are linked', async () => {
    expect((await asked('rafat-amirov', 'masih-alinejad')).nearest).toBeUndefined();
  });

  it('stops where its time is over', async () => {
    let looks = 0;
    const over = () => (looks += 1) > 2;
    const { nearest = [] } = await answerTrace(iran, { from: ['rafat-amirov'], to: ['masih-alinejad'], gone: [] }, { standingAtLeast: 'convicted' }, over);
    expect(nearest).toEqual([]);
  });

  it('links them as soon as the switch is set so, and each switch is one of the API', async () => {
    const pairs = fc.record({ records: arbitraryRecords({ entities: 8, claims: 12 }), from: fc.nat(7), to: fc.nat(7) });
    let missed = 0;
    const seed = Math.floor(Math.random() * 0x7fff_ffff);
    process.stdout.write(`property “nearest misses”: seed ${seed}\n`);
    await fc.assert(
      fc.asyncProperty(pairs, async ({ records, from, to }) => {
        const ids = [...records.entities.keys()].sort();
        const [a, b] = [ids[from % ids.length]!, ids[to % ids.length]!];
        fc.pre(a !== b);
        const graph = residentGraph(buildViewState(records, 1, {}));
        const switches: TraceSwitches = { standingAtLeast: 'charged', originsAtLeast: 1 };
        const { linked, nearest = [] } = await answerTrace(graph, { from: [a], to: [b], gone: [] }, switches);
        if (linked) expect(nearest).toEqual([]);
        for (const miss of nearest) {
          missed += 1;
          expect(traceSwitches.safeParse(miss.switches).success).toBe(true);
          const again = await answerTrace(graph, { from: [a], to: [b], gone: [] }, { ...switches, ...miss.switches });
          expect(again.paths.map(({ entities }) => entities)).toContainEqual(miss.entities);
        }
      }),
      { numRuns: 150, seed },
    );
    expect(missed).toBeGreaterThan(0);
  });
});

describe('what is asked otherwise', () => {
  it('is every switch that holds something back, one at a time, the least first', () => {
    const switches = effectiveSwitches({ standingAtLeast: 'found', mustAvoid: ['a'], datasets: ['d'] }, [], []);
    const kinds = relaxations(switches, TRACE_LIMITS).map((list) => list[0]?.kind);
    expect(kinds).toEqual([
      'standing',
      'datasets',
      'must-avoid',
      'generic',
      'aggregate',
      ...WITHHELD_TYPES.map(() => 'type'),
      ...WITHHELD_GROUPS.map(() => 'group'),
      'degree',
      'hops',
    ]);
    expect(relaxations(switches, TRACE_LIMITS)[0]?.map(({ change }) => change.standingAtLeast)).toEqual([
      'admitted',
      'charged',
      'sanctioned',
      'alleged',
      'unstated',
    ]);
  });
  it('is nothing where all is allowed', () => {
    const all = {
      ...DEFAULT_SWITCHES,
      throughTypes: [...WITHHELD_TYPES],
      groups: [...WITHHELD_GROUPS],
      throughGeneric: true,
      throughAggregate: true,
      ...TRACE_LIMITS,
    };
    expect(relaxations({ ...all, mustPass: [] }, TRACE_LIMITS)).toEqual([]);
  });
});
