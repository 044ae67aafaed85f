/** Announces each act to a screen reader: what was done, undone or redone, and what is drawn after it. */
import { useRef } from 'react';
import { useDrawn } from '../state/drawn/use-drawn.ts';
import { useView } from '../state/store.ts';
import { words } from '../i18n/messages.ts';
import type { History } from '../state/history.ts';

const t = words.announce;

export function Announcer() {
  const history = useView((s) => s.history);
  const { nodes, edges } = useDrawn();
  const before = useRef(history);
  const spoken = useRef('');
  if (before.current !== history) {
    const act = said(before.current, history);
    before.current = history;
    if (act !== undefined) spoken.current = act;
  }
  return (
    <p className="visually-hidden" role="status">
      {spoken.current === '' ? '' : words.announce.drawn(spoken.current, nodes.length, edges.length)}
    </p>
  );
}

/** The announcement of a step from one history to the next. Undefined where nothing was done: a layout set positions, or another view was opened. */
export function said<D>(before: History<D>, after: History<D>): string | undefined {
  const [from, to] = [before.past.length, after.past.length];
  const last = after.past.at(-1);
  if (to < from) return after.future[0] && t.undone(after.future[0].act);
  const came = after.past.slice(from).map((step) => step.act);
  const again = before.future.slice(0, to - from).map((step) => step.act);
  if (to > from && before.future.length - after.future.length === to - from && came.join('\n') === again.join('\n')) return last && t.redone(last.act);
  // A full history does not get longer, so its last step is compared.
  return last === before.past.at(-1) ? undefined : last?.act;
}
