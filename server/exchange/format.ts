/** What every exporter is: a pure function from a piece and the gate's verdict to files. */
import type { Clocks } from '../domain/model/questions.ts';
import type { NarrationContext } from '../domain/telling/narration.ts';
import type { GateResult } from '../domain/publishing/publication-gate.ts';
import type { TracePath } from '../domain/tracing/rank-paths.ts';

export const EXPORT_FORMATS = ['own-json', 'csv-set', 'markdown-dossier'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportInput {
  /** Records, figures at the clocks of the view, and the names that may be shown. */
  ctx: NarrationContext;
  entities: readonly string[];
  claims: readonly string[];
  /** Datasets taken whole, their questions and unused records included. */
  datasets?: readonly string[];
  /** Told as prose first, in this order (dossier). */
  paths?: readonly Pick<TracePath, 'entities' | 'hops' | 'weakest' | 'same'>[];
  /** Of the paths asked for that are not told: which, and why, a sentence each. */
  pathsLeftOut?: readonly string[];
  view: { title?: string; clocks?: Clocks; filters: readonly string[] };
  /** The gate's verdict on exactly this piece; `write` does not ask again, the use case does. */
  gate: GateResult;
}
export interface ExportFile {
  /** File name without a folder. */
  name: string;
  mediaType: string;
  text: string;
}
export interface Exporter {
  format: ExportFormat;
  /** As a menu shows it. */
  label: string;
  /** What is lost on the way, for the loss report; empty: nothing. */
  loses: string;
  /** The files of the export, sorted by name; the same input in any order gives the same bytes. */
  write(input: ExportInput): ExportFile[];
}
