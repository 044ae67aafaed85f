/** What is new since the last visit, on the opening screen: claims gained, lost and changed, and watched answers that changed; and the watches where there are any. */
import { useQuery } from '@tanstack/react-query';
import { useDeps } from '../../acts/deps.ts';
import { openPanel } from '../../acts/open-things.ts';
import { sinceQuery, watchesQuery } from '../../api/queries-watches.ts';
import type { Visit } from '../../state/last-visit.ts';
import { words } from '../../i18n/messages.ts';
import { dateText } from '../../ui/date-text.ts';
import { useLastVisit } from '../watches/use-last-visit.ts';

const t = words.since;

export function Since() {
  const deps = useDeps();
  const [visit, forget] = useLastVisit();
  const watches = useQuery(watchesQuery()).data?.watches ?? [];
  const changed = watches.filter(({ state }) => state === 'changed').length;
  return (
    <>
      {visit && <New visit={visit} changed={changed} onRead={forget} />}
      {watches.length > 0 && (
        <p style={{ marginBlockStart: 12 }}>
          <button type="button" className="link" onClick={() => openPanel(deps, { kind: 'watches' })}>
            {t.all}
          </button>{' '}
          {changed > 0 && <span className="meta">{t.watched(changed)}</span>}
        </p>
      )}
    </>
  );
}

function New({ visit, changed, onRead }: { visit: Visit; changed: number; onRead: () => void }) {
  const deps = useDeps();
  const { data } = useQuery(sinceQuery(visit.recorded, false));
  if (!data) return null;
  const claims = words.watches.differs('claims', { gained: data.gained.total, lost: data.lost.total, changed: data.changed.total });
  const parts = [claims, changed > 0 ? t.watched(changed) : ''].filter(Boolean);
  if (parts.length === 0) return null;
  const heading = t.heading(dateText({ edtf: visit.on.slice(0, 10) }));
  return (
    <section className="block" aria-label={heading} style={{ paddingInline: 0 }}>
      <h2 className="heading">{heading}</h2>
      <p>{parts.join(', ')}</p>
      <p className="row wrap" style={{ marginBlockStart: 8 }}>
        <button type="button" className="btn small" onClick={() => openPanel(deps, { kind: 'since', recorded: visit.recorded })}>
          {t.show}
        </button>
        <button type="button" className="btn small ghost" onClick={onRead}>
          {t.read}
        </button>
      </p>
    </section>
  );
}
