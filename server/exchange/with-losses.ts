/** The input of an exporter with what its format loses of the piece: worked out once for the files and the manifest. */
import { lossesOf } from '../domain/publishing/loss-report.ts';
import type { ExportInput, Exporter } from './format.ts';

export function withLosses({ loses }: Pick<Exporter, 'loses'>, input: Omit<ExportInput, 'losses'>): ExportInput {
  const { ctx, gate, view, datasets } = input;
  return { ...input, losses: lossesOf(loses, ctx.records, gate.piece, { clocks: view.clocks, datasets }) };
}
