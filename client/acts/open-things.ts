/** Opens a claim, an entity, a source or a voice: its panel, and the selection where it is drawn. */
import type { Panel } from '../state/view.ts';
import type { Deps } from './deps.ts';

/** With a citation, the evidence opens at its passage. */
export function openClaim(deps: Deps, id: string, citation?: string): void {
  deps.store.dispatch({
    type: 'select',
    selection: { entities: [], claims: [id] },
    panel: { kind: 'claim', id, ...(citation === undefined ? {} : { citation }) },
  });
  deps.store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}
export function openEntity(deps: Deps, id: string): void {
  deps.store.dispatch({ type: 'select', selection: { entities: [id], claims: [] }, panel: { kind: 'entity', id } });
  deps.store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}
export function openPanel(deps: Deps, panel: Panel): void {
  deps.store.dispatch({ type: 'open', panel });
}
