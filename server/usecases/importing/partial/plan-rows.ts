/** The rows of a planned import, for a reader who is to choose among them: what each record says, before and after, and where it stands in the files. */
import { API_LIMITS } from '../../../contract/parts.ts';
import type { ImportRow } from '../../../contract/routes/imports.ts';
import { LIST_OF_KIND, recordKey, recordsByKind, type ChangeKind } from '../../../domain/importing/change-plan.ts';
import { nameRecord, type NameOf } from '../../../domain/editing/name-record.ts';
import { displayName } from '../../../domain/model/names.ts';
import type { Planned } from '../plan-against-database.ts';
import { tellClaims } from '../tell-claims.ts';

/** Most rows of a report, as many as may be left out; its counts are exact. */
const ROWS = API_LIMITS.leftOutRecords;
/** What a claim is told with is not a row of its own. */
const WITHIN_CLAIMS: ReadonlySet<ChangeKind> = new Set(['citation', 'dataset']);

/** Claims first, those that change with others after those that are put; then the other records put, then what is removed. */
export function rowsOf(planned: Planned): ImportRow[] {
  const { work } = planned;
  if (!work) return [];
  const { plan } = work;
  const places = work.places();
  const name = namesIn(planned);
  const placesAt = (kind: ChangeKind, id: string) => places.get(recordKey(kind, id)) ?? [];
  const claims = tellClaims(planned, new Map(), ROWS).map((told): ImportRow => {
    const own = told.own ? placesAt('claim', told.id) : [];
    return { kind: 'claim', id: told.id, did: told.isNew ? 'new' : told.own ? 'changed' : 'affected', name: told.sentence, places: own, told };
  });
  const others = (list: readonly { kind: ChangeKind; id: string }[], did: 'new' | 'changed' | 'removed') =>
    list
      .filter(({ kind }) => !WITHIN_CLAIMS.has(kind) && (kind !== 'claim' || did === 'removed'))
      .map(({ kind, id }): ImportRow => ({ kind, id, did, name: name(kind, id), places: did === 'removed' ? [] : placesAt(kind, id) }));
  return [...claims, ...others(plan.created, 'new'), ...others(plan.changed, 'changed'), ...others(plan.removed, 'removed')].slice(0, ROWS);
}

/** What the records that are put, and those stored around them, are called. */
function namesIn({ work }: Planned): NameOf {
  const { plan, around, stored } = work!;
  const put = new Map(recordsByKind(plan).flatMap(([kind, records]) => records.map((one) => [recordKey(kind, one.id), one as object] as const)));
  const nameOf: NameOf = (kind, id) => {
    const entity = kind === 'entity' ? around.entities.get(id) : undefined;
    if (entity) return displayName(entity).text;
    const record = put.get(recordKey(kind, id)) ?? storedRecord(kind, id);
    return record ? nameRecord(kind, record, nameOf) : id;
  };
  const storedRecord = (kind: ChangeKind, id: string): object | undefined => {
    if (kind === 'claim') return around.claims.get(id) ?? stored.claims.get(id);
    if (kind === 'rivals') return stored.rivals.find((one) => one.id === id);
    if (kind === 'identity') return stored.identities.find((one) => one.id === id);
    if (kind === 'citation') return undefined;
    return stored[LIST_OF_KIND[kind]].get(id);
  };
  return nameOf;
}
