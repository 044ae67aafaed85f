/** The draft change set of one case: records written whole and records taken away, not written to the case yet. Pure. */
import { z } from 'zod';
import type { commitChange } from '../../../server/contract/routes/changes.ts';
import { recordKind } from '../../../server/contract/records.ts';
import { propositionKey } from '../../../server/domain/model/proposition-key.ts';
import type { Claim } from '../../../server/domain/model/records.ts';
import { FILE_KIND_NAMES, FILE_KINDS, type FileKind, type FileRecord, isSame, placeOf, withoutEmpty } from './file-form.ts';

const record = z.record(z.string(), z.unknown());
const entry = z.object({
  kind: recordKind,
  /** Of rivals and decisions on two entities, which get their id from what they name, one of the draft. */
  id: z.string(),
  /** What it is called in lists. */
  name: z.string(),
  /** How it will be; absent where it is taken away. */
  record: record.optional(),
  /** How it was when it was read; absent where it is new. */
  before: record.optional(),
  /** Of a claim: the ids of its citations as they were read, in the order of `before`. */
  cited: z.array(z.string()).optional(),
  /** Of a claim: for each of its citations the id of the one that it was; null where it is new. */
  cites: z.array(z.string().nullable()).optional(),
  /** What the records are called that it names: kind and id with a slash between, and the name. */
  names: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** The revision at which it was read. */
  revision: z.int(),
});
export type DraftEntry = z.infer<typeof entry>;
export const draftShape = z.object({
  dataset: z.string(),
  entries: z.array(entry),
  /** The entries before each step, the newest last. */
  past: z.array(z.array(entry)),
  /** Id of a write that was sent and whose outcome is not known. */
  sent: z.string().optional(),
});
export type Draft = z.infer<typeof draftShape>;

/** Most steps that can be taken back. */
const STEPS = 50;
export const emptyDraft = (dataset: string): Draft => ({ dataset, entries: [], past: [] });
const isOf =
  ({ kind, id }: Pick<DraftEntry, 'kind' | 'id'>) =>
  (other: DraftEntry): boolean =>
    other.kind === kind && other.id === id;
export const entryOf = (draft: Draft | undefined, of: Pick<DraftEntry, 'kind' | 'id'>): DraftEntry | undefined => draft?.entries.find(isOf(of));

/** A step: the entries become others, and can be brought back. */
export function stepTo(draft: Draft, entries: DraftEntry[]): Draft {
  return { ...draft, entries, past: [...draft.past, draft.entries].slice(-STEPS) };
}
export function takeStepBack(draft: Draft): Draft {
  const last = draft.past.at(-1);
  return last ? { ...draft, entries: last, past: draft.past.slice(0, -1) } : draft;
}

/**
 * Puts a record into the draft, in the place of what the draft has of it. What it was when it was first read stays. A record that is again as it was, or new and
 * taken away again, is no change. A new claim that says what another new one says joins it: its citations are added there.
 */
export function withEntry(draft: Draft, added: DraftEntry): Draft {
  const there = entryOf(draft, added);
  const next = there ? { ...added, ...kept(there) } : added;
  const others = draft.entries.filter((one) => one !== there);
  if (isNothing(next)) return stepTo(draft, others);
  const twin = next.kind === 'claim' && next.record && !there ? others.find((one) => isSameClaim(one, next)) : undefined;
  if (twin)
    return stepTo(
      draft,
      draft.entries.map((one) => (one === twin ? joined(twin, next) : one)),
    );
  return stepTo(draft, there ? draft.entries.map((one) => (one === there ? next : one)) : [...draft.entries, next]);
}

/** Several records in one step. */
export function withEntries(draft: Draft, added: readonly DraftEntry[]): Draft {
  const all = added.reduce(withEntry, draft);
  return { ...all, past: [...draft.past, draft.entries].slice(-STEPS) };
}

/** Leaves the record as the case has it. */
export function withoutEntry(draft: Draft, of: Pick<DraftEntry, 'kind' | 'id'>): Draft {
  return stepTo(
    draft,
    draft.entries.filter((one) => !isOf(of)(one)),
  );
}

function kept({ before, cited, revision }: DraftEntry): Partial<DraftEntry> {
  return { ...(before ? { before } : {}), ...(cited ? { cited } : {}), revision };
}
function isNothing({ record: now, before, cites, cited }: DraftEntry): boolean {
  if (!now) return !before;
  return before !== undefined && isSame(withoutEmpty(now), withoutEmpty(before)) && isSame(cites, cited);
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : value === undefined ? [] : [value as string]);
/** What a claim says, whoever says it. */
export function propositionOf(claim: FileRecord): string {
  const { id: _, citations: _citations, ...said } = claim;
  return propositionKey({
    subject: '',
    predicate: '',
    object: '',
    ...said,
    ...Object.fromEntries(['via', 'to', 'at', 'in', 'instrument'].map((field) => [field, listOf(claim[field])])),
    ...Object.fromEntries(['intended', 'attempted', 'expected'].map((flag) => [flag, claim[flag] === true])),
  } as unknown as Claim);
}
function isSameClaim(one: DraftEntry, other: DraftEntry): boolean {
  return one.kind === 'claim' && one.record !== undefined && other.record !== undefined && propositionOf(one.record) === propositionOf(other.record);
}
export const citationsOf = (claim: FileRecord | undefined): FileRecord[] => (claim?.['citations'] as FileRecord[] | undefined) ?? [];

