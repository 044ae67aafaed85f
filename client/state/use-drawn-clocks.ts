/** The clocks at which what is drawn, and the panels of records, are read. */
import { useMemo } from 'react';
import type { Clocks } from '../../server/domain/model/questions.ts';
import { useView } from './store.ts';
import { drawnClocks } from './struck.ts';

export function useDrawnClocks(): Clocks {
  const clocks = useView((s) => s.history.present.clocks);
  return useMemo(() => drawnClocks(clocks), [clocks]);
}
