/** The visit before this one, where something was recorded since; keeps up to when the case was seen. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { newestChangeQuery } from '../../api/queries-watches.ts';
import { caseRevision } from '../../api/revision.ts';
import { lastVisit, type Visit } from '../../state/last-visit.ts';

/** Notes what is seen of the case, also of what is written in this visit. */
export function useNotedVisit(): void {
  const newest = useNewest();
  useEffect(() => {
    if (newest) lastVisit.note({ recorded: newest.at, revision: newest.revision, on: new Date().toISOString() });
  }, [newest]);
}

/** Undefined on the first visit, and where nothing was recorded since the last. */
export function useLastVisit(): [visit: Visit | undefined, forget: () => void] {
  const [before, setBefore] = useState(lastVisit.before);
  const newest = useNewest();
  const forget = (): void => {
    lastVisit.forget();
    setBefore(undefined);
  };
  // An earlier revision than was seen is that of another database at the same address.
  const isNew = before !== undefined && newest && newest.revision > before.revision && newest.at > before.recorded;
  return [isNew ? before : undefined, forget];
}

function useNewest() {
  const { revision } = useSyncExternalStore(caseRevision.subscribe, caseRevision.get);
  return useQuery(newestChangeQuery(revision)).data;
}
