/** Checks stored claims against the entities, predicates and sources they use, because an import that changes those can make the claims invalid. */
import { checkCitationUse } from './check-citations.ts';
import { checkClaim } from './check-claims.ts';
import { checkContext } from './check-context.ts';
import type { Delta } from '../change-plan.ts';
import type { Problem } from '../../model/errors.ts';
import { emptyBatch, type Placed } from '../import-batch.ts';
import type { Citation, Claim, Predicate, Records } from '../../model/records.ts';

export interface UsedRecord {
  kind: 'entity' | 'predicate' | 'source';
  id: string;
  /** JSON pointer from the record to the field that is used. */
  field: string;
}
/** A rule that a claim, or one of its citations, breaks. */
export interface UseFault {
  claim: string;
  /** Dataset of the claim or citation. */
  dataset: string;
  citation?: string;
  code: string;
  /** Says which field, why, and what would be allowed. */
  message: string;
  /** The records that do not fit: changing any of them would end the fault. */
  used: UsedRecord[];
}

/** For each rule, the field of the predicate it depends on. The functions below name the records that other rules depend on. */
const PREDICATE_FIELDS: Readonly<Record<string, string>> = {
  'subject-type': '/subject',
  'object-type': '/takes',
  'object-not-taken': '/takes',
  'end-types': '/takes',
  'ends-out-of-order': '/symmetric',
  'value-missing': '/takes',
  'qualifier-not-allowed': '/qualifiers',
  'level-not-for-claim': '/accuses',
};

/** Every such fault in some claims of the records (absent: in all), in their order. Records that are missing are not reported here. */
export function checkUses(records: Records, only: Iterable<string> = records.claims.keys()): UseFault[] {
  const batch = emptyBatch();
  const places = new Map<string, { claim: Claim; citation?: Citation }>();
  for (const id of only) {
    const claim = records.claims.get(id);
    if (!claim) continue;
    batch.claims.push({ record: claim, file: `claim/${id}`, pointer: '' });
    places.set(`claim/${id}`, { claim });
    for (const citation of records.citations.get(id) ?? []) {
      batch.citations.push({ record: citation, file: `citation/${citation.id}`, pointer: '' });
      places.set(`citation/${citation.id}`, { claim, citation });
    }
  }
  const problems: Problem[] = [];
  const context = checkContext(batch, { records, aliases: new Map() }, (problem) => problems.push(problem));
  const cited = new Map<string, Placed<Citation>[]>();
  for (const placed of batch.citations) {
    const list = cited.get(placed.record.claim);
    if (list) list.push(placed);
    else cited.set(placed.record.claim, [placed]);
  }
  for (const placed of batch.claims) {
    const citations = cited.get(placed.record.id) ?? [];
    checkClaim(placed, citations, context);
    const predicate = records.predicates.get(placed.record.predicate);
    for (const citation of citations) checkCitationUse(citation, predicate && predicate.accuses.length > 0, context);
  }
  return problems.flatMap(({ code, message, remedy, file = '' }): UseFault[] => {
    const at = places.get(file);
    const used = at ? usedBy(code, at.claim, at.citation) : [];
    if (!at || used.length === 0) return [];
    const { claim, citation } = at;
    const isAllowed = remedy?.startsWith('it takes') === true;
    return [
      {
        claim: claim.id,
        dataset: (citation ?? claim).dataset,
        ...(citation ? { citation: citation.id } : {}),
        code,
        message: isAllowed ? `${message}; ${remedy}` : message,
        used,
      },
    ];
  });
}

/** The records that a rule depends on; empty where it depends on the claim or citation alone. */
function usedBy(code: string, claim: Claim, citation: Citation | undefined): UsedRecord[] {
  const used: UsedRecord[] = [];
  const entity = (id: unknown) => typeof id === 'string' && used.push({ kind: 'entity', id, field: '/type' });
  if (code === 'subject-type') entity(claim.subject);
  if (code === 'object-type') entity(claim.object);
  if (code === 'end-types') for (const end of [claim.subject, claim.object]) entity(end);
  if (code === 'case-type') entity(citation?.standing.case);
  if (code === 'carried-without-text-of' && citation) used.push({ kind: 'source', id: citation.source, field: '' });
  const field = PREDICATE_FIELDS[code];
  if (field !== undefined) used.push({ kind: 'predicate', id: claim.predicate, field });
  return used;
}

/** Faults in `after` that are not in `before`. */
export function newFaults(before: readonly UseFault[], after: readonly UseFault[]): UseFault[] {
  const keyOf = ({ claim, citation, code, used }: UseFault) => JSON.stringify([claim, citation, code, used.map(({ kind, id }) => `${kind}/${id}`)]);
  const known = new Set(before.map(keyOf));
  return after.filter((fault) => !known.has(keyOf(fault)));
}

export interface Redefined {
  /** Ids whose type changes. */
  entities: string[];
  /** Those of them that were a Case. */
  cases: string[];
  /** Ids of predicates that take or allow less than before, or whose `accuses` begins or ceases to name an end. */
  predicates: string[];
  /** Ids of sources that carried a text and no longer do. */
  sources: string[];
}

/** The stored records that a delta changes in such a way that claims may no longer fit them. */
export function redefinedRecords({ put }: Pick<Delta, 'put'>, stored: Pick<Records, 'entities' | 'predicates' | 'sources'>): Redefined {
  const retyped = put.entities.filter(({ id, type }) => (stored.entities.get(id)?.type ?? type) !== type).map(({ id }) => id);
  return {
    entities: retyped,
    cases: retyped.filter((id) => stored.entities.get(id)?.type === 'Case'),
    predicates: put.predicates.filter((predicate) => isNarrower(predicate, stored.predicates.get(predicate.id))).map(({ id }) => id),
    sources: put.sources.filter(({ id, textOf }) => textOf === undefined && stored.sources.get(id)?.textOf !== undefined).map(({ id }) => id),
  };
}

function isNarrower(after: Predicate, before: Predicate | undefined): boolean {
  if (!before) return false;
  const lost = <T>(was: readonly T[], is: readonly T[]) => was.some((item) => !is.includes(item));
  const accuses = ({ accuses: ends }: Predicate) => ends.length > 0;
  return (
    before.symmetric !== after.symmetric ||
    lost(before.subject, after.subject) ||
    lost(before.takes, after.takes) ||
    lost(before.qualifiers, after.qualifiers) ||
    accuses(before) !== accuses(after)
  );
}
