/** Up to when this browser has seen the case, and up to when it had before the present visit. A visit lasts as long as its tab. */
import { z } from 'zod';

const KEY = 'attest-last-visit';
const shape = z.object({
  /** When the newest that was seen was recorded. */
  recorded: z.iso.datetime(),
  revision: z.int(),
  /** When it was seen. */
  on: z.iso.datetime(),
});
export type Visit = z.infer<typeof shape>;

function read(storage: Storage): Visit | undefined {
  const parsed = shape.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
  return parsed.success ? parsed.data : undefined;
}

export const lastVisit = {
  /** Of the visit before this one; undefined on the first. */
  before(): Visit | undefined {
    try {
      // A reload is the same visit: what it began with is kept as long as the tab.
      if (sessionStorage.getItem(KEY) === null) sessionStorage.setItem(KEY, JSON.stringify(read(localStorage) ?? null));
      return read(sessionStorage);
    } catch {
      return undefined;
    }
  },
  /** What was seen in this visit is not new in the next. */
  note(visit: Visit): void {
    try {
      lastVisit.before();
      localStorage.setItem(KEY, JSON.stringify(visit));
    } catch {
      // Where the browser stores nothing, nothing is told of the next visit.
    }
  },
  /** What was told of the visit before was read. */
  forget(): void {
    try {
      sessionStorage.setItem(KEY, 'null');
    } catch {
      // Nothing was kept.
    }
  },
};
