/** The case that new records belong to: the one on view, else the one that was chosen last. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { statsQuery } from '../../api/queries.ts';
import type { Case } from '../../state/filters/cases.ts';
import { useView } from '../../state/store.ts';

const KEY = 'attest-desk-case';
/** The words that every case has; no claim is added there. */
export const VOCABULARY = 'core';

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** `id` is empty where there is no case. */
export function useDeskCase(): { id: string; cases: Case[]; choose: (id: string) => void } {
  const cases = (useQuery(statsQuery()).data?.datasets ?? []).filter(({ id }) => id !== VOCABULARY);
  const ticked = useView((s) => s.history.present.filters.datasets);
  const [chosen, setChosen] = useState(kept);
  const choose = (id: string): void => {
    setChosen(id);
    try {
      localStorage.setItem(KEY, id);
    } catch {
      // It is then chosen again after a reload.
    }
  };
  const among = (ids: readonly string[]): string | undefined => cases.find(({ id }) => ids.includes(id))?.id;
  const id = (ticked.length === 1 ? among(ticked) : undefined) ?? among([chosen]) ?? among(ticked) ?? cases[0]?.id ?? '';
  return { id, cases, choose };
}
