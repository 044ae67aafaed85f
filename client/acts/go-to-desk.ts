/** Goes to the desk and back: to its texts, to one of them, to a passage in it. */
import type { Desk } from '../state/view.ts';
import type { Deps } from './deps.ts';
import { openClaim } from './open-things.ts';

export function goToDesk({ store }: Deps, desk: Desk = {}): void {
  store.dispatch({ type: 'desk', desk });
}

export function leaveDesk({ store }: Deps): void {
  store.dispatch({ type: 'desk' });
}

/** Opens the text at the passage of a citation, which is lit there. */
export function openPassage(deps: Deps, passage: { source: string; paragraph: number; citation: string }): void {
  goToDesk(deps, { source: passage.source, at: passage.paragraph, cite: passage.citation });
}

/** From a passage in the text back to the evidence of its claim. */
export function backToEvidence(deps: Deps, claim: string, citation: string): void {
  leaveDesk(deps);
  openClaim(deps, claim, citation);
}
