/** The draft in the top bar: how many records it changes, by kind, and how many forms were begun; nothing where there is neither. */
import { IconPencil } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { countsOf } from '../../state/draft/draft-change.ts';
import { useDrafts } from '../../state/draft/draft-store.ts';
import { useKeptForms } from '../../state/kept-forms.ts';
import { words } from '../../i18n/messages.ts';

const t = words.draft;

export function DraftButton({ phone }: { phone: boolean }) {
  const deps = useDeps();
  const counts = countsOf(useDrafts().all.values());
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  const begun = useKeptForms().length;
  if (all + begun === 0) return null;
  const what = [...(all > 0 ? [t.counts(counts)] : []), ...(begun > 0 ? [t.begun(begun)] : [])].join('; ');
  return (
    <button type="button" className="btn draft-button" aria-label={t.open(what)} title={t.open(what)} onClick={() => openPanel(deps, { kind: 'draft' })}>
      <IconPencil size={16} stroke={1.7} aria-hidden />
      {!phone && t.short}
      {all > 0 && <b aria-hidden>{all}</b>}
      {begun > 0 && <span aria-hidden>+ {begun}</span>}
    </button>
  );
}
