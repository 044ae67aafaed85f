/** Late answers never overwrite newer ones: each kind of request has one newest, the earlier are aborted and dropped. */

export interface Latest {
  /** Starts a request of a kind: its signal, and whether its answer may still be used. */
  begin: (kind: string) => { signal: AbortSignal; isNewest: () => boolean };
  cancel: (kind: string) => void;
}

export function createLatest(): Latest {
  const running = new Map<string, AbortController>();
  const cancel = (kind: string): void => {
    running.get(kind)?.abort();
    running.delete(kind);
  };
  return {
    cancel,
    begin(kind) {
      cancel(kind);
      const controller = new AbortController();
      running.set(kind, controller);
      return { signal: controller.signal, isNewest: () => running.get(kind) === controller };
    },
  };
}
