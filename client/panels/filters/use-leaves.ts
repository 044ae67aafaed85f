/** The claims a change of the filters would leave in view, of what stands on the canvas. */
import { useMemo } from 'react';
import type { EdgeView } from '../../../server/contract/views.ts';
import { drawn } from '../../state/drawn/drawn.ts';
import { remaining } from '../../state/filters/filters.ts';
import { useView } from '../../state/store.ts';
import type { Filters } from '../../state/view.ts';

export type Leaves = (change: Partial<Filters>) => EdgeView[];

/** `all`: every claim on the canvas that is not hidden by hand, whatever the filters. */
export function useLeaves(): { leaves: Leaves; all: EdgeView[] } {
  const canvas = useView((s) => s.history.present.canvas);
  const filters = useView((s) => s.history.present.filters);
  const cache = useView((s) => s.cache);
  // With entities of a type hidden their claims are not drawn at all: a count of what a change would bring back needs them.
  const all = useMemo(() => drawn({ canvas, filters: { ...filters, hiddenTypes: [] } }, cache).all, [canvas, cache, filters.hiddenTypes]);
  return useMemo(() => ({ all, leaves: (change) => remaining(all, filters, change, (id) => cache.nodes.get(id)?.type) }), [all, filters, cache.nodes]);
}
