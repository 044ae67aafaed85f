/** The entries of the browser's history in this tab: their views, and what is kept of undo through a reload. */
import type { ViewState } from '../../state/reduce.ts';

/** Views kept to go back and forward to at once. An older entry is read from its address. */
export const ENTRIES_KEPT = 50;
const KEPT = 'attest-undo';

export interface Entries {
  /** An id for a new entry. */
  next: () => string;
  /** The id in a state of the browser's history; undefined for an entry that was not made here. */
  idOf: (state: unknown) => string | undefined;
  put: (id: string, view: ViewState) => void;
  get: (id: string) => ViewState | undefined;
}

export function createEntries(): Entries {
  const views = new Map<string, ViewState>();
  return {
    next: () => crypto.randomUUID(),
    idOf: (state) =>
      typeof state === 'object' && state !== null && 'attestEntry' in state && typeof state.attestEntry === 'string' ? state.attestEntry : undefined,
    put(id, view) {
      views.delete(id);
      views.set(id, view);
      const [oldest] = views.keys();
      if (views.size > ENTRIES_KEPT && oldest !== undefined) views.delete(oldest);
    },
    get: (id) => views.get(id),
  };
}

export const stateOf = (entry: string): { attestEntry: string } => ({ attestEntry: entry });
export const urlOf = (address: string): string => (address === '' ? `${location.pathname}${location.search}` : `#${address}`);

/** Empty where nothing was kept. */
export function readKept(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}
export function writeKept(text: string): void {
  try {
    sessionStorage.setItem(KEPT, text);
  } catch {
    // Undo still works until the page is left, where the browser stores nothing.
  }
}
