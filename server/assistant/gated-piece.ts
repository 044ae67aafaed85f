/** What of records that were asked for may leave: the piece that an export with the same choice would hold, with what was refused left out and listed. There is no override here. */
import { AppError } from '../domain/model/errors.ts';
import type { NarrationContext } from '../domain/telling/narration.ts';
import { inPiece } from '../domain/publishing/publication-gate.ts';
import type { Piece } from '../domain/publishing/piece.ts';
import { leftOutItems, printedLines } from '../exchange/printed-lines.ts';
import type { Database } from '../store/connect.ts';
import { preparePiece, type ExportRequest, type PreparedPiece } from '../usecases/publishing/prepare-piece.ts';
import type { CallOptions } from '../usecases/route-types.ts';
import type { Tail } from './tool.ts';

/** What to do about what the gate refuses, for whoever asks here. */
export const NO_WAY_ROUND = 'there is no way to obtain it here; whoever works on the case sees it in the window';

export interface GatedPiece {
  /** Sentences written in it name no claim that may not leave. */
  ctx: PreparedPiece['ctx'] & NarrationContext;
  piece: Piece;
  prepared: PreparedPiece;
  /** Of what was asked for, what may leave. */
  entities: ReadonlySet<string>;
  claims: ReadonlySet<string>;
  tail: Tail;
}

/** With `filters` the words of what was asked for, to be printed. */
type Asked = Pick<ExportRequest, 'clocks' | 'trace'> & Partial<Pick<ExportRequest, 'entities' | 'claims' | 'paths' | 'filters'>>;

export async function gatedPiece(db: Database, { entities = [], claims = [], paths = [], filters = [], ...asked }: Asked, o: CallOptions): Promise<GatedPiece> {
  const prepared = await preparePiece(db, { entities, claims, paths, filters, ...asked, gate: { leaveOut: true } }, o);
  const { ctx, gate } = prepared;
  // What is left passes; were it not so, nothing of it may leave.
  if (gate.refused.length > 0) throw new AppError('gate-refused', 'The publication gate lets nothing of this out.', { remedy: NO_WAY_ROUND });
  return {
    ctx: inPiece(ctx, gate.piece),
    piece: gate.piece,
    prepared,
    entities: new Set(prepared.entities),
    claims: new Set(gate.piece.claims),
    // Listed apart, as an answer of its own.
    tail: { leftOut: leftOutItems(gate.printed.leftOut), printed: printedLines({ ...gate.printed, leftOut: [] }), revision: ctx.revision },
  };
}
