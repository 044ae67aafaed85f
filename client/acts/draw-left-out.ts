/** Draws some of the claims that the last act left out; the rest can still be chosen. */
import { neededEntities } from '../../server/domain/picturing/drawn/drawable.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';

export function drawLeftOut({ store }: Deps, ids: readonly string[]): void {
  const { leftOut, cache, history } = store.get();
  const edges = ids.map((id) => cache.edges.get(id)).filter((edge) => edge !== undefined);
  store.dispatch({
    type: 'place',
    words: words.acts.claims,
    nodes: [],
    edges,
    entities: [...new Set(edges.flatMap(neededEntities))],
    clocks: history.present.clocks,
    left: (leftOut?.claims ?? []).filter((id) => !ids.includes(id)),
  });
}
