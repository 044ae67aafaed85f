/** The claims of an entity: by group, or by when they happened, with undated ones last and counted. */
import { useState } from 'react';
import type { EdgeView, EntityDetail } from '../../../server/contract/views.ts';
import { GROUPS } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { ClaimRow } from '../../ui/claim-row.tsx';
import { dateText } from '../../ui/date-text.ts';
import { Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { AsRows } from '../as-rows.tsx';
import { inTime } from './in-time.ts';

const t = words.entity;
type Order = 'group' | 'time';

export function EntityClaims({ detail, page, onMore }: { detail: EntityDetail; page: number; onMore: () => void }) {
  const [order, setOrder] = useState<Order>('group');
  const { claims, total } = detail;
  return (
    <section style={{ borderBlockStart: '1px solid var(--line)', paddingBlock: '12px' }} aria-label={t.claims(total)}>
      <div className="row wrap" style={{ padding: '0 16px 4px', justifyContent: 'space-between' }}>
        <h3 className="heading">{t.claims(total)}</h3>
        {claims.length > 1 && <AsRows of={{ kind: 'entity', id: detail.entity.id }} title={detail.entity.name} />}
        {claims.length > 1 && (
          <div className="row" role="group" aria-label={t.order} style={{ gap: 2 }}>
            {(
              [
                ['group', t.byGroup],
                ['time', t.inTime],
              ] as const
            ).map(([key, label]) => (
              <button
                key={key}
                type="button"
                className={`btn small ghost${order === key ? ' on' : ''}`}
                aria-pressed={order === key}
                onClick={() => setOrder(key)}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      {claims.length === 0 && <Empty>{t.noClaims}</Empty>}
      {order === 'group' ? <ByGroup claims={claims} /> : <ByTime claims={claims} total={total} />}
      {total > claims.length && (
        <div style={{ padding: '8px 16px' }}>
          <button type="button" className="btn small" onClick={onMore}>
            {t.more(Math.min(page, total - claims.length))}
          </button>
        </div>
      )}
    </section>
  );
}

function Rows({ title, claims }: { title: string; claims: readonly EdgeView[] }) {
  const deps = useDeps();
  return (
    <section aria-label={title}>
      <h4 className="heading" style={{ padding: '8px 16px 0', color: 'var(--accent)' }}>
        {title}
      </h4>
      {claims.map((claim) => (
        <ClaimRow key={claim.id} claim={claim} onOpen={(id) => openClaim(deps, id)} />
      ))}
    </section>
  );
}

function ByGroup({ claims }: { claims: readonly EdgeView[] }) {
  const groups = GROUPS.map((group) => ({ group, held: claims.filter((claim) => claim.group === group) })).filter(({ held }) => held.length > 0);
  return (
    <>
      {groups.map(({ group, held }) => (
        <Rows key={group} title={t.groupOf(words.group[group], held.length)} claims={held} />
      ))}
    </>
  );
}

function ByTime({ claims, total }: { claims: readonly EdgeView[]; total: number }) {
  const deps = useDeps();
  const { dated, undated } = inTime(claims);
  return (
    <>
      {claims.length < total && (
        <p className="meta" style={{ padding: '4px 16px 0' }}>
          {t.partly(claims.length, total)}
        </p>
      )}
      {dated.length > 0 && (
        <ol className="timed" aria-label={t.inTime}>
          {dated.map((claim) => (
            <li key={claim.id}>
              <p className="when">{words.dates.or([...new Set(claim.happened.map((date) => dateText(date)))])}</p>
              <ClaimRow claim={claim} onOpen={(id) => openClaim(deps, id)} />
            </li>
          ))}
        </ol>
      )}
      {undated.length > 0 && <Rows title={t.undated(undated.length)} claims={undated} />}
    </>
  );
}
