/** What of a piece would be left without what the publication gate refuses of it: what a reader must know before choosing that. */
import type { Refusal } from '../../domain/publishing/refusal.ts';
import { closePieceInSlices } from '../../domain/publishing/piece.ts';
import { leaveOut } from '../../domain/publishing/publication-gate.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import { notLinkedIn } from './chosen-by-trace.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import type { ExportRequest, PreparedPiece } from './prepare-piece.ts';

export interface Left {
  entities: number;
  claims: number;
  /** Paths that would be told, each whole. */
  paths: number;
  /** Whether it would be told that the two sides of a trace are not linked; absent where none without a path was asked for. */
  notLinked?: boolean;
}

/** @param piece its claims are on view at the clocks of its figures */
export async function whatIsLeft(
  { ctx, entities, claims, notLinked }: Pick<PreparedPiece, 'ctx' | 'entities' | 'claims' | 'notLinked'>,
  paths: ExportRequest['paths'],
  refused: readonly Refusal[],
): Promise<Left> {
  const left = refused.length === 0 ? { entities, claims } : await runInSlices(leaveOut(ctx, { entities, claims }, refused));
  // One claim may be several hops of a path, and brings what became of the case that it is about.
  const piece = await runInSlices(closePieceInSlices(ctx, left));
  const shown = new Set(piece.claims);
  return {
    entities: new Set(left.entities).size,
    claims: shown.size,
    paths: pathsOfPiece(ctx, paths, shown).told.length,
    ...(notLinked && { notLinked: notLinkedIn(notLinked, piece, ctx) !== undefined }),
  };
}
