/** A claim filter as the parameters of the one statement that lists claims. */
import { RANK_OF_LEVEL, type ClaimFilter } from '../../domain/model.ts';

/** A filter as a statement's parameters: null where nothing is asked. */
export function filterParams(filter: ClaimFilter) {
  const { standingAtLeast, standingAtMost, contested, disputedOnly } = filter;
  const figures = {
    rankAtLeast: standingAtLeast ? RANK_OF_LEVEL[standingAtLeast] : null,
    rankAtMost: standingAtMost ? RANK_OF_LEVEL[standingAtMost] : null,
    originsAtLeast: filter.originsAtLeast ?? null,
    originsAtMost: filter.originsAtMost ?? null,
    uninvolvedAtLeast: filter.uninvolvedAtLeast ?? null,
    uninvolvedAtMost: filter.uninvolvedAtMost ?? null,
    contested: contested ?? null,
    disputedOnly: disputedOnly ?? null,
    voices: filter.voices ?? null,
  };
  return {
    ...figures,
    filtersFigures: Object.values(figures).some((part) => part !== null),
    groups: filter.groups ?? null,
    predicates: filter.predicates ?? null,
    entities: filter.entities ?? null,
    types: filter.types ?? null,
    sources: filter.sources ?? null,
    datasets: filter.datasets ?? null,
  };
}
