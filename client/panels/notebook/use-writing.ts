/** Writes entries of the notebook, and tells what another write did in between. */
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { NotebookEntry } from '../../../server/domain/notebook/entries.ts';
import { ApiError } from '../../api/api-error.ts';
import { explainError } from '../../api/explain-error.ts';
import { type KeptEntry, NOTEBOOK, notebookEntryQuery, removeEntry, writeEntry } from '../../api/queries-notebook.ts';

export interface Writing {
  busy: boolean;
  failed?: string;
  /** What another wrote in between; `gone` where it was deleted. */
  conflict?: KeptEntry | 'gone';
  /** @param version of the entry that was read; 0 for a new one. @returns the entry as kept; undefined where it was not written */
  write: (id: string, entry: NotebookEntry, version: number, who: string) => Promise<KeptEntry | undefined>;
  remove: (entry: Pick<KeptEntry, 'id' | 'version'>) => Promise<boolean>;
  /** The conflict was decided. */
  settle: () => void;
}

export function useWriting(): Writing {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [conflict, setConflict] = useState<Writing['conflict']>();

  /** The entry as it stands now, where another write came in between. */
  const tellConflict = async (id: string): Promise<void> => {
    try {
      setConflict(await queries.fetchQuery({ ...notebookEntryQuery(id, {}), staleTime: 0, retry: false }));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not-found') setConflict('gone');
      else setFailed(explainError(error));
    }
  };
  const attempt = async <T>(id: string, act: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setFailed(undefined);
    setConflict(undefined);
    try {
      const done = await act();
      await queries.invalidateQueries({ queryKey: [NOTEBOOK] });
      return done;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'conflict') await tellConflict(id);
      else setFailed([explainError(error), ...(error instanceof ApiError ? (error.problem?.problems ?? []).map(({ message }) => message) : [])].join(' '));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    ...(failed === undefined ? {} : { failed }),
    ...(conflict === undefined ? {} : { conflict }),
    write: (id, entry, version, by) => attempt(id, () => writeEntry(id, entry, { who: by, version })),
    remove: async (entry) => (await attempt(entry.id, () => removeEntry(entry))) !== undefined,
    settle: () => setConflict(undefined),
  };
}
