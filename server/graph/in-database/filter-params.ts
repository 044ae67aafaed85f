/** A claim filter as the parameters of the statements that list claims: all of them, those around an entity, those around a hub. */
import { RANK_OF_LEVEL } from '../../domain/model/lists.ts';
import type { ClaimFilter } from '../../domain/model/questions.ts';

/** Below every rank, disputed-only included; above every rank; more than any count. */
export const LOWEST_RANK = -1;
export const HIGHEST_RANK = 6;
export const MOST_OF_ANY = 1_000_000_000;

/** Names of the parts that are given: `asks` of a statement. An empty list is a question too; nothing passes it. */
export function asked(parts: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(parts).filter((name) => parts[name] !== undefined);
}

export function listOf(values: readonly string[] | undefined): string[] {
  return values ? [...values] : [];
}

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
