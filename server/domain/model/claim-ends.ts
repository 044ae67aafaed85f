/** Finds the entities at the ends and in the qualifiers of a claim; `unknown`, `none`, `value` and texts are no entities. */
import { QUALIFIERS, RESERVED_ENDS, type End, type EntityType, type Group } from './lists.ts';
import type { Claim, ObjectEnd } from './records.ts';

const RESERVED: ReadonlySet<string> = new Set(RESERVED_ENDS);

/** The entity id an end holds, or undefined for a reserved word or a text. */
export function entityEnd(end: ObjectEnd): string | undefined {
  return typeof end === 'string' && !RESERVED.has(end) ? end : undefined;
}

/** The entity that is the object of an edge. There `text` stands for an object that is a text, and is an id of an entity where there is no text. */
export function entityObject({ object, text }: { object: string; text?: unknown }): string | undefined {
  return text === undefined ? entityEnd(object) : undefined;
}

/** The entity ids at one end or qualifier of a claim, as written. */
export function entitiesAt(claim: Claim, end: End): string[] {
  if (end !== 'subject' && end !== 'object') return claim[end];
  const id = entityEnd(claim[end]);
  return id === undefined ? [] : [id];
}

/** The subject and the object, where they are entities. */
export function endsOf({ subject, object }: Pick<Claim, 'subject' | 'object'>): string[] {
  return [subject, object].flatMap((end) => entityEnd(end) ?? []);
}

/** Every entity at an end or in a qualifier of a claim, each once. */
export function entitiesOf(claim: Claim): string[] {
  const all = new Set(endsOf(claim));
  for (const qualifier of QUALIFIERS) for (const id of claim[qualifier]) all.add(id);
  return [...all];
}

/**
 * The entities a drawing of the claim may need: its ends, `via` and `to`; the legal cases a claim of `justice` is in; and where the object is a text or a
 * value, so that there may be no line between ends, what places it too.
 */
export function drawnEnds(claim: ClaimPlaces, group: Group | undefined, typeOf: (id: string) => EntityType | undefined): string[] {
  const line = [claim.subject, claim.object].flatMap((end) => entityEnd(end) ?? []).concat(claim.via, claim.to);
  const isTold = typeof claim.object !== 'string' || claim.object === 'value';
  const around = isTold ? [...claim.at, ...claim.in] : group === 'justice' ? claim.in.filter((id) => typeOf(id) === 'Case') : [];
  return [...new Set([...line, ...around])];
}
type ClaimPlaces = Readonly<Pick<Claim, 'subject' | 'object' | 'via' | 'to' | 'at' | 'in'>>;
