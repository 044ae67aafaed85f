/** Says what the publication gate refuses of the whole case, and for which reasons. */
import { deriveFigures } from '../../server/domain/figures/derive-figures.ts';
import type { ImportBatch } from '../../server/domain/importing/import-batch.ts';
import { displayName } from '../../server/domain/model/names.ts';
import { checkPublication } from '../../server/domain/publishing/publication-gate.ts';
import { recordsOfBatch } from './records-of-batch.ts';

/**
 * One line for each reason, with the number refused and the sources they rest on alone; with `all` every id. A refusal is no problem of the case: it is listed
 * because an export would refuse it. The batch must have no problems.
 */
export function gateLines(batch: ImportBatch, all: boolean): string[] {
  const records = recordsOfBatch(batch);
  const nameOf = (id: string): string => {
    const entity = records.entities.get(id);
    return entity ? displayName(entity).text : id;
  };
  const piece = { entities: [...records.entities.keys()], claims: [...records.claims.keys()] };
  const { refused } = checkPublication({ records, figures: deriveFigures(records), nameOf }, piece);
  const byReason = new Map<string, string[]>();
  for (const { kind, reason, id } of refused) byReason.set(`${kind}: ${reason}`, [...(byReason.get(`${kind}: ${reason}`) ?? []), id]);
  if (byReason.size === 0) return ['publication gate: nothing refused'];
  return [...byReason].map(([reason, ids]) => {
    const sources = new Set(ids.flatMap((id) => (records.citations.get(id) ?? []).map(({ source }) => source)));
    const what = all || sources.size === 0 ? ids : [`read in ${[...sources].toSorted().join(' and ')} only; --gate names them`];
    return `publication gate refuses ${ids.length}, ${reason} (${what.join(', ')})`;
  });
}
