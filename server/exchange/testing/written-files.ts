/** The files that an exporter writes, all at once. */
import { inOneGo } from '../../domain/figures/in-slices.ts';
import type { ExportInput, Exporter } from '../format.ts';
import { eachWhole, type WholeFile } from '../whole-text.ts';
import { withLosses } from '../with-losses.ts';

export function writtenFiles(exporter: Exporter, input: Omit<ExportInput, 'losses'>): WholeFile[] {
  return inOneGo(eachWhole(inOneGo(exporter.write(withLosses(exporter, input)))));
}
