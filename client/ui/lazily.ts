/** Loads a part of the interface when it is first shown, or some time after the start, so that a server which does not answer for a moment breaks nothing. */
import { useMounted } from '@mantine/hooks';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { reach } from '../api/reach.ts';

/** Tries while the server answers. After these the part no longer exists, for example because another version was installed. */
const TRIES = 3;
const AGAIN = 2000;
/** Milliseconds after the first screen until the rest is loaded. */
const LEISURE = 4000;

const rest: (() => Promise<unknown>)[] = [];
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, AGAIN));

async function steadily<T>(load: () => Promise<T>): Promise<T> {
  for (let tried = 1; ;) {
    try {
      return await load();
    } catch (error) {
      if (reach.get().lost === undefined && navigator.onLine) tried += 1;
      if (tried > TRIES) throw error;
      await pause();
    }
  }
}

export function lazily<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  rest.push(load);
  return lazy(async () => ({ default: await steadily(load) }));
}

/**
 * Whether a dialog is open that is mounted when it is first opened: from its second rendering on. A dialog notes where the focus was when it opens, and would
 * not give it back if it were there open from the start.
 */
export function useOpened(wanted: boolean): boolean {
  const isMounted = useMounted();
  return isMounted && wanted;
}

/** Loads all parts not shown yet, so that they are available if the server stops. */
export function loadTheRest(): void {
  setTimeout(() => void rest.reduce<Promise<unknown>>((before, load) => before.then(load).catch(() => undefined), Promise.resolve()), LEISURE);
}
