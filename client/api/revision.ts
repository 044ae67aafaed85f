/** The newest revision of the case that an answer has named. Every read reports here, and components subscribe. */

export interface Heard {
  /** Undefined until the first answer that names one. */
  revision?: number;
  /** How often an answer said that something asked for is not there, which may come of a change not heard of yet. */
  doubts: number;
  /** The revision that this page wrote last. */
  wrote?: number;
}

let now: Heard = { doubts: 0 };
const listeners = new Set<() => void>();

function become(next: Heard): void {
  now = next;
  for (const listener of listeners) listener();
}

export const caseRevision = {
  get: (): Heard => now,
  /** An earlier revision is that of an answer that was late. */
  hear(revision: number): void {
    if (revision > (now.revision ?? -1)) become({ ...now, revision });
  },
  /** A revision that this page wrote itself: what was written is known to whoever wrote it. */
  wrote(revision: number): void {
    if (revision > (now.revision ?? -1)) become({ ...now, revision, wrote: revision });
  },
  doubt: (): void => become({ ...now, doubts: now.doubts + 1 }),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
