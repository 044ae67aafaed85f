/** Everything in some records, ready for an exporter. */
import { deriveFigures } from '../../domain/derive-figures.ts';
import type { Records } from '../../domain/model.ts';
import { displayName } from '../../domain/names.ts';
import type { NarrationContext } from '../../domain/narration.ts';
import { checkPublication } from '../../domain/publication-gate.ts';
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
