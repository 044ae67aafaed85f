/** A part of the interface that is loaded when it is first shown, or at leisure; a server that is away for a moment breaks nothing. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { reach } from '../api/reach.ts';

/** Tries while the server is there: after these the part is gone, as when another version was installed. */
const TRIES = 3;
const AGAIN = 2000;
/** So long after the first screen the rest is loaded, ms. */
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

/** Loads what was not shown yet once the first screen stands, so that it is there should the server go away. */
export function loadTheRest(): void {
  setTimeout(() => void rest.reduce<Promise<unknown>>((before, load) => before.then(load).catch(() => undefined), Promise.resolve()), LEISURE);
}
