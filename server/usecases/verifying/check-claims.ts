/** Verifies stored claims: proposition, derived figures, ends and citations. */
import { recordKey } from '../../domain/importing/change-plan.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Records } from '../../domain/model/records.ts';
import type { Tx } from '../../store/connect.ts';
import { auditClaims } from '../../store/statements/audits.ts';
import { endsOfClaim, shapeClaim, shapeFigures, type StoredEnd } from '../../store/shape-records.ts';
import type { Fault } from './fault.ts';
import { differingFields } from './differing-fields.ts';

/** @returns the claims that are marked stale; their figures are not compared */
export async function checkClaims(
  tx: Tx,
  rev: number,
  records: Records,
  figures: ReadonlyMap<string, Figures>,
  report: (fault: Fault) => void,
): Promise<Set<string>> {
  const stale = new Set<string>();
  for (const { id, props, ends, again, citations } of await auditClaims.run(tx, { rev })) {
    const record = recordKey('claim', id);
    const claim = records.claims.get(id);
    const predicate = claim && records.predicates.get(claim.predicate);
    const derived = figures.get(id);
    if (!claim || !derived) continue;
    if (!predicate) {
      report({ kind: 'orphan', record, message: `its predicate ${claim.predicate} is not there` });
      continue;
    }
    if (props['stale'] === true) stale.add(id);
    const entry = { claim, datasets: props['datasets'] === undefined ? [claim.dataset] : asList(props['datasets']), aliases: asList(props['aliases']) };
    const own = records.citations.get(id) ?? [];
    const sources = [...new Set(own.map((citation) => citation.source))].sort();
    const told = differingFields(shapeClaim(entry).props, props);
    if (told.length > 0) report({ kind: 'figures', record, message: `the proposition is stored otherwise: ${told.join(', ')}` });
    const fields = stale.has(id) ? [] : differingFields(shapeFigures(derived, predicate, sources, claim), props);
    if (fields.length > 0) report({ kind: 'figures', record, message: `stored figures differ from the derived ones: ${fields.join(', ')}` });
    if (own.length === 0) report({ kind: 'uncited', record, message: 'it has no citation' });
    const expected = endsOfClaim(entry);
    const isDrawn = (wanted: readonly StoredEnd[], drawn: typeof ends) =>
      sameSet(
        wanted.map(([entity, role, place]) => `${role} ${place} ${entity}`),
        drawn.map(([role, place, entity]) => `${role} ${place} ${entity}`),
      );
    if (!isDrawn(expected.ends, ends) || !isDrawn(expected.again, again))
      report({ kind: 'ties', record, message: 'the entities it is tied to are not its ends and qualifiers' });
    if (
      !sameSet(
        own.map((citation) => citation.id),
        citations,
      )
    )
      report({ kind: 'ties', record, message: 'the citations it is tied to are not its own' });
    for (const [entity] of expected.ends) if (!records.entities.has(entity)) report({ kind: 'orphan', record, message: `its entity ${entity} is not there` });
  }
  return stale;
}

function asList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}
