/**
 * Keeps the newest request of each kind: earlier ones are aborted and their answers dropped, so that a late answer never overwrites a newer one. Running
 * requests can be listed and stopped.
 */

export interface Run {
  signal: AbortSignal;
  /** True as long as the answer may be used. */
  isNewest: () => boolean;
  /** The request has ended in some way and is no longer listed. */
  end: () => void;
}
export interface Running {
  kind: string;
  /** What is being done, in words. */
  doing: string;
  /** Milliseconds since 1970 (UTC). */
  since: number;
}
export interface Latest {
  /** Starts a request of a kind. With words it is listed while it runs. */
  begin: (kind: string, doing?: string) => Run;
  /** Aborts the newest request of a kind. */
  cancel: (kind: string) => void;
  /** The running requests that have words, oldest first; the same list until it changes. */
  running: () => readonly Running[];
  subscribe: (listener: () => void) => () => void;
}

interface Entry {
  controller: AbortController;
  told?: Running;
}

export function createLatest(now: () => number = Date.now): Latest {
  const newest = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let list: readonly Running[] = [];
  const changed = (): void => {
    list = [...newest.values()].flatMap((entry) => entry.told ?? []).toSorted((a, b) => a.since - b.since);
    for (const listener of listeners) listener();
  };
  const drop = (kind: string): void => {
    const entry = newest.get(kind);
    if (!entry) return;
    newest.delete(kind);
    entry.controller.abort();
  };
  return {
    cancel(kind) {
      drop(kind);
      changed();
    },
    begin(kind, doing) {
      drop(kind);
      const entry: Entry = { controller: new AbortController(), ...(doing === undefined ? {} : { told: { kind, doing, since: now() } }) };
      newest.set(kind, entry);
      changed();
      return {
        signal: entry.controller.signal,
        isNewest: () => newest.get(kind) === entry,
        end() {
          if (newest.get(kind) !== entry || !entry.told) return;
          // It remains the newest of its kind, so that a late answer of an earlier one is still dropped.
          entry.told = undefined;
          changed();
        },
      };
    },
    running: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
