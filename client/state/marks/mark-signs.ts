/** The signs of marks on the drawing and in lists, so that no mark is told by its colour alone. */
import type { ClaimMark } from '../../../server/contract/routes/compare.ts';

export const MARK_SIGNS: Readonly<Record<ClaimMark, string>> = { gained: '+', lost: '\u2212', changed: '~', falls: '\u00D7', retold: '\u2248', stands: '' };
