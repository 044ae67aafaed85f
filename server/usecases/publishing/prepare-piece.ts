/** Prepares a piece for export, judged by the publication gate. */
import { AppError, type Problem } from '../../domain/model/errors.ts';
import { checkPublicationInSlices, leaveOut, type GateResult } from '../../domain/publishing/publication-gate.ts';
import { closePieceInSlices } from '../../domain/publishing/piece.ts';
import type { Refusal } from '../../domain/publishing/refusal.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { sharedNames } from '../../domain/telling/shared-names.ts';
import type { Database } from '../../store/connect.ts';
import type { checkExport } from '../../contract/routes/exports.ts';
import type { PieceAnswer } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { CallOptions, InputOf } from '../route-types.ts';

export type ExportRequest = InputOf<typeof checkExport>['body'];

export interface PreparedPiece extends PieceAnswer {
  ctx: PieceAnswer['ctx'] & Pick<NarrationContext, 'sameName'>;
  /** Datasets exported whole; absent where the gate left out something of them. */
  datasets?: string[];
  gate: GateResult;
}

/** The piece at its clocks, with the gate's result for exactly that piece. What the gate refuses is left out if the request says so. */
export async function preparePiece(db: Database, request: ExportRequest, o?: CallOptions): Promise<PreparedPiece> {
  const answer = await readGraph(db, request.clocks, (graph) => graph.piece(request), o);
  const { entities, claims } = answer;
  const { entities: named } = await runInSlices(closePieceInSlices(answer.ctx, { entities, claims, datasets: request.datasets }));
  const ctx = { ...answer.ctx, sameName: sharedNames(named, answer.ctx) };
  const asked = { ...answer, ctx };
  const { clocks, filters, title, gate, datasets } = request;
  const view = { clocks, filters, title };
  const override = gate && 'override' in gate ? gate.override : undefined;
  const first = await runInSlices(checkPublicationInSlices(ctx, { entities, claims, datasets, view, override }));
  if (!gate || !('leaveOut' in gate) || first.refused.length === 0) return { ...asked, datasets, gate: first };
  const left = await runInSlices(leaveOut(ctx, { entities, claims }, first.refused));
  return { ctx, ...left, gate: await runInSlices(checkPublicationInSlices(ctx, { ...left, view, leftOut: first.refused })) };
}

/** @throws AppError `gate-refused` with every refusal as a problem, unless the request overrides the gate */
export function stopAtGate(request: ExportRequest, { refused }: GateResult): void {
  const isOverridden = request.gate !== undefined && 'override' in request.gate;
  if (refused.length === 0 || isOverridden) return;
  const message = `The publication gate refuses ${refused.length} of what this holds; leave it out, or give a reason to publish all the same.`;
  throw new AppError('gate-refused', message, { problems: refused.map(problemOf), refused });
}

function problemOf({ kind, id, label, reason, remedy }: Refusal): Problem {
  return { code: `gate-${kind}`, message: `${label}: ${reason}`, remedy, pointer: `/${kind}/${id}` };
}
