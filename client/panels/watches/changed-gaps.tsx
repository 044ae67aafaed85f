/** Claims that want corroboration only now, no longer, or for other reasons, each with why it did and does. */
import type { WatchedGap } from '../../../server/contract/routes/watches.ts';
import { words } from '../../i18n/messages.ts';
import { reasonInWords } from '../gaps/reason-in-words.ts';
import { ChangedClaims, type LISTS } from './changed-claims.tsx';

const t = words.watches;

export function ChangedGaps({ of, gaps, total }: { of: (typeof LISTS)[number]; gaps: readonly WatchedGap[]; total: number }) {
  const told = new Map(gaps.map((gap) => [gap.id, reasonsOf(gap)]));
  return <ChangedClaims of={of} heading={t.gapLists[of]} claims={gaps} total={total} more={(id) => told.get(id) ?? []} />;
}

function reasonsOf({ was, reasons }: WatchedGap): string[] {
  const now = reasons.map(reasonInWords);
  return [...now, ...was.map(reasonInWords).flatMap((text) => (now.includes(text) ? [] : [t.was(text)]))];
}
