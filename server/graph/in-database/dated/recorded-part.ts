/**
 * The recorded clock over a part of the case: the part as it is now, with what was changed since turned back. Every record that was changed since is brought
 * with it, since nobody can say from the present states what the past ones had to do with the question.
 */
import { API_LIMITS } from '../../../contract/parts.ts';
import { AppError } from '../../../domain/model/errors.ts';
import { emptyRecords } from '../../../domain/model/empty-records.ts';
import type { Entity, IdentityDecision, Records, Source, Voice } from '../../../domain/model/records.ts';
import { changedSince, turnBack } from '../../../store/load-past-records.ts';
import { claimsOnSources } from '../../../store/statements/claims.ts';
import { carriersOf } from '../../../store/statements/sources.ts';
import { recordedInstant, remember } from '../../resident/snapshots.ts';
import { perRevision } from '../per-revision.ts';
import type { DatabaseReader } from '../row-context.ts';

export interface Past {
  /** Claims that were changed, or had a citation changed, or rest on a source that was. */
  claims: readonly string[];
  entities: readonly Entity[];
  sources: readonly Source[];
  voices: readonly Voice[];
  /** Turns records back, in place; doing it again changes nothing more. */
  turnBack(records: Records): void;
}

/** A view at a recorded clock asks many questions there. */
const PASTS_KEPT = 2;
const pastsAt = perRevision<Map<string, Promise<Past>>>();

/**
 * What was changed since a recorded clock, at the reader's revision.
 * @param refuse throws the error of a question about the whole case: where a predicate was changed since, what is selected by predicates cannot be found
 * @param most records written later, and records replaced or removed since, each
 * @throws AppError `limit` where more was changed than one answer may turn back
 */
export async function pastOf(reader: DatabaseReader, recorded: string, refuse: () => never, most: number = API_LIMITS.datedChanges): Promise<Past> {
  const kept = await pastsAt(reader.db, reader.revision, async () => new Map<string, Promise<Past>>());
  const load = () => loadPast(reader, recorded, refuse, most);
  // The one who loads it may be called off; then the one who waited loads it.
  return remember(kept, `${recorded} ${most}`, PASTS_KEPT, load).catch(load);
}

async function loadPast({ tx, revision: rev }: DatabaseReader, recorded: string, refuse: () => never, most: number): Promise<Past> {
  const changed = await changedSince(tx, recordedInstant(recorded), most + 1);
  if (Math.max(changed.later.length, changed.versions.length) > most) refuseTooManyChanges(most);
  const then = emptyRecords();
  turnBack(then, changed);
  if (then.predicates.size > 0) refuse();
  const claims = new Set([...then.claims.keys(), ...then.citations.keys()]);
  // What rested on a source that was changed since may have had another root: it is looked at whatever its root is now.
  const sources = [...then.sources.values()];
  const carriers = sources.length === 0 ? [] : await carriersOf.run(tx, { rev, ids: sources.map(({ id }) => id) });
  const resting = carriers.length === 0 ? [] : await claimsOnSources.run(tx, { rev, sources: carriers.map(({ id }) => id), limit: API_LIMITS.datedClaims + 1 });
  for (const { id } of resting) claims.add(id);
  return {
    claims: [...claims],
    entities: [...then.entities.values()],
    sources,
    voices: [...then.voices.values()],
    turnBack: (records) => turnBack(records, changed),
  };
}

/** Decisions that two are the same, or are not, as they were. */
export function turnBackIdentities(past: Pick<Past, 'turnBack'> | undefined, identities: readonly IdentityDecision[]): IdentityDecision[] {
  const records: Records = { ...emptyRecords(), identities: [...identities] };
  past?.turnBack(records);
  return records.identities;
}

function refuseTooManyChanges(most: number): never {
  throw new AppError(
    'limit',
    `An answer as recorded at a date turns back at most ${most} records where the case is larger than the memory set for it, and more were changed since. Ask for a later date, look without it, or set ATTEST_GRAPH_MEMORY higher.`,
    { limit: { name: 'datedChanges', value: most } },
  );
}
