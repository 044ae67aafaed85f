/** Keeps what is being typed through a reload of the page, as long as its tab is open. */
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

/** A state that survives a reload. Call `forget` when it was used or given up. */
export function useDraft<T>(key: string, initial: T): [value: T, set: (value: T) => void, forget: () => void] {
  const [value, setValue] = useState<T>(() => read(key, initial));
  const set = useCallback(
    (next: T) => {
      write(key, next);
      setValue(next);
    },
    [key],
  );
  const forget = useCallback(() => {
    write(key, undefined);
    setValue(initial);
  }, [key]);
  return [value, set, forget];
}
