/** Stubs of a curated file: records that others of it refer to and that it does not define. They never change what is stored. */
import type { CuratedStubs } from './curated-file.ts';
import type { ImportBatch, Placed, StubRef } from './import-batch.ts';
import type { Entity, Records, Source, Voice } from '../model/records.ts';

/** The id is its only name, as the curator's label: what it is called is not in the file. */
export function leastEntity({ id, type }: NonNullable<CuratedStubs['entities']>[number], dataset: string): Entity {
  return { id, dataset, type, names: [{ text: id, lang: 'und', kind: 'label' }] };
}

/** Not seen, because nobody has read it here. */
export function leastSource({ id, voice, textOf }: NonNullable<CuratedStubs['sources']>[number], dataset: string): Source {
  return { id, dataset, kind: 'not described', voice, seen: false, ...(textOf ? { textOf } : {}) };
}

/** Its stake is not known, so that it counts as involved. */
export function leastVoice(id: string, dataset: string): Voice {
  return { id, dataset, name: id, entities: [], stake: 'unclear' };
}

/** The batch with those stubs only that neither the files define nor the database holds, each once; those that are stored are listed in `stubs`. */
export function settleStubs(batch: ImportBatch, stored: Pick<Records, 'voices' | 'sources' | 'entities'>): ImportBatch {
  const stubs: Placed<StubRef>[] = [...batch.stubs];
  const settle = <T extends { id: string }>(kind: StubRef['kind'], list: Placed<T>[], known: ReadonlyMap<string, unknown>): Placed<T>[] => {
    if (!list.some(({ stub }) => stub)) return list;
    const defined = new Set(list.filter(({ stub }) => !stub).map(({ record }) => record.id));
    return list.filter(({ stub, record: { id }, file, pointer }) => {
      if (!stub) return true;
      if (defined.has(id)) return false;
      defined.add(id);
      if (known.has(id)) stubs.push({ record: { kind, id }, file, pointer });
      return !known.has(id);
    });
  };
  return {
    ...batch,
    voices: settle('voice', batch.voices, stored.voices),
    sources: settle('source', batch.sources, stored.sources),
    entities: settle('entity', batch.entities, stored.entities),
    stubs,
  };
}
