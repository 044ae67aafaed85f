/** The input of an exporter for all of some records. */
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import type { Records } from '../../domain/model/records.ts';
import { displayName } from '../../domain/model/names.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import type { ExportInput } from '../format.ts';

export function wholeInput(records: Records): ExportInput {
  const ctx: NarrationContext = {
    records,
    figures: deriveFigures(records),
    nameOf: (id) => {
      const entity = records.entities.get(id);
      return entity ? displayName(entity).text : id;
    },
  };
  const everything = {
    entities: [...records.entities.keys()],
    claims: [...records.claims.keys()],
    datasets: [...records.datasets.keys()],
  };
  const gate = checkPublication(ctx, { ...everything, override: 'a test' });
  return { ctx, ...everything, view: { filters: [] }, gate };
}
