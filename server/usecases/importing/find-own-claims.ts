/** Finds the claims that a delta changes directly: in their proposition, citations, predicate, or the lineage of a citation. */
import type { Delta } from '../../domain/importing/change-plan.ts';
import type { Entity, Predicate } from '../../domain/model/records.ts';
import { displayName } from '../../domain/model/names.ts';
import type { Tx } from '../../store/connect.ts';
import type { StoredOfDelta } from '../../store/load-stored.ts';
import { parseAll } from '../../store/load-records.ts';
import { claimsByPredicate, claimsHaving, claimsOnSources, NO_LIMIT } from '../../store/statements/claims.ts';
import { carriersOf, sourcesOfVoices } from '../../store/statements/sources.ts';
import { allVoices } from '../../store/statements/voices.ts';
import type { Voice } from '../../domain/model/records.ts';

export interface OwnClaims {
  /** All of them, including removed ones. */
  claims: Set<string>;
  /** Those the delta names itself, by a claim or one of its citations. They are always derived at once. */
  named: Set<string>;
  /** Stored claims, besides those put, whose segments must be written anew. */
  redrawn: Set<string>;
}

export async function findOwnClaims(tx: Tx, rev: number, delta: Delta, stored: StoredOfDelta): Promise<OwnClaims> {
  const { put, remove } = delta;
  const named = new Set([...put.claims.map(({ claim }) => claim.id), ...put.citations.map(({ claim }) => claim), ...stored.claimOfCitation.values()]);
  for (const { kind, id } of remove) if (kind === 'claim') named.add(id);
  const claims = new Set(named);
  const redrawn = new Set<string>();
  const addAll = (found: readonly { id: string }[], ...sets: Set<string>[]) => found.forEach(({ id }) => sets.forEach((set) => set.add(id)));

  // Rivals: every claim that is or was in a set of the delta.
  for (const set of [...put.rivals, ...stored.around.rivals]) for (const id of set.claims) claims.add(id);

  // Lineage: sources that change, whose voice changes, or that carry such a source.
  const changed = new Set(namesOf('source', put.sources, stored, remove));
  const voices = new Set(namesOf('voice', put.voices, stored, remove));
  const entities = put.entities.flatMap((entity) => {
    const was = stored.around.entities.get(entity.id);
    return was ? [{ was, is: entity }] : [];
  });
  const renamed = new Set(entities.filter(({ was, is }) => displayName(was).text !== displayName(is).text).map(({ is }) => is.id));
  if (renamed.size > 0) {
    // Involvement reasons name the entities that a voice speaks for, so renaming those changes the figures.
    for (const voice of parseAll<Voice>(await allVoices.run(tx, { rev }))) if (voice.entities.some((id) => renamed.has(id))) voices.add(voice.id);
  }
  if (voices.size > 0) for (const { id } of await sourcesOfVoices.run(tx, { rev, voices: [...voices] })) changed.add(id);
  if (changed.size > 0) {
    const sources = (await carriersOf.run(tx, { rev, ids: [...changed] })).map(({ id }) => id);
    if (sources.length > 0) addAll(await claimsOnSources.run(tx, { rev, sources, limit: NO_LIMIT }), claims);
  }

  const predicates = namesOf('predicate', put.predicates, stored, remove);
  if (predicates.length > 0) addAll(await claimsByPredicate.run(tx, { rev, predicates: [...predicates] }), claims, redrawn);
  const retyped = entities.filter(({ was, is }) => was.type !== is.type).map(({ is }) => is.id);
  if (retyped.length > 0) addAll(await claimsHaving.run(tx, { rev, entities: retyped, limit: NO_LIMIT }), claims, redrawn);
  return { claims, named, redrawn };
}

type Stored = Voice | Entity | Predicate;

/** Stored ids of a kind that the delta changes or removes. No claim rests on new records yet. */
function namesOf(kind: 'source' | 'voice' | 'predicate', put: readonly { id: string }[], stored: StoredOfDelta, remove: Delta['remove']): string[] {
  const known = { source: stored.around.sources, voice: stored.around.voices, predicate: stored.around.predicates }[kind] as ReadonlyMap<string, Stored>;
  return [...put.map(({ id }) => id), ...remove.filter((r) => r.kind === kind).map(({ id }) => id)].filter((id) => known.has(id));
}
