/** Names of sources, voices, predicates and datasets, to describe filters in words. */
import { useQuery } from '@tanstack/react-query';
import { nameAmong } from '../../api/names.ts';
import { predicatesQuery, sourcesQuery, statsQuery, voicesQuery } from '../../api/queries.ts';

export function useNameOf(): (id: string) => string {
  const sources = useQuery(sourcesQuery()).data;
  const voices = useQuery(voicesQuery()).data;
  const predicates = useQuery(predicatesQuery()).data;
  const stats = useQuery(statsQuery()).data;
  return (id) => nameAmong({ sources, voices, predicates, stats }, id);
}
