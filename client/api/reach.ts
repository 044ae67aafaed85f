/** Whether the server answers: every call reports here, and what shows it subscribes. */

/** Why nothing comes: no answer at all, or an answer that the database does not give one. */
export type Lost = 'offline' | 'database';
export interface Reach {
  lost?: Lost;
  /** Milliseconds since 1970 (UTC): when it was first seen to be lost. */
  since?: number;
}

const THERE: Reach = {};
let now: Reach = THERE;
const listeners = new Set<() => void>();

function become(next: Reach): void {
  if (next.lost === now.lost) return;
  now = next;
  for (const listener of listeners) listener();
}

export const reach = {
  get: (): Reach => now,
  found: (): void => become(THERE),
  lose: (lost: Lost): void => become({ lost, since: now.since ?? Date.now() }),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
