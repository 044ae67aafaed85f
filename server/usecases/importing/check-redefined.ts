/** Refuses an import that changes stored records so that stored claims no longer fit them. */
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import { checkUses, newFaults, redefinedRecords, type Redefined, type UsedRecord, type UseFault } from '../../domain/importing/checks/check-uses.ts';
import { emptyRecords } from '../../domain/model/empty-records.ts';
import type { Problem } from '../../domain/model/errors.ts';
import type { ImportBatch, Place } from '../../domain/importing/import-batch.ts';
import { LEVELS_WITH_CASE } from '../../domain/model/lists.ts';
import type { Records } from '../../domain/model/records.ts';
import type { ImportPlan } from '../../domain/importing/plan-import.ts';
import type { Tx } from '../../store/connect.ts';
import { addClaimsById, completeReferences } from '../../store/load-records.ts';
import { claimsByPredicate, claimsHaving, claimsOfCases, claimsOnSources, NO_LIMIT } from '../../store/statements/claims.ts';

/** Claims checked at a time. */
const AT_ONCE = 2_000;
/** Most problems reported: a predicate may be used by very many claims. */
const MOST_PROBLEMS = 1_000;

/** Each problem is placed at the record of the import that causes it. Faults that existed before are not reported; `verify` finds those. */
export async function checkRedefined(tx: Tx, rev: number, plan: ImportPlan, { batch, stored }: { batch: ImportBatch; stored: Records }): Promise<Problem[]> {
  const redefined = redefinedRecords(plan, stored);
  const users = await usersOf(tx, rev, redefined);
  const problems: Problem[] = [];
  for (let from = 0; from < users.length && problems.length < MOST_PROBLEMS; from += AT_ONCE) {
    const ids = users.slice(from, from + AT_ONCE);
    const before = emptyRecords();
    await addClaimsById(tx, rev, before, ids);
    await completeReferences(tx, rev, before);
    for (const fault of newFaults(checkUses(before, ids), checkUses(applyDelta(before, plan), ids))) {
      const used = fault.used.find((one) => isRedefined(one, redefined));
      const at = used && placeOf(used, batch);
      if (used && at) problems.push(problemOf(fault, used, at));
    }
  }
  return problems.slice(0, MOST_PROBLEMS);
}

/** Ids of the stored claims that use the changed records, each once, sorted. */
async function usersOf(tx: Tx, rev: number, { entities, cases, predicates, sources }: Redefined): Promise<string[]> {
  const found = [
    entities.length > 0 ? await claimsHaving.run(tx, { rev, entities, limit: NO_LIMIT }) : [],
    cases.length > 0 ? await claimsOfCases.run(tx, { rev, levels: [...LEVELS_WITH_CASE], cases }) : [],
    predicates.length > 0 ? await claimsByPredicate.run(tx, { rev, predicates }) : [],
    sources.length > 0 ? await claimsOnSources.run(tx, { rev, sources, limit: NO_LIMIT }) : [],
  ];
  return [...new Set(found.flat().map(({ id }) => id))].sort();
}

function isRedefined({ kind, id }: UsedRecord, { entities, predicates, sources }: Redefined): boolean {
  return { entity: entities, predicate: predicates, source: sources }[kind].includes(id);
}

function placeOf({ kind, id }: UsedRecord, { entities, predicates, sources }: ImportBatch): Place | undefined {
  const list: readonly (Place & { record: { id: string } })[] = { entity: entities, predicate: predicates, source: sources }[kind];
  return list.find(({ record }) => record.id === id);
}

function problemOf({ claim, citation, dataset, code, message }: UseFault, { field }: UsedRecord, { file, pointer }: Place): Problem {
  const user = citation === undefined ? `the claim ${JSON.stringify(claim)}` : `a citation of the claim ${JSON.stringify(claim)}`;
  return {
    code,
    message: `${user} of the dataset ${JSON.stringify(dataset)} needs it as it is in the database: ${message}`,
    remedy: 'leave it as it is, or change or prune what uses it in the same import or before',
    file,
    pointer: pointer + field,
  };
}
