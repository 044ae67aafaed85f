/** What stands above and below the rows of a table or a timeline: where they come from, and the chosen claim as a sentence. */
import { IconX } from '@tabler/icons-react';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import type { EdgeView } from '../../../server/contract/views.ts';
import { useView } from '../../state/store.ts';
import { originsText } from '../../ui/figures.tsx';
import { words } from '../../i18n/messages.ts';
import type { Rows } from './use-rows.ts';

const t = words.table;

export function factsOf(claim: EdgeView): string {
  return [
    words.standing[claim.level],
    originsText(claim),
    `${claim.uninvolvedOrigins} ${words.evidence.uninvolved}`,
    ...(claim.contested ? [words.evidence.contested] : []),
  ].join(' · ');
}

/** Where the rows come from, and what of it is not among them. */
export function Scope({ rows }: { rows: Rows }) {
  const deps = useDeps();
  const { of: _, ...middle } = useView((s) => s.history.present.middle);
  return (
    <>
      <span className={rows.of ? 'chip accent' : 'chip'}>
        <span className="visually-hidden">{t.scope}: </span>
        <span dir="auto">{rows.title}</span>
        {rows.of && (
          <button
            type="button"
            className="chip-drop"
            aria-label={t.backToDrawn}
            title={t.backToDrawn}
            onClick={() => deps.store.dispatch({ type: 'middle', words: t.backToDrawn, middle })}
          >
            <IconX size={12} aria-hidden />
          </button>
        )}
      </span>
      {rows.leftOut > 0 && <span className="meta">{t.filteredOut(rows.leftOut)}</span>}
      {rows.beyond > 0 && <span className="meta">{t.beyond(rows.claims.length + rows.leftOut, rows.claims.length + rows.leftOut + rows.beyond)}</span>}
    </>
  );
}

/** The chosen claim as a sentence; the keys where none is, and where there are keys. */
export function Foot({ claim, chosen, keys }: { claim: EdgeView | undefined; chosen: number; keys: string }) {
  const deps = useDeps();
  if (!claim) return <p className="table-foot keys meta">{keys}</p>;
  const workedOut = claim.happened.some(({ basis }) => basis !== undefined && basis !== 'stated');
  return (
    <div className="table-foot" aria-live="polite">
      <span>
        <b className="said" lang="en" dir="ltr">
          {claim.sentence}
        </b>
        <span className="meta">{[...(chosen > 0 ? [t.chosen(chosen)] : []), factsOf(claim), ...(workedOut ? [t.markMeans] : [])].join(' · ')}</span>
      </span>
      <button type="button" className="btn small" onClick={() => openClaim(deps, claim.id)}>
        {t.evidence}{' '}
        <span className="kbd" aria-hidden>
          ↵
        </span>
      </button>
    </div>
  );
}
