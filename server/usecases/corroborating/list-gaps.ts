/** Lists the claims that want corroboration, with the reasons of each, those first that carry most links between sponsors and targets. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { listGaps as contract } from '../../contract/routes/claims.ts';
import { carriedLinksInSlices, sponsorsWithTargets, type CarriedLinks } from '../../domain/corroboration/carried-links.ts';
import { gapsInSlices } from '../../domain/corroboration/order-gaps.ts';
import { eachInSlices } from '../../domain/figures/in-slices.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { WholeCase } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';
import { overAfter } from '../tracing/trace-paths.ts';
import { claimListItems } from '../views/claim-list-item.ts';
import { gapReasonView } from '../views/gap-reason-view.ts';
import { visibleFigures } from './visible-figures.ts';

type Route = typeof contract;
type Answer = AnswerOf<Route>;

export async function listGaps(db: Database, { query }: Pick<InputOf<Route>, 'query'>, o?: CallOptions): Promise<Answer> {
  // Counted from here, not anew where a read is done again because somebody wrote meanwhile.
  const isOver = overAfter(API_LIMITS.traceSearchMs, o?.signal);
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const whole = await graph.whole();
      const claims = await runInSlices(visibleFigures(whole, query.datasets));
      const carried = await linksCarried(whole, claims, query.datasets, isOver);
      const { gaps, totals } = await runInSlices(gapsInSlices(claims, whole.records.sources, carried.carries, query.kinds));
      const page = gaps.slice(query.offset, query.offset + query.limit);
      const { links, pairs, searched, isComplete } = carried;
      return {
        gaps: (
          await runInSlices(
            eachInSlices(page, ({ claim, reasons, carries }) =>
              claimListItems([claim], whole).map((item) => ({ claim: item, carries, reasons: reasons.map((reason) => gapReasonView(reason, whole)) })),
            ),
          )
        ).flat(),
        total: gaps.length,
        totals,
        claims: claims.length,
        links: { pairs, searched, links, isComplete },
        revision: graph.revision,
      };
    },
    o,
  );
}

/** The links that the claims carry, as far as the time goes. */
async function linksCarried(
  whole: WholeCase,
  claims: readonly Figures[],
  datasets: readonly string[] | undefined,
  isOver: () => boolean,
): Promise<CarriedLinks> {
  const { entities } = whole.records;
  const all = claims.flatMap(({ claim }) => whole.records.claims.get(claim) ?? []);
  const pairs = await runInSlices(sponsorsWithTargets(whole, all, API_LIMITS.carriedPairs));
  const graph = await whole.compactGraph();
  return runInSlices(
    carriedLinksInSlices(graph, pairs, (id) => entities.get(id)?.type, { datasets, most: API_LIMITS.carriedLinks }),
    isOver,
  );
}
