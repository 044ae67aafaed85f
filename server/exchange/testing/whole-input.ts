/** The input of an exporter for all of some records, without what the format loses. */
import type { Records } from '../../domain/model/records.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { contextOfRecords } from '../../domain/testing/narration-context.ts';
import type { ExportInput } from '../format.ts';

export function wholeInput(records: Records): Omit<ExportInput, 'losses'> {
  const ctx = contextOfRecords(records);
  const everything = {
    entities: [...records.entities.keys()],
    claims: [...records.claims.keys()],
    datasets: [...records.datasets.keys()],
  };
  const gate = checkPublication(ctx, { ...everything, override: 'a test' });
  return { ctx, ...everything, view: { filters: [] }, gate };
}
