/** All that differs between two states of the case, as a CSV table: a row for each claim, entity and path. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { writeComparison as contract } from '../../contract/routes/compare.ts';
import type { ClaimDifference } from '../../domain/comparing/compare-cases.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import { csvTable, type Cell } from '../../exchange/csv-table.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { CallOptions, InputOf } from '../route-types.ts';
import { runUnlessAborted } from '../run-unless-aborted.ts';
import { overAfter } from '../tracing/trace-paths.ts';
import { compareStates, compareTrace, type ComparedStates, type ComparedTrace } from './compare-states.ts';
import { comparedClaimView, comparedPathsView, markOf } from './compared-views.ts';

type Input = Pick<InputOf<typeof contract>, 'body'>;

const HEAD = [
  'what',
  'difference',
  'id',
  'told',
  'changes',
  'standing_before',
  'rank_before',
  'origins_before',
  'uninvolved_origins_before',
  'contested_before',
  'standing_after',
  'rank_after',
  'origins_after',
  'uninvolved_origins_after',
  'contested_after',
];

/** The table in parts; it is made whole before the first is sent. */
export async function writeComparison(db: Database, { body }: Input, o?: CallOptions): Promise<AsyncIterable<string>> {
  const parts = await readGraph(
    db,
    undefined,
    async (graph) => {
      const states = await compareStates(db, graph, body, o);
      const trace = body.trace && (await compareTrace(states.graphs, body.trace, savedSetsIn(db), overAfter(API_LIMITS.traceSearchMs, o?.signal)));
      const table = csvTable(HEAD, rowsOf(states, trace));
      return runUnlessAborted(
        eachInSlices(table, (part) => part),
        o?.signal,
      );
    },
    o,
  );
  return eachOf(parts);
}

async function* eachOf(parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

function* rowsOf(states: ComparedStates, trace: ComparedTrace | undefined): Iterable<Cell[][]> {
  const { cases, comparison } = states;
  if (trace) yield pathRows(trace, states);
  const { gained, lost, changed } = comparison;
  const told = new Set([...changed, ...lost, ...gained]);
  // What striking took a citation from, and nothing that is told differs.
  const others = comparison.stands.filter((one) => !told.has(one));
  for (const one of [...changed, ...others, ...lost, ...gained]) yield claimRow(one, states);
  for (const id of comparison.entitiesGained) yield [['entity', 'gained', id, cases.after.nameOf(id)]];
  for (const id of comparison.entitiesLost) yield [['entity', 'lost', id, cases.before.nameOf(id)]];
}

function claimRow(one: ClaimDifference, { cases }: ComparedStates): Cell[][] {
  return comparedClaimView(one, cases).map(({ id, sentence, told, before, after }) => {
    const cells = (there: typeof before): Cell[] =>
      there
        ? [there.told, there.rank, there.origins, there.uninvolvedOrigins, String(there.contested)]
        : [undefined, undefined, undefined, undefined, undefined];
    return ['claim', markOf(one), id, sentence, told.join('; '), ...cells(before), ...cells(after)];
  });
}

function pathRows(trace: ComparedTrace, { cases }: ComparedStates): Cell[][] {
  const { gained, lost, changed } = comparedPathsView(trace, cases, Infinity);
  const row = (
    difference: string,
    { entities, title }: (typeof gained)[number],
    before?: (typeof gained)[number]['weakest'],
    after?: (typeof gained)[number]['weakest'],
  ): Cell[] => {
    const cells = (weakest: typeof before): Cell[] =>
      weakest ? [weakest.level, weakest.rank, undefined, undefined, String(weakest.contested)] : Array<Cell>(5);
    return ['path', difference, entities.join(' '), title, undefined, ...cells(before), ...cells(after)];
  };
  return [
    ...changed.map((path) => row('changed', path, path.weakestBefore, path.weakest)),
    ...lost.map((path) => row('lost', path, path.weakest)),
    ...gained.map((path) => row('gained', path, undefined, path.weakest)),
  ];
}
