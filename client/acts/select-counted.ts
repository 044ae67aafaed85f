/** Selects exactly what a count counts. A single entity or claim is opened, as if it was clicked. */
import type { Deps } from './deps.ts';
import { openClaim, openEntity } from './open-things.ts';

export function selectCounted(deps: Deps, { claims = [], entities = [] }: { claims?: readonly string[]; entities?: readonly string[] }): void {
  const [claim] = claims;
  const [entity] = entities;
  if (claims.length + entities.length === 0) return;
  if (claims.length === 1 && claim !== undefined && entities.length === 0) openClaim(deps, claim);
  else if (entities.length === 1 && entity !== undefined && claims.length === 0) openEntity(deps, entity);
  else {
    deps.store.dispatch({ type: 'select', selection: { claims: [...claims], entities: [...entities] } });
    deps.store.dispatch({ type: 'regions', regions: { rightOpen: true } });
  }
}
