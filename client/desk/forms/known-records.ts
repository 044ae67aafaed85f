/** What the records are called that were chosen in a form, and the types of entities; those that nobody chose here are asked for. */
import { useSyncExternalStore } from 'react';
import { useQueries } from '@tanstack/react-query';
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { nameByAll } from '../../acts/draft/draft-record.ts';
import { useDeps } from '../../acts/deps.ts';
import { entityQuery } from '../../api/queries.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import type { DraftEntry } from '../../state/draft/draft-change.ts';
import type { RecordKind } from '../../state/view.ts';

interface Known {
  name: string;
  type?: EntityType;
}
let known: ReadonlyMap<string, Known> = new Map();
const listeners = new Set<() => void>();

export function knowRecord(kind: RecordKind, { id, name, type }: Known & { id: string }): void {
  known = new Map(known).set(`${kind}/${id}`, { name, ...(type ? { type } : {}) });
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface KnownRecords {
  nameOf: (kind: RecordKind, id: string) => string;
  typeOf: (id: string) => EntityType | undefined;
  /** Names of these records, to be kept with an entry. */
  namesOf: (of: readonly (readonly [RecordKind, string])[]) => [string, string][];
}
const RESERVED: readonly string[] = ['', 'unknown', 'none', 'value'];

/** @param entities ids of entities whose names and types are needed */
export function useKnownRecords(entities: readonly string[], entry?: DraftEntry): KnownRecords {
  const deps = useDeps();
  const chosen = useSyncExternalStore(subscribe, () => known);
  const drafted = new Map([...changeDrafts.get().all.values()].flatMap((draft) => draft.entries.map((one) => [`${one.kind}/${one.id}`, one] as const)));
  const asked = [...new Set(entities)].filter((id) => !RESERVED.includes(id) && !drafted.get(`entity/${id}`)?.record && !chosen.get(`entity/${id}`)?.type);
  const read = useQueries({ queries: asked.map((id) => entityQuery(id, 1, {})) });
  const nodes = new Map(read.flatMap(({ data }) => (data ? [[data.entity.id, data.entity] as const] : [])));
  const byAll = nameByAll(deps, entry ? [entry] : []);
  const nameOf = (kind: RecordKind, id: string): string =>
    drafted.get(`${kind}/${id}`)?.name ?? chosen.get(`${kind}/${id}`)?.name ?? (kind === 'entity' ? nodes.get(id)?.name : undefined) ?? byAll(kind, id);
  return {
    nameOf,
    typeOf: (id) => (drafted.get(`entity/${id}`)?.record?.['type'] as EntityType | undefined) ?? chosen.get(`entity/${id}`)?.type ?? nodes.get(id)?.type,
    namesOf: (of) => of.filter(([, id]) => !RESERVED.includes(id)).map(([kind, id]) => [`${kind}/${id}`, nameOf(kind, id)]),
  };
}
