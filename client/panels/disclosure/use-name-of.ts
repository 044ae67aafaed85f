/** Names of sources, voices, predicates and datasets, to describe filters in words. */
import { useQuery } from '@tanstack/react-query';
import { predicatesQuery, sourcesQuery, statsQuery, voicesQuery } from '../../api/queries.ts';

export function useNameOf(): (id: string) => string {
  const sources = useQuery(sourcesQuery());
  const voices = useQuery(voicesQuery());
  const predicates = useQuery(predicatesQuery());
  const stats = useQuery(statsQuery());
  return (id) =>
    sources.data?.sources.find((one) => one.id === id)?.shortTitle ??
    voices.data?.voices.find((one) => one.id === id)?.name ??
    predicates.data?.predicates.find((one) => one.id === id)?.forms.finite ??
    stats.data?.datasets.find((one) => one.id === id)?.title ??
    id;
}
