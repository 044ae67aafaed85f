/** What is drawn, with what the marks on the drawing add to it or leave of it. */
import { useMemo } from 'react';
import type { Drawn } from '../drawn/drawn.ts';
import { useDrawn } from '../drawn/use-drawn.ts';
import { useView } from '../store.ts';
import { withMarks } from './marks.ts';

export function useMarked(): Drawn {
  const view = useDrawn();
  const marks = useView((s) => s.marks);
  const document = useView((s) => s.history.present);
  return useMemo(() => withMarks(view, marks, document), [view, marks, document.canvas, document.filters]);
}
