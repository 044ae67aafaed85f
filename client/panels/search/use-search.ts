/** The text of a search, kept through a reload, and its results by type. */
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { searchQuery } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { useDraft } from '../../state/drafts.ts';
import { useView } from '../../state/store.ts';

/** Milliseconds after typing until the search is sent. */
const DEBOUNCE = 120;
const FIRST = 12;

export function useSearch(key: string) {
  const [text, setText, forget] = useDraft(`find ${key}`, '');
  const [exact, setExact] = useDraft('find exact', false);
  const [limit, setLimit] = useState(FIRST);
  const [q] = useDebouncedValue(text.trim(), DEBOUNCE);
  const clocks = useView((s) => s.history.present.clocks);
  const asked = useQuery({ ...searchQuery(q, exact, clocks, limit), enabled: q !== '' });
  useEffect(() => setLimit(FIRST), [q, exact]);
  const results = q === '' ? [] : (asked.data?.results ?? []);
  const ordered = [...new Set(results.map((r) => r.entity.type))].flatMap((type) => results.filter((r) => r.entity.type === type));
  const total = q === '' ? 0 : (asked.data?.total ?? 0);
  const more = Math.min(total, API_LIMITS.searchResults) - ordered.length;
  return { text, setText, forget, exact, setExact, q, asked, ordered, total, more, showMore: () => setLimit(API_LIMITS.searchResults) };
}
export type Search = ReturnType<typeof useSearch>;
export type Result = Search['ordered'][number];
