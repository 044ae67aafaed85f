/** Verifies that the segments stored are those of the claims, with the figures copied onto them. */
import { recordKey } from '../../domain/importing/change-plan.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Records } from '../../domain/model/records.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import type { Tx } from '../../store/connect.ts';
import { auditSegments } from '../../store/statements/audits.ts';
import { shapeSegment } from '../../store/shape-records.ts';
import type { Fault } from './fault.ts';
import { differingFields } from './differing-fields.ts';

/** @returns the number of segments stored */
export async function checkSegments(
  tx: Tx,
  rev: number,
  records: Records,
  figures: ReadonlyMap<string, Figures>,
  stale: ReadonlySet<string>,
  report: (fault: Fault) => void,
): Promise<number> {
  const expected = new Map<string, ReturnType<typeof shapeSegment>>();
  for (const [id, claim] of records.claims) {
    const predicate = records.predicates.get(claim.predicate);
    const derived = figures.get(id);
    if (!predicate || !derived || stale.has(id)) continue;
    for (const segment of segmentsOf(claim, predicate, (entity) => records.entities.get(entity)?.type))
      expected.set(`${id} ${segment.n}`, shapeSegment(segment, derived, predicate));
  }
  const stored = await auditSegments.run(tx, { rev });
  for (const { type, from, to, props } of stored) {
    const claim = String(props['claim']);
    if (stale.has(claim)) continue;
    const record = recordKey('claim', claim);
    const key = `${claim} ${String(props['n'])}`;
    const wanted = expected.get(key);
    expected.delete(key);
    if (!records.claims.has(claim)) report({ kind: 'orphan', record, message: `a segment from ${from} to ${to} is left of a claim that is not there` });
    else if (!wanted) report({ kind: 'segments', record, message: `segment ${String(props['n'])} should not be there` });
    else if (wanted.type !== type || wanted.from !== from || wanted.to !== to)
      report({ kind: 'segments', record, message: `segment ${String(props['n'])} runs from ${from} to ${to} as ${type}` });
    else {
      const fields = differingFields(wanted.props, props);
      if (fields.length > 0) report({ kind: 'segments', record, message: `segment ${String(props['n'])} carries other figures: ${fields.join(', ')}` });
    }
  }
  for (const { from, to, props } of expected.values())
    report({ kind: 'segments', record: recordKey('claim', String(props['claim'])), message: `the segment from ${from} to ${to} is missing` });
  return stored.length;
}
