/** Undo and redo for any document: past, present and future, each step with the words of its act. */

/** Steps kept; the oldest are dropped. */
export const HISTORY_LIMIT = 200;

export interface Step<D> {
  /** The act that followed this document ("Expand Iran"). */
  act: string;
  document: D;
}
export interface History<D> {
  past: Step<D>[];
  present: D;
  future: Step<D>[];
}

export function startHistory<D>(document: D): History<D> {
  return { past: [], present: document, future: [] };
}

/** Makes a document the present one and ends redo. With the same document the history does not change. */
export function act<D>(history: History<D>, words: string, document: D): History<D> {
  if (document === history.present) return history;
  const past = [...history.past, { act: words, document: history.present }];
  return { past: past.slice(-HISTORY_LIMIT), present: document, future: [] };
}

/** Replaces the present without a step, for changes that are no acts, such as positions from a layout. */
export function amend<D>(history: History<D>, document: D): History<D> {
  return { ...history, present: document };
}

export function undo<D>(history: History<D>): History<D> {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: last.document,
    future: [{ act: last.act, document: history.present }, ...history.future],
  };
}

export function redo<D>(history: History<D>): History<D> {
  const next = history.future[0];
  if (!next) return history;
  return {
    past: [...history.past, { act: next.act, document: history.present }],
    present: next.document,
    future: history.future.slice(1),
  };
}

/** A state of the history. `act` led to it and is empty for the first. */
export interface Stage {
  act: string;
  at: number;
  when: 'past' | 'now' | 'future';
}
export function stages<D>(history: History<D>): Stage[] {
  const acts = ['', ...history.past.map((step) => step.act), ...history.future.map((step) => step.act)];
  const now = history.past.length;
  return acts.map((words, at) => ({ act: words, at, when: at < now ? 'past' : at === now ? 'now' : 'future' }));
}

/** Goes to the n-th state at once; an n out of range changes nothing. */
export function jump<D>(history: History<D>, to: number): History<D> {
  const last = history.past.length + history.future.length;
  if (!Number.isInteger(to) || to < 0 || to > last) return history;
  let at = history;
  while (at.past.length > to) at = undo(at);
  while (at.past.length < to) at = redo(at);
  return at;
}
