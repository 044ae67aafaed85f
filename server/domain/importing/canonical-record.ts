/**
 * Brings records to one form, so that two of them differ only where they say different things: lists that are sets are sorted, and default values are left out.
 */
import type { ImportBatch, Placed } from './import-batch.ts';
import { ENDS, ENTITY_TYPES, QUALIFIERS, VALUE_KINDS, type RecordKind } from '../model/lists.ts';
import type { Citation, Claim, Dated, Entity, Predicate, Quantity, Source, Stake, Voice } from '../model/records.ts';
import type { Question, Selector } from '../model/questions.ts';

/** The batch with every record in canonical form. Call it after the checks, because places of problems refer to the lists as written. */
export function canonicalBatch(batch: ImportBatch): ImportBatch {
  const each = <T>(list: readonly Placed<T>[], form: (record: T) => T): Placed<T>[] => list.map((placed) => ({ ...placed, record: form(placed.record) }));
  return {
    ...batch,
    voices: each(batch.voices, voice),
    sources: each(batch.sources, source),
    entities: each(batch.entities, entity),
    predicates: each(batch.predicates, predicate),
    claims: each(batch.claims, claim),
    citations: each(batch.citations, citation),
    questions: each(batch.questions, question),
  };
}

/** One record in canonical form. */
export function canonicalRecord<T extends { id: string }>(kind: RecordKind, record: T): T {
  const form = FORMS[kind] as ((one: T) => T) | undefined;
  return form ? form(record) : record;
}

const FORMS: Partial<Record<RecordKind, (one: never) => unknown>> = { voice, source, entity, predicate, claim, citation, question };

function voice(one: Voice): Voice {
  return { ...one, entities: sorted(one.entities), stake: stake(one.stake) };
}

function stake(one: Stake): Stake {
  if (typeof one === 'string') return one;
  const key = (entry: (typeof one)[number]) => JSON.stringify('entity' in entry ? [entry.entity, entry.as, entry.why] : ['', entry.as, entry.why]);
  return [...one].sort((a, b) => order(key(a), key(b)));
}

function source(one: Source): Source {
  return one.authors?.length === 0 ? without(one, 'authors') : one;
}

function entity(one: Entity): Entity {
  return {
    ...one,
    ...(one.candidates ? { candidates: sorted(one.candidates) } : {}),
    names: one.names.map((name) => (name.sources ? { ...name, sources: sorted(name.sources) } : name)),
  };
}

function predicate(one: Predicate): Predicate {
  return {
    ...(one.symmetric === false ? without(one, 'symmetric') : one),
    subject: inOrder(one.subject, ENTITY_TYPES),
    takes: inOrder(one.takes, [...ENTITY_TYPES, ...VALUE_KINDS]),
    qualifiers: inOrder(one.qualifiers, QUALIFIERS),
    accuses: inOrder(one.accuses, ENDS),
  };
}

/** `via` keeps its order, which is part of the claim. */
function claim(one: Claim): Claim {
  return { ...one, to: sorted(one.to), at: sorted(one.at), in: sorted(one.in), instrument: sorted(one.instrument) };
}

function citation(one: Citation): Citation {
  const { count, amount, happened } = one;
  if (count?.approx !== false && amount?.approx !== false && !Array.isArray(happened)) return one;
  return {
    ...one,
    ...(Array.isArray(happened) ? { happened: alternatives(happened) } : {}),
    ...(count ? { count: quantity(count) } : {}),
    ...(amount ? { amount: quantity(amount) } : {}),
  };
}

/** Sorted by text, each once; a single date is not a list. */
function alternatives(dates: readonly Dated[]): Citation['happened'] {
  const key = ({ edtf, basis }: Dated) => `${edtf} ${basis}`;
  const distinct = [...new Map(dates.map((one) => [key(one), one])).values()].sort((a, b) => order(key(a), key(b)));
  return distinct.length === 1 ? distinct[0] : distinct;
}

function quantity(one: Quantity): Quantity {
  return one.approx === false ? without(one, 'approx') : one;
}

function question(one: Question): Question {
  return one.kind === 'trace' ? { ...one, from: selector(one.from), to: selector(one.to) } : one;
}

function selector(one: Selector): Selector {
  return one.ids ? { ...one, ids: sorted(one.ids) } : one;
}

/** A copy without an optional field. */
function without<T extends object, K extends keyof T>(record: T, field: K): T {
  const copy = { ...record };
  delete copy[field];
  return copy;
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

function inOrder<T extends string>(words: readonly T[], closed: readonly string[]): T[] {
  return [...new Set(words)].sort((a, b) => closed.indexOf(a) - closed.indexOf(b));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
