/** A dossier without a claim is never written. */
import { AppError } from '../../domain/model/errors.ts';
import { DOSSIERS } from '../../contract/routes/exports.ts';
import type { ExportFormat } from '../../exchange/format.ts';
import type { GateResult } from '../../domain/publishing/publication-gate.ts';

/**
 * @param asked number of claims asked for, before the gate
 * @throws AppError `refused` for a dossier that would hold no claim, with what to do
 */
export function refuseEmpty(format: ExportFormat, asked: number, { printed }: GateResult): void {
  if (!DOSSIERS.includes(format) || printed.claims > 0) return;
  const left = printed.leftOut.filter(({ kind }) => kind === 'claim').length;
  const remedy =
    printed.leftOut.length > 0
      ? 'choose other claims or another path, mend what was refused, or publish against the gate with a reason'
      : asked > 0
        ? 'move the dates of the view, or choose claims that are on view at them'
        : 'choose at least one claim or path: a dossier tells claims, not entities alone';
  const message =
    printed.leftOut.length > 0
      ? `Nothing would be left of this dossier: the publication gate refuses all of it (${left} of its claims by themselves).`
      : asked > 0
        ? 'This dossier would be empty: none of its claims is on view at these dates.'
        : 'This dossier would be empty: no claim was chosen.';
  throw new AppError('refused', message, { problems: [{ code: 'empty-dossier', message, remedy }] });
}
