/** Whether the server answers. Every call reports here, and components subscribe. */

/** `offline`: no answer at all; `database`: the server answers that its database does not; `preparing`: that schema or first data are not there yet. */
export type Lost = 'offline' | 'database' | 'preparing';
export interface Reach {
  lost?: Lost;
  /** When it was first noticed, in milliseconds since 1970 (UTC). */
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
