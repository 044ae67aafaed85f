/** Whether the tour is on, and how it ends: the focus goes back to where it was started from. */
import { createContext, useCallback, useContext, useState } from 'react';

export interface Tour {
  on: boolean;
  start: () => void;
  end: () => void;
}
export const TourContext = createContext<Tour>({ on: false, start: () => undefined, end: () => undefined });
export function useTour(): Tour {
  return useContext(TourContext);
}

/** Its owner gives it to others by the context. */
export function useTourState(): Tour {
  const [from, setFrom] = useState<{ element: Element | null }>();
  const start = useCallback((): void => setFrom({ element: document.activeElement }), []);
  const end = (): void => {
    setFrom(undefined);
    const back = from?.element;
    // The opening screen, where it was started, may be gone.
    const kept = back instanceof HTMLElement && back.isConnected && back !== document.body ? back : document.querySelector<HTMLElement>('.brand');
    kept?.focus();
  };
  return { on: from !== undefined, start, end };
}
