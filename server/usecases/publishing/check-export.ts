/** Checks an export: what the publication gate refuses of the piece, and which lines every export of it prints. */
import { defaultAsked } from '../../exchange/default-asked.ts';
import { defaultTitle } from '../../exchange/default-title.ts';
import { printedLines } from '../../exchange/printed-lines.ts';
import type { Database } from '../../store/connect.ts';
import { isLargeExport, type CheckAnswer, type CheckInput, type ExportOptions } from './large-exports.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import { notLinkedOf, onRecordInPiece, preparePiece, sentRefusal } from './prepare-piece.ts';
import { whatIsLeft } from './what-is-left.ts';

/** @param o with `large` an export of very many claims is judged there */
export async function checkExport(db: Database, input: CheckInput, { large, ...o }: ExportOptions = {}): Promise<CheckAnswer> {
  const { body } = input;
  if (large && (await isLargeExport(db, body, o))) return large.check(input, o.signal);
  const prepared = await preparePiece(db, body, o);
  const { ctx, entities, claims, datasets, datasetsCut, gate, paths } = prepared;
  const notLinked = notLinkedOf(prepared);
  // An invalid path is refused here too, and not only when the file is written.
  const { told, leftOut } = pathsOfPiece(ctx, paths, new Set(claims));
  return {
    refused: gate.refused.map(sentRefusal),
    left: await whatIsLeft(prepared, paths, gate.refused),
    title: defaultTitle({ ctx, entities, claims, datasets, datasetsCut, paths: told, notLinked, onRecord: onRecordInPiece(prepared) }),
    asked: defaultAsked({ ctx, datasets, datasetsCut, paths: told, pathsLeftOut: leftOut, notLinked }),
    printed: printedLines(gate.printed),
    entities: gate.printed.entities,
    claims: gate.printed.claims,
    ...(prepared.notLinked && { notLinked: notLinked !== undefined }),
    kept: { entities: askedOf(entities, body.entities), claims: body.claims ? askedOf(claims, body.claims) : claims },
    revision: ctx.revision,
  };
}

function askedOf(ids: readonly string[], asked: readonly string[]): string[] {
  const wanted = new Set(asked);
  return ids.filter((id) => wanted.has(id));
}
