/** N goes to the next claim that is listed as differing, and begins anew after the last: in the list, and on the drawing. */
import { useEffect } from 'react';
import type { Deps } from '../../acts/deps.ts';
import { isTyping } from '../../ui/where-keys-go.ts';

/** @param rows in the order of the list; each stands on the page with `data-claim`, and is or holds what takes the focus */
export function useNextClaim(deps: Deps, rows: readonly { id: string }[], selected: string | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[aria-modal=true]')) return;
      event.preventDefault();
      event.stopPropagation();
      const next = rows[(rows.findIndex(({ id }) => id === selected) + 1) % Math.max(1, rows.length)];
      if (!next) return;
      deps.store.dispatch({ type: 'select', selection: { entities: [], claims: [next.id] } });
      const row = document.querySelector<HTMLElement>(`[data-claim="${CSS.escape(next.id)}"]`);
      const focused = row instanceof HTMLButtonElement ? row : row?.querySelector<HTMLElement>('button');
      focused?.focus();
      focused?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [deps, rows, selected]);
}
