/** The signs of marks on the drawing and in lists, so that no mark is told by its colour alone. */
import type { ClaimMark } from '../../../server/contract/routes/compare.ts';

export const MARK_SIGNS: Readonly<Record<ClaimMark, string>> = { gained: '+', lost: '\u2212', changed: '~', falls: '\u00D7', retold: '\u2248', stands: '' };

/** The label of a line with the sign of what it is marked as. */
export function signed(label: string, mark: ClaimMark | undefined): string {
  return mark === undefined || MARK_SIGNS[mark] === '' ? label : `${MARK_SIGNS[mark]} ${label}`;
}
