/** Makes a case of its own out of another: every record that the case defines gets an id under the new case, and so does every mention of it. */
import type { CuratedFile } from '../importing/curated-file.ts';

type Kind = 'dataset' | 'voice' | 'source' | 'entity' | 'predicate' | 'claim' | 'question';
const LISTS = {
  voices: 'voice',
  sources: 'source',
  entities: 'entity',
  predicates: 'predicate',
  claims: 'claim',
  questions: 'question',
} as const satisfies Record<string, Kind>;

/** The fields that hold ids, with the kind of record these are of. */
const REFERS = new Map<string, Kind>([
  ...['subject', 'object', 'via', 'to', 'at', 'in', 'instrument', 'statedBy', 'by', 'case', 'candidates', 'entity', 'a', 'b', 'plots', 'ids'].map(
    (field) => [field, 'entity'] as const,
  ),
  ...['source', 'sources', 'origin', 'through'].map((field) => [field, 'source'] as const),
  ['voice', 'voice'],
  ['voices', 'voice'],
  ['predicate', 'predicate'],
  ['predicates', 'predicate'],
  ['entities', 'entity'],
  ['claims', 'claim'],
  ['datasets', 'dataset'],
]);

/**
 * What is defined elsewhere is referred to as before; its stubs stay.
 * @param of id and title of the new case
 */
export function copyCase(content: CuratedFile, of: { id: string; title: string }): CuratedFile {
  const ids = new Map<Kind, Map<string, string>>();
  for (const [list, kind] of Object.entries(LISTS)) {
    const taken = new Set<string>();
    const renamed = new Map<string, string>();
    for (const { id } of (content[list as keyof typeof LISTS] ?? []) as readonly { id: string }[]) renamed.set(id, idUnder(of.id, id, taken));
    ids.set(kind, renamed);
  }
  if (content.dataset) ids.set('dataset', new Map([[content.dataset.id, of.id]]));
  const rename = (kind: Kind, id: string) => ids.get(kind)?.get(id) ?? id;
  const copy = { ...content, dataset: { ...content.dataset, id: of.id, title: of.title } };
  for (const [list, kind] of Object.entries(LISTS)) {
    const records = content[list as keyof typeof LISTS] as readonly { id: string }[] | undefined;
    if (records)
      Reflect.set(
        copy,
        list,
        records.map((record) => ({ ...(mentions(record, rename) as object), id: rename(kind, record.id) })),
      );
  }
  for (const list of ['rivals', 'identities'] as const) if (content[list]) Reflect.set(copy, list, mentions(content[list], rename));
  return copy;
}

/** The id without the prefix it had, under that of the new case. Two that would then be one are told apart by a number. */
function idUnder(prefix: string, id: string, taken: Set<string>): string {
  const slug = id.slice(id.indexOf(':') + 1);
  let made = `${prefix}:${slug}`;
  for (let n = 2; taken.has(made); n += 1) made = `${prefix}:${slug}-${n}`;
  taken.add(made);
  return made;
}

/** A value with every mention of a record renamed. A text is no mention: only fields that hold ids are looked at. */
function mentions(value: unknown, rename: (kind: Kind, id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => mentions(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => {
      const kind = REFERS.get(field);
      if (kind === undefined) return [field, mentions(part, rename)];
      if (typeof part === 'string') return [field, rename(kind, part)];
      if (Array.isArray(part)) return [field, part.map((one) => (typeof one === 'string' ? rename(kind, one) : mentions(one, rename)))];
      return [field, mentions(part, rename)];
    }),
  );
}
