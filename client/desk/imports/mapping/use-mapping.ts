/** The columns of tables as they are mapped in the window, with the sample of each mapping; the newest answer counts. */
import { useEffect, useRef, useState } from 'react';
import type { TableSample } from '../../../../server/contract/routes/imports.ts';
import { headsKey, type TableMapping } from '../../../../server/contract/table-mapping.ts';
import { explainError } from '../../../api/explain-error.ts';
import { type NamedFile, sampleOf } from '../../../api/queries-imports.ts';

/** Milliseconds after a change before it is sampled. */
const PAUSE = 250;

export function useMapping(files: readonly NamedFile[], given: readonly TableSample[]) {
  const [tables, setTables] = useState(given);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<string>();
  const under = useRef<AbortController | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = (): void => {
    under.current?.abort();
    clearTimeout(timer.current);
  };
  useEffect(() => stop, []);

  const change = (mapping: TableMapping): void => {
    const next = tables.map((table) => (headsKey(table.heads) === headsKey(mapping.heads) ? { ...table, mapping } : table));
    setTables(next);
    setAsking(true);
    stop();
    const controller = new AbortController();
    under.current = controller;
    timer.current = setTimeout(() => {
      void sampleOf(
        files,
        next.map((table) => table.mapping),
        controller.signal,
      )
        .then((found) => {
          if (under.current !== controller) return;
          setTables(found);
          setFailed(undefined);
          setAsking(false);
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted || under.current !== controller) return;
          setFailed(explainError(error));
          setAsking(false);
        });
    }, PAUSE);
  };
  return { tables, change, asking, failed };
}
