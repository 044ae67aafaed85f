/** Strikes a voice, a source or a claim in the view (what-if), and puts it back. */
import { words } from '../i18n/messages.ts';
import { drawnClocks, isStruckHere, strikeToggled, type StruckKind } from '../state/struck.ts';
import type { Deps } from './deps.ts';
import { openPanel } from './open-things.ts';

const t = words.whatIf;

/** @param name of what is struck or put back, for the history */
export function toggleStruck(deps: Deps, kind: StruckKind, id: string, name: string): void {
  const { store } = deps;
  const { clocks } = store.get().history.present;
  const said = isStruckHere(clocks, kind, id) ? t.putBackAct(name) : t.struckAct(name);
  store.dispatch({ type: 'clocks', words: said, clocks: strikeToggled(clocks, kind, id) });
  store.dispatch({ type: 'as-it-is', on: false });
  if (store.get().panels.at(-1)?.kind !== 'what-if') openPanel(deps, { kind: 'what-if' });
  store.dispatch({ type: 'regions', regions: { rightOpen: true } });
}

/** Leaves what-if: all that was struck is put back. */
export function leaveWhatIf({ store }: Deps): void {
  store.dispatch({ type: 'clocks', words: t.left, clocks: drawnClocks(store.get().history.present.clocks) });
  if (store.get().panels.at(-1)?.kind === 'what-if') store.dispatch({ type: 'back' });
}

/** Opens the list of what can be struck, and what falls. */
export function openWhatIf(deps: Deps): void {
  deps.store.dispatch({ type: 'regions', regions: { tab: 'what-if', leftOpen: true, rightOpen: true } });
  openPanel(deps, { kind: 'what-if' });
}
