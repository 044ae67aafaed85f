/** The names of sources, voices, predicates and datasets by id, out of the lists that were read. */
import type { QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { listSources, listVoices } from '../../server/contract/routes/sources.ts';
import type { readStats } from '../../server/contract/routes/stats.ts';
import type { listPredicates } from '../../server/contract/routes/vocabulary.ts';
import { predicatesQuery, sourcesQuery, statsQuery, voicesQuery } from './queries.ts';

export interface NamedLists {
  sources?: z.output<typeof listSources.response>;
  voices?: z.output<typeof listVoices.response>;
  predicates?: z.output<typeof listPredicates.response>;
  stats?: z.output<typeof readStats.response>;
}

/** The id itself where no list names it. */
export function nameAmong({ sources, voices, predicates, stats }: NamedLists, id: string): string {
  return (
    sources?.sources.find((one) => one.id === id)?.shortTitle ??
    voices?.voices.find((one) => one.id === id)?.name ??
    predicates?.predicates.find((one) => one.id === id)?.forms.finite ??
    stats?.datasets.find((one) => one.id === id)?.title ??
    id
  );
}

/** Names out of what was read already, without asking. */
export function knownNames(queries: QueryClient): (id: string) => string {
  const lists: NamedLists = {
    sources: queries.getQueryData(sourcesQuery().queryKey),
    voices: queries.getQueryData(voicesQuery().queryKey),
    predicates: queries.getQueryData(predicatesQuery().queryKey),
    stats: queries.getQueryData(statsQuery().queryKey),
  };
  return (id) => nameAmong(lists, id);
}
