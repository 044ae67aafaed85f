/** Keeps what is searched and set up in a view through a reload of the page and the closing of a panel, as long as its tab is open. */
import { useCallback, useState } from 'react';

const PREFIX = 'attest-draft ';

function read<T>(key: string, initial: T): T {
  try {
    const kept = sessionStorage.getItem(PREFIX + key);
    const value: unknown = kept === null ? initial : JSON.parse(kept);
    // A draft of an earlier version may have another shape and is dropped.
    return typeof value === typeof initial && Array.isArray(value) === Array.isArray(initial) ? (value as T) : initial;
  } catch {
    return initial;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Typing still works where the browser stores nothing.
  }
}

/**
 * A state that survives a reload, and the closing of what it is typed in. Call `forget` when it was used or given up. Another key shows another draft: what was
 * typed for one piece is not shown for the next.
 */
export function useDraft<T>(key: string, initial: T): [value: T, set: (value: T) => void, forget: () => void] {
  const [draft, setDraft] = useState(() => ({ key, value: read(key, initial) }));
  const shown = draft.key === key ? draft : { key, value: read(key, initial) };
  if (shown !== draft) setDraft(shown);
  const set = useCallback(
    (value: T) => {
      write(key, value);
      setDraft({ key, value });
    },
    [key],
  );
  const forget = useCallback(() => {
    write(key, undefined);
    setDraft({ key, value: initial });
  }, [key]);
  return [shown.value, set, forget];
}
