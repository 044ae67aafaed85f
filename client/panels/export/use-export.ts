/** Opens the export dialog, for what is drawn or for one path. */
import { createContext, useContext } from 'react';
import type { TracePathView } from '../../../server/contract/routes/trace.ts';

export interface ExportWish {
  path?: TracePathView;
}
export const ExportContext = createContext<(wish: ExportWish) => void>(() => undefined);
export function useExport(): (wish: ExportWish) => void {
  return useContext(ExportContext);
}
