/** The store of the view: the reducer with subscriptions, read through selectors. */
import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import { type Action, initialState, reduce, type ViewState } from './reduce.ts';

export interface Store {
  get: () => ViewState;
  dispatch: (action: Action) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore(state: ViewState = initialState()): Store {
  let current = state;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    dispatch(action) {
      const next = reduce(current, action);
      if (next === current) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const StoreContext = createContext<Store | undefined>(undefined);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The store is not provided.');
  return store;
}

/** A part of the state. The selector must return the same object as long as what it reads does not change. */
export function useView<T>(select: (state: ViewState) => T): T {
  const store = useStore();
  const last = useRef<{ state: ViewState; select: (state: ViewState) => T; value: T } | undefined>(undefined);
  return useSyncExternalStore(store.subscribe, () => {
    const state = store.get();
    // The selector of another render may read another id, so its result is not reused.
    if (last.current?.state !== state || last.current.select !== select) last.current = { state, select, value: select(state) };
    return last.current.value;
  });
}
