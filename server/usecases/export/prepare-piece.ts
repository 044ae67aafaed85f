/** What is to be taken out: the records around it, which claims it holds, and what the publication gate says of it. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { checkExport } from '../../contract/routes/exports.ts';
import { AppError, type Problem } from '../../domain/errors.ts';
import { checkPublication, leaveOut, type GateResult } from '../../domain/publication-gate.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Database } from '../../store/connect.ts';
import { loadViewState } from '../as-of/load-view-state.ts';
import { inducedClaims } from '../as-of/read-subgraph.ts';
import type { ViewState } from '../as-of/view-state.ts';
import type { CallOptions, InputOf } from '../route-types.ts';

export type ExportRequest = InputOf<typeof checkExport>['body'];
export interface PreparedPiece {
  /** The case at the clocks of the export. */
  state: ViewState;
  entities: string[];
  claims: string[];
  gate: GateResult;
}

/**
 * The piece at its clocks, out of one consistent state of the case, judged by the gate; what the gate refuses is left out where the request says so.
 * @throws AppError `limit` beyond `API_LIMITS.exportClaims`, `invalid` for ids nobody has
 */
export async function preparePiece(db: Database, request: ExportRequest, o?: CallOptions): Promise<PreparedPiece> {
  const state = await loadViewState(db, request.clocks, o);
  const asked = pieceOf(state, request);
  if (asked.claims.length > API_LIMITS.exportClaims) {
    const value = API_LIMITS.exportClaims;
    throw new AppError('limit', `An export takes at most ${value} claims; this one asks for ${asked.claims.length}.`, {
      limit: { name: 'exportClaims', value },
    });
  }
  const view = { clocks: request.clocks, filters: request.filters, title: request.title };
  const gate = request.gate;
  const override = gate && 'override' in gate ? gate.override : undefined;
  const first = checkPublication(state, { ...asked, view, override });
  if (!gate || !('leaveOut' in gate) || first.refused.length === 0) return { state, ...asked, gate: first };
  const left = leaveOut(state, asked, first.refused);
  return { state, ...left, gate: checkPublication(state, { ...left, view, leftOut: first.refused }) };
}

/** @throws AppError `gate-refused` with every refusal as a problem, unless the request overrides the gate */
export function stopAtGate(request: ExportRequest, { refused }: GateResult): void {
  const isOverridden = request.gate !== undefined && 'override' in request.gate;
  if (refused.length === 0 || isOverridden) return;
  throw new AppError('gate-refused', `The publication gate refuses ${refused.length} of what this holds; leave it out, or give a reason to publish all the same.`, {
    problems: refused.map(problemOf),
    refused,
  });
}

function problemOf({ kind, id, label, reason, remedy }: Refusal): Problem {
  return { code: `gate-${kind}`, message: `${label}: ${reason}`, remedy, pointer: `/${kind}/${id}` };
}

function pieceOf(state: ViewState, request: ExportRequest): { entities: string[]; claims: string[] } {
  const unknown = [
    ...request.entities.filter((id) => !state.records.entities.has(id)),
    ...(request.claims ?? []).filter((id) => !state.records.claims.has(id)),
    ...(request.datasets ?? []).filter((id) => !state.records.datasets.has(id)),
  ];
  if (unknown.length > 0) throw unknownIds(unknown);
  const claims = new Set(request.claims ?? (request.datasets ? [] : inducedClaims(state, request.entities)));
  const entities = new Set(request.entities);
  for (const path of request.paths) {
    for (const id of path.claims) claims.add(id);
    for (const id of path.entities) entities.add(id);
  }
  if (request.datasets) {
    const wanted = new Set(request.datasets);
    for (const claim of state.records.claims.values()) {
      const says = state.records.citations.get(claim.id) ?? [];
      if (wanted.has(claim.dataset) || says.some((c) => wanted.has(c.dataset))) claims.add(claim.id);
    }
    for (const entity of state.records.entities.values()) if (wanted.has(entity.dataset)) entities.add(entity.id);
  }
  const visible = [...claims].filter((id) => state.figures.get(id)?.visible).sort();
  return { entities: [...entities].sort(), claims: visible };
}

function unknownIds(ids: readonly string[]): AppError {
  const problems = ids.map((id): Problem => ({ code: 'unknown-id', message: `There is nothing with the id "${id}".` }));
  return new AppError('invalid', `There is nothing with the id "${ids[0]}" to export.`, { problems });
}
