/** Is every predicate used as its definition allows, does each claim stand once, and does every accusation of a person say whose it is? */
import type { Problem } from '../../server/domain/errors.ts';
import { parseEdtf } from '../../server/domain/edtf-dates.ts';
import { DISPUTE_LEVELS, LEVELS_WITH_CASE, LEVELS_WITHOUT_BY, PLAIN_LEVELS, QUALIFIERS, VALUE_KINDS, type End } from '../../server/domain/model.ts';
import { propositionKey } from '../../server/domain/proposition-key.ts';
import { citationsOf, problemAt, type FixtureSet, type Placed } from './fixture-set.ts';

type ClaimAt = Placed<FixtureSet['claims'][number]['record']>;
type Predicate = FixtureSet['predicates'][number]['record'];
type TypeOf = (id: string) => string | undefined;

/** Uses of predicates outside their subject types, `takes` or qualifiers, doubled propositions, standings the model does not allow, unreadable dates. */
export function checkClaims(set: FixtureSet): Problem[] {
  const types = new Map(set.entities.map(({ record }) => [record.id, record.type]));
  const predicates = new Map(set.predicates.map(({ record }) => [record.id, record]));
  const propositions = new Map<string, string>();
  return set.claims.flatMap((claim) => {
    const predicate = predicates.get(claim.record.predicate);
    const problems = predicate ? [...checkUse(claim, predicate, (id) => types.get(id)), ...checkStandings(claim, predicate, (id) => types.get(id))] : [];
    const key = keyOf(claim);
    const first = propositions.get(key);
    if (first === undefined) propositions.set(key, claim.record.id);
    else problems.push(problemAt(claim.file, claim.path, 'same-proposition', `${claim.record.id} says what ${first} says: join their citations`));
    return [...problems, ...checkDates(claim)];
  });
}

function checkUse(claim: ClaimAt, predicate: Predicate, typeOf: TypeOf): Problem[] {
  const { subject, object } = claim.record;
  const problems: Problem[] = [];
  const refuse = (field: string, message: string) =>
    problems.push(problemAt(claim.file, [...claim.path, field], 'predicate-use', `${claim.record.id}: ${predicate.id} ${message}`));
  const subjectType = typeOf(subject);
  if (subjectType !== undefined && !includes(predicate.subject, subjectType)) refuse('subject', `takes no ${subjectType} as subject`);
  if (typeof object !== 'string') {
    if (!predicate.takes.includes('text')) refuse('object', 'takes no text');
  } else if (object === 'value') {
    const kinds = VALUE_KINDS.filter((kind) => kind !== 'text' && predicate.takes.includes(kind));
    if (kinds.length === 0) refuse('object', 'takes no value');
    for (const { record } of citationsOf(claim)) {
      const given = [record.happened && 'date', record.count && 'count', record.amount && 'amount'];
      if (!kinds.some((kind) => given.includes(kind))) refuse('citations', `takes a ${kinds.join(' or ')}, and a citation says none`);
    }
  } else {
    const objectType = typeOf(object);
    if (objectType !== undefined && !includes(predicate.takes, objectType)) refuse('object', `takes no ${objectType} as object`);
  }
  for (const qualifier of QUALIFIERS) {
    if (claim.record[qualifier] !== undefined && !predicate.qualifiers?.includes(qualifier)) refuse(qualifier, `allows no qualifier "${qualifier}"`);
  }
  return problems;
}

function checkStandings(claim: ClaimAt, predicate: Predicate, typeOf: TypeOf): Problem[] {
  const accused = (predicate.accuses ?? []).flatMap((end) => idsAt(claim, end));
  const accusesPerson = accused.some((id) => typeOf(id) === 'Person');
  return citationsOf(claim).flatMap(({ record: { stance = 'supports', standing }, file, path }) => {
    const problems: Problem[] = [];
    const refuse = (code: string, message: string) => problems.push(problemAt(file, [...path, 'standing'], code, `${claim.record.id}: ${message}`));
    if (!standing) {
      refuse('standing', 'a citation gives no standing');
      return problems;
    }
    const { level, by } = standing;
    const disputeLevel = includes(DISPUTE_LEVELS, level);
    if (disputeLevel !== (stance === 'disputes')) refuse('standing', `"${level}" is no level of a citation that ${stance}`);
    else if (!disputeLevel && (predicate.accuses ?? []).length === 0 && !includes(PLAIN_LEVELS, level)) refuse('standing', `"${level}" is for accusations`);
    else if ((predicate.accuses ?? []).length > 0 && level === 'confirmed') refuse('standing', '"confirmed" is not for accusations');
    if (!LEVELS_WITHOUT_BY.includes(level) && by === undefined) {
      if (accusesPerson) refuse('accusation-without-by', `a person stands accused at "${level}" and nobody is named as the one who says so`);
      else refuse('standing', `"${level}" needs a "by"`);
    }
    if (LEVELS_WITHOUT_BY.includes(level) && by !== undefined) refuse('standing', `"${level}" takes no "by"`);
    if (accusesPerson && level === 'unstated') refuse('accusation-without-by', 'a person stands accused and no standing is stated');
    if (LEVELS_WITH_CASE.includes(level) && standing.case === undefined) refuse('standing', `"${level}" needs its "case"`);
    return problems;
  });
}

function checkDates(claim: ClaimAt): Problem[] {
  return citationsOf(claim).flatMap(({ record, file, path }) =>
    [record.happened, record.standing?.on].flatMap((dated) => {
      if (!dated) return [];
      try {
        parseEdtf(dated.edtf);
        return [];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return [problemAt(file, path, 'date', `${claim.record.id}: cannot read the date "${dated.edtf}": ${reason}`)];
      }
    }),
  );
}

function keyOf({ record }: ClaimAt): string {
  const list = (value: string | string[] | undefined) => (value === undefined ? [] : typeof value === 'string' ? [value] : value);
  const { subject, predicate, object, intended = false, attempted = false, expected = false, occasion } = record;
  const ends = { via: list(record.via), to: list(record.to), at: list(record.at), in: list(record.in), instrument: list(record.instrument) };
  return propositionKey({ subject, predicate, object, ...ends, intended, attempted, expected, occasion });
}

function idsAt({ record }: ClaimAt, end: End): string[] {
  const value = record[end];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
