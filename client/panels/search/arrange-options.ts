/** Decides in which order the options of a search stand: names, and what is said. */
import type { SaidHitView } from '../../../server/contract/routes/said.ts';
import type { searchEntities } from '../../../server/contract/routes/entities.ts';
import type { Answer } from '../../api/call.ts';

/** A name that was found. */
export type Result = Answer<typeof searchEntities>['results'][number];

export interface Options {
  names: Result[];
  hits: SaidHitView[];
  /** The index of the first name among the options, and of the first hit. */
  firstName: number;
  firstHit: number;
}

/**
 * Names come first. But what is said comes before names that are only spelled alike: a text that has the word asked for is surer than a name that has another.
 * Hits stand only beside the names, and names spelled alike wait for the hits, so that the first option, which Enter takes, is not replaced while one reads it.
 * @param results in the order of the answer
 * @param asked whether names and what is said are still being asked for; `said` is false where it is not asked at all
 */
export function arrangeOptions(results: readonly Result[], hits: readonly SaidHitView[], asked: { names: boolean; said: boolean }): Options {
  const types = [...new Set(results.map(({ entity }) => entity.type))];
  const names = types.flatMap((type) => results.filter(({ entity }) => entity.type === type));
  const alikeOnly = names.length > 0 && names.every(({ matched }) => matched.why === 'fuzzy');
  if (asked.names || (alikeOnly && asked.said)) return { names: asked.names ? names : [], hits: [], firstName: 0, firstHit: names.length };
  const saidFirst = alikeOnly && hits.length > 0;
  return { names, hits: [...hits], firstName: saidFirst ? hits.length : 0, firstHit: saidFirst ? 0 : names.length };
}
