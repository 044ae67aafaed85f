/** What the step from one history to the next was, in words. */
import type { History } from '../state/history.ts';
import { words } from '../i18n/messages.ts';

const t = words.announce;

/** Undefined where nothing was done: a layout found its places, or another view was opened. */
export function said<D>(before: History<D>, after: History<D>): string | undefined {
  const [from, to] = [before.past.length, after.past.length];
  const last = after.past.at(-1);
  if (to < from) return after.future[0] && t.undone(after.future[0].act);
  const came = after.past.slice(from).map((step) => step.act);
  const again = before.future.slice(0, to - from).map((step) => step.act);
  if (to > from && before.future.length - after.future.length === to - from && came.join('\n') === again.join('\n')) return last && t.redone(last.act);
  // A full history stays as long as it is.
  return last === before.past.at(-1) ? undefined : last?.act;
}
