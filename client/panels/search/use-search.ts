/** The text of a search, kept through a reload, its results by type, and what was found in what is said. */
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { searchQuery } from '../../api/queries.ts';
import { saidQuery } from '../../api/queries-find.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';
import { arrangeOptions } from './arrange-options.ts';

/** Milliseconds after typing until the search is sent. */
const DEBOUNCE = 120;
const FIRST = 12;

/** @param isWide also looks through what is said: claims, sources and voices */
export function useSearch(key: string, isWide: boolean) {
  const [text, setText, forget] = useDraft(`find ${key}`, '');
  const [exact, setExact] = useDraft('find exact', false);
  const [limit, setLimit] = useState(FIRST);
  const [q] = useDebouncedValue(text.trim(), DEBOUNCE);
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery({ ...searchQuery(q, exact, clocks, limit), enabled: q !== '' });
  const said = useQuery({ ...saidQuery(q, clocks), enabled: q !== '' && isWide });
  useEffect(() => setLimit(FIRST), [q, exact]);
  const results = q === '' ? [] : (asked.data?.results ?? []);
  const total = q === '' ? 0 : (asked.data?.total ?? 0);
  const found = q === '' || !isWide ? [] : (said.data?.results ?? []);
  const options = arrangeOptions(results, found, { names: asked.isPending, said: said.isLoading });
  const more = Math.min(total, API_LIMITS.searchResults) - options.names.length;
  const totals = said.data?.totals ?? { claim: 0, source: 0, voice: 0 };
  const saidTotal = q === '' || !isWide ? 0 : totals.claim + totals.source + totals.voice;
  return { text, setText, forget, exact, setExact, q, asked, ...options, total, more, said, saidTotal, showMore: () => setLimit(API_LIMITS.searchResults) };
}
