/** What every act works with: the store, the cache of answers, the newest request of each kind, and messages to the user. */
import { createContext, useContext } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type { Latest } from '../state/latest.ts';
import type { Store } from '../state/store.ts';

export interface Deps {
  store: Store;
  queries: QueryClient;
  latest: Latest;
  /** Shows a message once; `failed` marks something that was not done, and `next` is what can be done about it. */
  tell: (message: string, failed?: boolean, next?: { label: string; run: () => void }) => void;
}

export const DepsContext = createContext<Deps | undefined>(undefined);

export function useDeps(): Deps {
  const deps = useContext(DepsContext);
  if (!deps) throw new Error('The acts are not provided.');
  return deps;
}
