/** Opens the export dialog, for what is drawn, for one path, for the answer of a trace without a path, or for rows of a table. */
import { createContext, useContext } from 'react';
import type { Clocks } from '../../../server/domain/model/questions.ts';
import type { TracePathView } from '../../../server/contract/routes/trace.ts';

/** Rows of a table as they are to be taken out: claims with the entities at their ends, or entities alone. */
export interface ExportRows {
  title: string;
  entities: string[];
  claims: string[];
  /** The filters of the table in words, to be printed. */
  lines: string[];
  /** The dates the rows stand at; absent: those of the view. */
  clocks?: Clocks;
  /** What was asked, where the rows are of one entity or list. */
  asked?: string;
}
export interface ExportWish {
  path?: TracePathView;
  /** The answer of the trace of the view, which found no path. */
  answer?: true;
  rows?: ExportRows;
}
export const ExportContext = createContext<(wish: ExportWish) => void>(() => undefined);
export function useExport(): (wish: ExportWish) => void {
  return useContext(ExportContext);
}
