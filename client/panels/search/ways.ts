/** The four ways to use a search result: place it, open it, trace from it, trace to it. */
import { IconArrowBarRight, IconArrowBarToRight, IconFileText, IconPlus, type Icon } from '@tabler/icons-react';
import type { NodeView } from '../../../server/contract/views.ts';
import type { Deps } from '../../acts/deps.ts';
import { openEntity } from '../../acts/open-things.ts';
import { placeEntity } from '../../acts/place-entities.ts';
import { setTraceEnd } from '../../acts/set-trace-end.ts';

export type Way = 'place' | 'open' | 'from' | 'to';
export const WAYS: readonly { way: Way; icon: Icon }[] = [
  { way: 'place', icon: IconPlus },
  { way: 'open', icon: IconFileText },
  { way: 'from', icon: IconArrowBarRight },
  { way: 'to', icon: IconArrowBarToRight },
];

/** The way that Enter means with these modifier keys. */
export function wayOfKey({ shiftKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): Way {
  if (ctrlKey || metaKey) return shiftKey ? 'to' : 'from';
  return shiftKey ? 'open' : 'place';
}

export function take(deps: Deps, entity: NodeView, way: Way): void {
  if (way === 'place') void placeEntity(deps, entity.id, entity.name);
  else if (way === 'open') openEntity(deps, entity.id);
  else {
    // The cache gets the node at once for its name, though it is not drawn.
    deps.store.dispatch({ type: 'received', clocks: deps.store.get().history.present.clocks, nodes: [entity], edges: [], absent: [] });
    setTraceEnd(deps, way, entity.id);
  }
}
