/** The elements of the view, worked out anew only when what is drawn, its places or its frames change. */
import { useMemo } from 'react';
import type { Drawn } from '../../state/canvas/drawn.ts';
import { useStore, useView } from '../../state/store.ts';
import { type CanvasElements, toElements } from '../elements/elements.ts';
import { framesOf } from '../elements/groups.ts';

export function useElements(view: Drawn, countryOf: ReadonlyMap<string, string>): CanvasElements {
  const store = useStore();
  const canvas = useView((s) => s.history.present.canvas);
  const frames = useMemo(
    () => framesOf({ nodes: view.nodes, canvas, countryOf, nameOf: (id) => store.get().cache.nodes.get(id)?.name ?? id }),
    [view, canvas.grouping, canvas.groups, countryOf, store],
  );
  return useMemo(() => toElements({ view, canvas, frames }), [view, canvas.positions, canvas.placed, canvas.bundles, frames]);
}
