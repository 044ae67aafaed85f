/** The countries that claims give to the drawn entities, while the view is grouped by country. */
import { useEffect, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { countriesQuery } from '../../acts/loading/read-countries.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import { useDrawnClocks } from '../../state/use-drawn-clocks.ts';
import { useStore, useView } from '../../state/store.ts';

const NONE: ReadonlyMap<string, string> = new Map();

export function useCountries(view: Drawn): { countryOf: ReadonlyMap<string, string>; waiting: boolean } {
  const store = useStore();
  const grouped = useView((s) => s.history.present.canvas.grouping === 'country');
  const clocks = useDrawnClocks();
  const ids = useMemo(() => view.nodes.map((node) => node.id), [view.nodes]);
  const { data, isLoading } = useQuery({ ...countriesQuery(ids, clocks), enabled: grouped && ids.length > 0 });
  // Frames have the names of the countries, which need not be drawn.
  useEffect(() => {
    if (data && data.nodes.some((node) => !store.get().cache.nodes.has(node.id)))
      store.dispatch({ type: 'received', clocks, nodes: data.nodes, edges: [], absent: [] });
  }, [data, clocks, store]);
  return { countryOf: grouped ? (data?.of ?? NONE) : NONE, waiting: grouped && isLoading };
}
