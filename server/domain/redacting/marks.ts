/** By what a person who was redacted is known again, without the name being kept. */
import { hash } from 'node:crypto';
import type { Entity } from '../model/records.ts';
import { foldedName, wordsOf } from './name-words.ts';

/** A redaction as it is kept: in the database, and beside the backups. */
export interface KeptRedaction {
  id: string;
  /** ISO 8601, UTC */
  at: string;
  /** Id of the person now. */
  person: string;
  salt: string;
  marks: readonly string[];
}

const digestOf = (salt: string, what: string): string => hash('sha256', `${salt}\n${what}`, 'hex').slice(0, 32);

/** A name of one word is borne by many. */
function namesSomebody(name: string): boolean {
  return wordsOf(name).length > 1 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(name);
}

/**
 * The digests of an id and of whole names. They are salted, so that they are in no list made beforehand; who guesses a name can still confirm it.
 * @returns sorted, each once
 */
export function marksOf(salt: string, { id, names }: { id: string; names: readonly string[] }): string[] {
  const known = names.filter(namesSomebody).map((name) => digestOf(salt, `name ${foldedName(name)}`));
  return [...new Set([digestOf(salt, `id ${id}`), ...known])].sort();
}

/** Which of some redactions an entity would bring back. */
export function redactionOf<R extends Pick<KeptRedaction, 'salt' | 'marks'>>(
  entity: Pick<Entity, 'id' | 'type' | 'names'>,
  redactions: readonly R[],
): R | undefined {
  if (entity.type !== 'Person') return undefined;
  const names = entity.names.map(({ text }) => text);
  return redactions.find(({ salt, marks }) => marksOf(salt, { id: entity.id, names }).some((mark) => marks.includes(mark)));
}
