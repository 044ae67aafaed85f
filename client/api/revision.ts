/** The newest revision of the case that an answer has named. Every read reports here, and components subscribe. */

export interface Heard {
  /** Undefined until the first answer that names one. */
  revision?: number;
  /** How often an answer said that something asked for is not there, which may come of a change not heard of yet. */
  doubts: number;
  /** The revisions that this page wrote: what it wrote is known to whoever wrote it. */
  own: ReadonlySet<number>;
  /** How many writes of this page are not answered yet: a revision that is heard meanwhile may be of one of them. */
  writing: number;
}

let now: Heard = { doubts: 0, own: new Set(), writing: 0 };
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
  /** A revision that this page wrote itself; it is heard with the next read. */
  own: (revision: number): void => become({ ...now, own: new Set([...now.own, revision]) }),
  /** The same, and it is heard at once. */
  wrote(revision: number): void {
    caseRevision.own(revision);
    caseRevision.hear(revision);
  },
  /** Carries out a write of this page. */
  async whileWriting<T>(write: () => Promise<T>): Promise<T> {
    become({ ...now, writing: now.writing + 1 });
    try {
      return await write();
    } finally {
      become({ ...now, writing: now.writing - 1 });
    }
  },
  doubt: (): void => become({ ...now, doubts: now.doubts + 1 }),
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
