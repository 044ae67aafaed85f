/** What a draft would do, planned anew after each change and with each revision of the case; the last answer stays while it is planned. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { PlannedReport } from '../../../server/contract/routes/changes.ts';
import { compareWithCase, type Conflict } from '../../acts/draft/draft-conflicts.ts';
import { ApiError } from '../../api/api-error.ts';
import { changePlanQuery } from '../../api/queries-changes.ts';
import { caseRevision } from '../../api/revision.ts';
import { type Draft, requestOf } from '../../state/draft/draft-change.ts';

/** Milliseconds after a change until it is planned. */
const SETTLES = 200;

export interface DraftPlan {
  report?: PlannedReport;
  /** It is being planned: the report is that of before. */
  planning: boolean;
  error: Error | null;
  /** Others changed a record of the draft. */
  isConflict: boolean;
}

export function useDraftPlan(draft: Draft): DraftPlan {
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const body = useMemo(() => requestOf(draft), [draft]);
  const [settled] = useDebouncedValue(body, SETTLES);
  const asked = useQuery({ ...changePlanQuery(settled, revision), enabled: revision !== undefined && draft.entries.length > 0 });
  const isConflict = asked.error instanceof ApiError && asked.error.code === 'conflict';
  const planning = asked.isFetching || settled !== body || asked.isPlaceholderData;
  return { ...(asked.data ? { report: asked.data } : {}), planning, error: asked.error, isConflict };
}

/** The records of the draft that others changed; those that nobody did are taken for read at the newest revision. */
export function useConflicts(draft: Draft, isConflict: boolean, onCompared: (draft: Draft) => void): { conflicts: Conflict[]; comparing: boolean } {
  const { revision = 0 } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  const [found, setFound] = useState<Conflict[]>([]);
  const [comparing, setComparing] = useState(false);
  useEffect(() => {
    if (!isConflict) {
      setFound([]);
      return;
    }
    let stopped = false;
    setComparing(true);
    void compareWithCase(draft, revision)
      .then((compared) => {
        if (stopped) return;
        setFound(compared.conflicts);
        if (compared.conflicts.length < draft.entries.length) onCompared(compared.draft);
      })
      .finally(() => setComparing(false));
    return () => {
      stopped = true;
    };
    // Compared once for each refusal: a choice changes the draft, which is then planned again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isConflict, draft.entries.length, revision]);
  return { conflicts: found, comparing };
}
