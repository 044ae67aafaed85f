/** What a piece names, and what is refused of it, whoever answers. */
import { AppError, type Problem } from '../domain/model/errors.ts';
import type { PieceQuestion } from './graph.ts';

/** Entities and claims named by the question itself, those of its paths included. */
export function namedInPiece({ entities, claims, paths }: PieceQuestion): { entities: Set<string>; claims: Set<string> } {
  return {
    entities: new Set([...entities, ...paths.flatMap((path) => path.entities)]),
    claims: new Set([...(claims ?? []), ...paths.flatMap((path) => path.claims)]),
  };
}

/** @throws AppError `not-found` naming each id */
export function refuseUnknown(ids: readonly string[]): void {
  if (ids.length === 0) return;
  const problems = ids.map((id): Problem => ({
    code: 'unknown-id',
    message: `There is nothing with the id "${id}".`,
    remedy: 'leave it out, or look for the id by a search',
  }));
  throw new AppError('not-found', `There is nothing with the id "${ids[0]}" to export.`, { problems });
}

/** @throws AppError `limit` */
export function refuseTooManyClaims(claims: number, value: number): void {
  if (claims <= value) return;
  throw new AppError('limit', `An export takes at most ${value} claims; this one asks for ${claims} or more.`, { limit: { name: 'exportClaims', value } });
}
