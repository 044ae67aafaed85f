/** The entity that a typed word means: the one of that id, or the only one of that name. */
import type { searchEntities as searchContract } from '../../contract/routes/entities.ts';
import { id as idSchema } from '../../contract/records.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { searchEntities } from '../reading/search-entities.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export type NamedAlike = AnswerOf<typeof searchContract>['results'][number];
/** Without an id the word means nobody, or several: those that bear exactly this name, or where nobody does those of a like one. */
export type Meant = { id: string } | { id?: undefined; bearers: NamedAlike[]; alike: NamedAlike[] };

/** An id is taken before a name. Nobody is chosen among several, nor for a like name alone. */
export async function meantEntity(db: Database, word: string, clocks: Clocks | undefined, o?: CallOptions): Promise<Meant> {
  if (idSchema.safeParse(word).success) {
    const known = await readGraph(db, clocks, (graph) => graph.known([word]), o);
    if (known.has(word)) return { id: word };
  }
  const { results } = await searchEntities(db, { query: { q: word, limit: API_LIMITS.searchResults, ...clocks } }, o);
  const bearers = word.trim() === '' ? [] : results.filter(({ matched }) => matched.why === 'exact');
  const [only, ...others] = bearers;
  if (only && others.length === 0) return { id: only.entity.id };
  return { bearers, alike: bearers.length > 0 || word.trim() === '' ? [] : results };
}
