/** Says each act to a screen reader: what was done, taken back or done again, and what is drawn after it. */
import { useRef } from 'react';
import { useDrawn } from '../state/canvas/use-drawn.ts';
import { useView } from '../state/store.ts';
import { said } from './said.ts';
import { words } from '../i18n/messages.ts';

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
