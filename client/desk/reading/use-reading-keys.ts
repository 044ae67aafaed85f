/** The keys of the reading view: J and K go by paragraph, N to the next that carries nothing, C and E open forms, Enter the evidence. */
import { useEffect, useRef } from 'react';

export interface ReadingActs {
  step: (by: number) => void;
  nextUncited: () => void;
  claim: () => void;
  name: () => void;
  evidence: () => void;
}

/** Something of its own hears the key there. */
const OWN = 'input, textarea, select, button, a, summary, [role=menu], [role=tab], [contenteditable=true]';

export function useReadingKeys(acts: ReadingActs): void {
  const now = useRef(acts);
  now.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (document.querySelector('[aria-modal=true]')) return;
      const target = event.target instanceof Element ? event.target : null;
      const typing = target?.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=menu], [contenteditable=true]');
      if (typing || (event.key === 'Enter' && target?.closest(OWN))) return;
      const act = keyed(now.current, event.key.toLowerCase());
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Before the keys of the workbench, of which some are the same letters.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}

function keyed(acts: ReadingActs, key: string): (() => void) | undefined {
  switch (key) {
    case 'j':
      return () => acts.step(1);
    case 'k':
      return () => acts.step(-1);
    case 'n':
      return acts.nextUncited;
    case 'c':
      return acts.claim;
    case 'e':
      return acts.name;
    case 'enter':
      return acts.evidence;
    default:
      return undefined;
  }
}
