/** Hears Escape for what is being drawn or marked by the pointer, before the keys of the workbench, for which Escape leaves the selection. */
import { useEffect, useRef } from 'react';

/** @param giveUp called once for each Escape while `on` is true; nothing else hears that key */
export function useEscape(on: boolean, giveUp: () => void): void {
  const newest = useRef(giveUp);
  newest.current = giveUp;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      newest.current();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [on]);
}
