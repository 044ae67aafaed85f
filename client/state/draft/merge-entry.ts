/** A record of a draft and what others made of it meanwhile, field by field: what one alone changed stands by itself, what both changed is to be chosen. Pure. */
import { citationsOf, type DraftEntry } from './draft-change.ts';
import { type FileRecord, isSame } from './file-form.ts';

export type Side = 'theirs' | 'mine';
export interface Difference {
  /** Tells it from the others of the record. */
  place: string;
  field: string;
  /** The passage of which it is a field, or which it is whole. */
  passage?: FileRecord;
  before: unknown;
  theirs: unknown;
  mine: unknown;
  /** Who changed it; both: to be chosen. */
  by: Side | 'both';
}
export interface Merged {
  differences: Difference[];
  /** What the draft has of it then; undefined where nothing is left to do. */
  entry: DraftEntry | undefined;
}

/** What was read, what is there now, what is drafted; each by field, absent where it has none. */
type Three = readonly [before: FileRecord, theirs: FileRecord, mine: FileRecord];

/** @param choose of what both changed, whose stands */
export function mergeEntry(drafted: DraftEntry, now: DraftEntry & { record: FileRecord }, choose: (place: string) => Side, revision: number): Merged {
  const differences: Difference[] = [];
  const pick = (place: string, field: string, [before, theirs, mine]: readonly unknown[], passage?: FileRecord): unknown => {
    if (isSame(theirs, mine)) return theirs;
    const by = isSame(theirs, before) ? 'mine' : isSame(mine, before) ? 'theirs' : 'both';
    differences.push({ place, field, before: before ?? null, theirs: theirs ?? null, mine: mine ?? null, by, ...(passage ? { passage } : {}) });
    return (by === 'both' ? choose(place) : by) === 'mine' ? mine : theirs;
  };
  const fieldwise = (place: string, three: Three, passage?: FileRecord): FileRecord => {
    const fields = [...new Set(three.flatMap((one) => Object.keys(one)))].filter((field) => field !== 'citations');
    return Object.fromEntries(
      fields.flatMap((field) => {
        const value = pick(
          `${place}${field}`,
          field,
          three.map((one) => (Object.hasOwn(one, field) ? one[field] : undefined)),
          passage,
        );
        return value === undefined || value === null ? [] : [[field, value]];
      }),
    );
  };
  const { before = {}, record: mine = {} } = drafted;
  const fields = fieldwise('', [before, now.record, mine]);
  const rest = { ...drafted, before: now.record, names: [...drafted.names, ...now.names], revision };
  if (drafted.kind !== 'claim') {
    const entry = isSame(fields, now.record) ? undefined : { ...rest, record: fields };
    return { differences, entry };
  }
  const [was, theirs, own] = [byId(before, drafted.cited), byId(now.record, now.cited), byId(mine, drafted.cites)];
  const passages: [FileRecord, string | null][] = [];
  for (const id of new Set([...theirs.keys(), ...own.keys()])) {
    const [a, b, c] = [was.get(id), theirs.get(id), own.get(id)];
    const place = `citations/${id}`;
    // One that is not there at one of the three is new, or was taken away: it stands or goes whole.
    const one = a && b && c ? fieldwise(`${place}/`, [a, b, c], b) : (pick(place, 'citations', [a, b, c], c ?? b) as FileRecord | undefined);
    if (one) passages.push([one, b ? id : null]);
  }
  const added = citationsOf(mine).filter((_, n) => (drafted.cites?.[n] ?? null) === null);
  const all: [FileRecord, string | null][] = [...passages, ...added.map((one): [FileRecord, null] => [one, null])];
  const record = { ...fields, citations: all.map(([one]) => one) };
  if (isSame(record, now.record)) return { differences, entry: undefined };
  return { differences, entry: { ...rest, record, ...(now.cited ? { cited: now.cited } : {}), cites: all.map(([, id]) => id) } };
}

function byId(record: FileRecord, ids: readonly (string | null)[] = []): Map<string, FileRecord> {
  return new Map(citationsOf(record).flatMap((one, n) => (typeof ids[n] === 'string' ? [[ids[n], one] as const] : [])));
}
