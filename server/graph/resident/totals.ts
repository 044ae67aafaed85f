/** Counts over everything, answered from a case in memory. */
import type { Predicate } from '../../domain/model/records.ts';
import { byId } from '../../domain/model/by-id.ts';
import { datasetsHolding } from '../datasets-holding.ts';
import type { Totals } from '../graph.ts';
import { visibleSources } from './sources.ts';
import type { ViewState } from './view-state.ts';

export function totalsOf(state: ViewState): Totals {
  const { records } = state;
  return {
    claims: state.visibleClaims.flatMap((id) => {
      const claim = records.claims.get(id);
      const figures = state.figures.get(id);
      const group = claim && records.predicates.get(claim.predicate)?.group;
      if (!claim || !figures || !group) return [];
      const { level, contested, citations } = figures;
      return [{ group, level, contested, stale: false, datasets: datasetsHolding(id, records), claims: 1, citations }];
    }),
    entities: entityCounts(state),
    datasets: [...records.datasets.values()].sort(byId),
    sources: visibleSources(state).length,
    voices: records.voices.size,
  };
}

export function entityCounts({ records, isVisible }: ViewState): Totals['entities'] {
  return [...records.entities.values()].filter(isVisible).map(({ type, dataset }) => ({ type, dataset, entities: 1 }));
}

export function predicateCounts(state: ViewState): { predicate: Predicate; claims: number }[] {
  const counts = new Map<string, number>();
  for (const id of state.visibleClaims) {
    const predicate = state.records.claims.get(id)?.predicate;
    if (predicate !== undefined) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  }
  return [...state.records.predicates.values()].sort(byId).map((predicate) => ({ predicate, claims: counts.get(predicate.id) ?? 0 }));
}
