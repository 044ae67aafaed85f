/** A claim filter as the parameters of the statements that list claims: all of them, those around an entity, those around a hub. */
import { RANK_OF_LEVEL } from '../../domain/model/lists.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';
import { asked, HIGHEST_RANK, listOf, LOWEST_RANK, MOST_OF_ANY } from './asked-parts.ts';

export function filterParams(filter: ClaimFilter) {
  const { standingAtLeast, standingAtMost, contested, disputedOnly, openOnly, groups, predicates, predicatesNot, entities, types } = filter;
  const { sources, voices, datasets, originsAtLeast, originsAtMost, uninvolvedAtLeast, uninvolvedAtMost } = filter;
  const ranges = { standingAtLeast, standingAtMost, originsAtLeast, originsAtMost, uninvolvedAtLeast, uninvolvedAtMost };
  const derived = { contested, disputedOnly, openOnly, voices };
  return {
    asks: asked({ ...derived, groups, predicates, predicatesNot, entities, types, sources, datasets }),
    filtersFigures: asked({ ...ranges, ...derived }).length > 0,
    rankAtLeast: standingAtLeast ? RANK_OF_LEVEL[standingAtLeast] : LOWEST_RANK,
    rankAtMost: standingAtMost ? RANK_OF_LEVEL[standingAtMost] : HIGHEST_RANK,
    originsAtLeast: originsAtLeast ?? 0,
    originsAtMost: originsAtMost ?? MOST_OF_ANY,
    uninvolvedAtLeast: uninvolvedAtLeast ?? 0,
    uninvolvedAtMost: uninvolvedAtMost ?? MOST_OF_ANY,
    contested: contested ?? false,
    disputedOnly: disputedOnly ?? false,
    openOnly: openOnly ?? false,
    groups: listOf(groups),
    predicates: listOf(predicates),
    predicatesNot: listOf(predicatesNot),
    entities: listOf(entities),
    types: listOf(types),
    sources: listOf(sources),
    voices: listOf(voices),
    datasets: listOf(datasets),
  };
}
