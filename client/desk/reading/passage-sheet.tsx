/** On a phone: the claim of the passage that is lit, with the passages before and after it, and the way back to its evidence. */
import { IconChevronLeft, IconChevronRight, IconGraph } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { backToEvidence } from '../../acts/go-to-desk.ts';
import { direction } from '../../i18n/locale.ts';
import { words } from '../../i18n/messages.ts';
import { LineSample, originsText } from '../../ui/figures.tsx';
import { passagesInOrder, type Reading } from './use-reading.ts';

const t = words.desk;
const [Before, After] = direction === 'rtl' ? [IconChevronRight, IconChevronLeft] : [IconChevronLeft, IconChevronRight];

export function PassageSheet({ reading, cite, onStep }: { reading: Reading; cite: string; onStep: (number: number, cite: string) => void }) {
  const deps = useDeps();
  const all = passagesInOrder(reading);
  const i = all.findIndex(({ citation }) => citation.id === cite);
  const passage = all[i];
  if (!passage) return null;
  const { claim, citation } = passage;
  const go = (by: number): void => {
    const next = all[i + by];
    const locator = next?.citation.locator;
    if (next && locator && 'paragraph' in locator) onStep(locator.paragraph, next.citation.id);
  };
  return (
    <aside className="passage-sheet" aria-label={words.app.right}>
      <p className="meta">{t.passageOf(i + 1, all.length)}</p>
      <h2 className="proposition" lang="en" dir="ltr">
        {claim.sentence}
      </h2>
      <p className="meta">
        <LineSample rank={claim.rank} /> {words.standing[claim.level]} · {originsText(claim)}, {claim.uninvolvedOrigins} {words.evidence.uninvolved}
      </p>
      <p className="said" lang="en" dir="ltr">
        {citation.paraphrase}
      </p>
      <p className="meta">
        {citation.place} · {words.standing[citation.level]}
      </p>
      <div className="row">
        <button type="button" className="btn icon" aria-label={t.previous} disabled={i === 0} onClick={() => go(-1)}>
          <Before size={18} stroke={1.7} />
        </button>
        <button type="button" className="btn grow" onClick={() => backToEvidence(deps, claim.id, citation.id)}>
          <IconGraph size={16} stroke={1.7} aria-hidden /> {t.back}
        </button>
        <button type="button" className="btn icon" aria-label={t.next} disabled={i === all.length - 1} onClick={() => go(1)}>
          <After size={18} stroke={1.7} />
        </button>
      </div>
    </aside>
  );
}
