/** The draft in the top bar: how many records it changes, by kind; nothing where there is none. */
import { IconPencil } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { countsOf } from '../../state/draft/draft-change.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

export function DraftButton({ phone }: { phone: boolean }) {
  const deps = useDeps();
  const counts = countsOf(useDrafts().all.values());
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  if (all === 0) return null;
  const what = t.counts(counts);
  return (
    <button type="button" className="btn draft-button" aria-label={t.open(what)} title={t.open(what)} onClick={() => openPanel(deps, { kind: 'draft' })}>
      <IconPencil size={16} stroke={1.7} aria-hidden />
      {!phone && t.short}
      <b aria-hidden>{all}</b>
    </button>
  );
}
