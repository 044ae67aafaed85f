/** Late answers never overwrite newer ones: each kind of request has one newest, the earlier are aborted and dropped; what runs can be told and stopped. */

export interface Run {
  signal: AbortSignal;
  /** True while the answer may still be used. */
  isNewest: () => boolean;
  /** Done, one way or another: it is not told of any more. */
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
  /** Starts a request of a kind; with words it is told of while it runs. */
  begin: (kind: string, doing?: string) => Run;
  /** Aborts the newest of a kind. */
  cancel: (kind: string) => void;
  /** What runs and has words, oldest first; the same list until it changes. */
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
          // Still the newest of its kind: a late answer of an earlier one stays dropped.
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
