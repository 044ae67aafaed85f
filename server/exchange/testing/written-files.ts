/** The files that an exporter writes, all at once. */
import { inOneGo } from '../../domain/figures/in-slices.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { withLosses } from '../with-losses.ts';

export function writtenFiles(exporter: Exporter, input: Omit<ExportInput, 'losses'>): ExportFile[] {
  return inOneGo(exporter.write(withLosses(exporter, input)));
}
