/** Counts of what is on view at a view's clocks. */
import type { readStats } from '../../contract/routes/stats.ts';
import type { AnswerOf } from '../../usecases/route-types.ts';
import { statsAnswer } from '../../usecases/views/stats-view.ts';
import { visibleSources } from './list-sources.ts';
import type { ViewState } from './view-state.ts';

export function readStatsAsOf(state: ViewState): AnswerOf<typeof readStats> {
  const { records } = state;
  const claims = state.visibleClaims.flatMap((id) => {
    const claim = records.claims.get(id);
    const figures = state.figures.get(id);
    const group = claim && records.predicates.get(claim.predicate)?.group;
    if (!claim || !figures || !group) return [];
    const shown = new Set(figures.history.map((step) => step.citation));
    const citations = (records.citations.get(id) ?? []).filter((c) => shown.has(c.id));
    const datasets = [...new Set([claim.dataset, ...citations.map((c) => c.dataset)])];
    return [{ group, level: figures.level, contested: figures.contested, stale: false, datasets, claims: 1, citations: citations.length }];
  });
  const entities = [...records.entities.values()].filter(state.isVisible).map(({ type, dataset }) => ({ type, dataset, entities: 1 }));
  return statsAnswer({
    revision: state.revision,
    claims,
    entities,
    datasets: [...records.datasets.values()],
    sources: visibleSources(state).length,
    voices: records.voices.size,
  });
}
