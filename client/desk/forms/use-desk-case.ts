/** The case that new records belong to: the one that is on view alone, else of those on view the one that was chosen last. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { statsQuery } from '../../api/queries.ts';
import { type Case, casesLoaded } from '../../state/filters/cases.ts';
import { useView } from '../../state/store.ts';

const KEY = 'attest-desk-case';
/** The words that every case has; no claim is added there. */
export const VOCABULARY = 'core';

const listeners = new Set<() => void>();
function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
function choose(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // It is then chosen again each time.
  }
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface DeskCase {
  /** Empty where there is no case. */
  id: string;
  /** Every case that is loaded. */
  cases: Case[];
  /** Those on view, to choose from. */
  among: Case[];
  choose: (id: string) => void;
}

export function useDeskCase(): DeskCase {
  const cases = casesLoaded(useQuery(statsQuery()).data?.datasets ?? []).filter(({ id }) => id !== VOCABULARY);
  const ticked = useView((s) => s.history.present.filters.datasets);
  const chosen = useSyncExternalStore(subscribe, kept);
  const onView = cases.filter(({ id }) => ticked.includes(id));
  const among = onView.length > 0 ? onView : cases;
  return { id: (among.find(({ id }) => id === chosen) ?? among[0])?.id ?? '', cases, among, choose };
}

/** The case that the form around it writes to; empty outside of one. */
export const WritingTo = createContext('');
export const useWritingTo = (): string => useContext(WritingTo);
