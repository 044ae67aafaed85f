/** Keeps the address bar and the view the same: every change is written, and an opened link is read. */
import { useEffect } from 'react';
import { useDeps } from '../acts/deps.ts';
import { hydrate, needsReading } from '../acts/loading/hydrate.ts';
import { keepAddress } from '../acts/address/keep-address.ts';

/** Milliseconds after which a failed read is tried again. */
const AGAIN = 4000;

export function useLink(): void {
  const deps = useDeps();
  useEffect(() => keepAddress(deps), [deps]);
  useEffect(() => {
    const { store } = deps;
    let reading = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      if (reading || again !== undefined || !needsReading(store.get())) return;
      reading = true;
      void hydrate(deps).then((ok) => {
        reading = false;
        if (ok) read();
        else
          again = setTimeout(() => {
            again = undefined;
            read();
          }, AGAIN);
      });
    };
    read();
    const off = store.subscribe(read);
    return () => {
      off();
      clearTimeout(again);
    };
  }, [deps]);
}