function joined(there: DraftEntry, more: DraftEntry): DraftEntry {
  const citations = [...citationsOf(there.record), ...citationsOf(more.record)];
  return {
    ...there,
    record: { ...there.record, citations },
    ...(there.cites ? { cites: [...there.cites, ...citationsOf(more.record).map(() => null)] } : {}),
  };
}

export type DraftBody = Pick<z.input<typeof commitChange.body>, 'dataset' | 'revision' | 'records' | 'remove'>;

/** The draft as the body of a plan or a write. The order of each list is that of the entries, so that a problem's place leads back to its entry. */
export function requestOf({ dataset, entries }: Draft): DraftBody {
  const lists: Record<string, unknown> = {};
  const remove: { kind: DraftEntry['kind']; id: string }[] = [];
  for (const one of entries) {
    if (!one.record) remove.push({ kind: one.kind, id: one.id });
    else if (one.kind === 'dataset') lists['dataset'] = one.record;
    else {
      const { list } = FILE_KINDS[one.kind as FileKind];
      ((lists[list] ??= []) as unknown[]).push(one.kind === 'claim' ? claimToWrite(one) : one.record);
      if (one.kind === 'claim') remove.push(...citationsGone(one));
      // What is known by what it names becomes another record where it names others.
      if (one.before && derivedId(one) !== one.id) remove.push({ kind: one.kind, id: one.id });
    }
  }
  return { dataset, revision: revisionOf(entries), records: lists as DraftBody['records'], remove };
}

/** The id that rivals and decisions on two entities get from what they name; of any other record its own. */
export function derivedId({ kind, id, record: now = {} }: Pick<DraftEntry, 'kind' | 'id' | 'record'>): string {
  if (kind !== 'rivals' && kind !== 'identity') return id;
  const named = kind === 'rivals' ? listOf(now['claims']) : [now['a'], now['b']].map(String);
  return named.toSorted().join('|');
}

const revisionOf = (entries: readonly DraftEntry[]): number => (entries.length === 0 ? 0 : Math.min(...entries.map(({ revision }) => revision)));

/** Which citations of the claim a change writes: those that are new or differ; all where none does, for a claim is written with one at least. */
export function citationsWritten({ record: claim, before, cited = [], cites }: DraftEntry): number[] {
  const citations = citationsOf(claim);
  const all = citations.map((_, n) => n);
  if (!before || !cites) return all;
  const was = new Map(citationsOf(before).map((citation, n) => [cited[n], citation]));
  const differing = all.filter((n) => {
    const of = cites[n];
    return of === null || of === undefined || !isSame(was.get(of), citations[n]);
  });
  return differing.length > 0 ? differing : all;
}
const claimToWrite = (entry: DraftEntry): FileRecord => ({ ...entry.record, citations: citationsWritten(entry).map((n) => citationsOf(entry.record)[n]) });

/** Citations that the claim has no more, or that stand at another place now: what is written is not taken for them. */
function citationsGone({ record: claim, before, cited = [], cites = [] }: DraftEntry): { kind: 'citation'; id: string }[] {
  const now = new Map(citationsOf(claim).flatMap((citation, n) => (cites[n] ? [[cites[n], placeOf(citation)] as const] : [])));
  return citationsOf(before).flatMap((citation, n) => {
    const id = cited[n];
    return id === undefined || now.get(id) === placeOf(citation) ? [] : [{ kind: 'citation' as const, id }];
  });
}

/** The entry of a place in the body, as `/records/claims/0/citations/1/standing`, and the field within it. */
export function entryAt(draft: Draft, pointer: string): { entry: DraftEntry; field: string } | undefined {
  const [, where, list = '', ...rest] = pointer.split('/');
  if (where === 'remove') {
    const gone = requestOf(draft).remove?.[Number(list)];
    const found = gone && draft.entries.find((one) => (!one.record && isOf(gone)(one)) || (one.cited?.includes(gone.id) ?? false));
    return found && { entry: found, field: '' };
  }
  if (where !== 'records') return undefined;
  if (list === 'dataset') {
    const found = draft.entries.find(({ kind, record: now }) => kind === 'dataset' && now);
    return found && { entry: found, field: rest[0] ?? '' };
  }
  const kind = FILE_KIND_NAMES.find((one) => FILE_KINDS[one].list === list);
  const found = draft.entries.filter((one) => one.kind === kind && one.record)[Number(rest[0])];
  return found && { entry: found, field: rest.slice(1).join('/') };
}

/** How many records of each kind the draft changes, in the order of the kinds. */
export function countsOf(drafts: Iterable<Draft>): [DraftEntry['kind'], number][] {
  const counts = new Map<DraftEntry['kind'], number>();
  for (const { entries } of drafts) for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = ['claim', 'entity', 'source', 'voice'] as readonly string[];
  const rank = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...counts].toSorted(([a], [b]) => rank(a) - rank(b));
}
