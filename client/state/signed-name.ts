/** The name with which changes are signed until there are accounts: asked once and kept in this browser. */
import { useState } from 'react';

const KEY = 'attest-name';

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The name, empty until one is given; giving one keeps it. */
export function useSignedName(): [name: string, keep: (name: string) => void] {
  const [name, setName] = useState(kept);
  const keep = (next: string): void => {
    setName(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Signing still works where the browser stores nothing: the name is then asked again.
    }
  };
  return [name, keep];
}
