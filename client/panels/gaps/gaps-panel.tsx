/** What wants corroboration: the claims that lack something, with why, those first that carry most links; by reason, and to be exported. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { gapsQuery } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import type { listGaps } from '../../../server/contract/routes/claims.ts';
import { GAP_KINDS, type GapKind } from '../../../server/domain/model/lists.ts';
import { useDeps } from '../../acts/deps.ts';
import { openClaim } from '../../acts/open-things.ts';
import { useView } from '../../state/store.ts';
import { ClaimRow } from '../../ui/claim-row.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { words } from '../../i18n/messages.ts';
import { useExport } from '../export/use-export.ts';
import { PanelHead } from '../panel-head.tsx';
import { WatchThis } from '../watches/watch-this.tsx';
import { watchedClocks } from '../watches/watched-clocks.ts';
import { reasonInWords } from './reason-in-words.ts';

const t = words.gaps;
const PAGE = 100;
type Answer = z.output<typeof listGaps.response>;

/** @param reason asked for at first */
export function GapsPanel({ reason }: { reason?: GapKind }) {
  const takeOut = useExport();
  const [kind, setKind] = useState(reason);
  const [limit, setLimit] = useState(PAGE);
  const clocks = useView((s) => s.history.present.clocks);
  const datasets = useView((s) => s.history.present.filters.datasets);
  const asked = useQuery(gapsQuery(kind, datasets, clocks, limit));
  const label = kind ? t.kind[kind] : t.all;
  const choose = (next: GapKind | undefined): void => {
    setKind(next);
    setLimit(PAGE);
  };
  return (
    <>
      <PanelHead chips={[[t.chip, '']]} />
      <h2 className="proposition" style={{ paddingBlockEnd: 10 }}>
        {t.title}
      </h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.title}>
        <Await asked={asked} rows={8}>
          {({ gaps, total, totals, claims, links }) => (
            <>
              <div className="block">
                <p>
                  <strong>{t.lead(total, claims)}</strong> {gaps.length > 0 && t.order}
                </p>
                <Counted links={links} />
                <div className="row wrap gap-kinds" role="group" aria-label={t.reasons}>
                  <button type="button" className="btn small" aria-pressed={kind === undefined} onClick={() => choose(undefined)}>
                    {t.all}
                  </button>
                  {GAP_KINDS.map((one) => (
                    <button
                      key={one}
                      type="button"
                      className="btn small"
                      aria-pressed={kind === one}
                      disabled={totals[one] === 0 && kind !== one}
                      onClick={() => choose(kind === one ? undefined : one)}
                    >
                      {t.counts(t.kind[one], totals[one])}
                    </button>
                  ))}
                </div>
                <WatchThis
                  title={t.exported(label)}
                  question={{ kind: 'gaps', ...(kind ? { kinds: [kind] } : {}), ...(datasets.length > 0 ? { datasets } : {}), ...watchedClocks(clocks) }}
                />
                {gaps.length > 0 && (
                  <button
                    type="button"
                    className="btn small"
                    onClick={() => takeOut({ rows: { title: t.exported(label), entities: [], claims: gaps.map(({ claim }) => claim.id), lines: [] } })}
                  >
                    {t.export(gaps.length)}
                  </button>
                )}
              </div>
              {gaps.length === 0 && <Empty>{t.none}</Empty>}
              <ul className="gaps">
                {gaps.map((gap) => (
                  <Gap key={gap.claim.id} gap={gap} links={links.links} />
                ))}
              </ul>
              {total > gaps.length && limit < API_LIMITS.listResults && (
                <div className="block">
                  <button type="button" className="btn small" onClick={() => setLimit(Math.min(API_LIMITS.listResults, limit + PAGE))}>
                    {t.more(Math.min(PAGE, total - gaps.length))}
                  </button>
                </div>
              )}
            </>
          )}
        </Await>
      </div>
    </>
  );
}

/** Over how many links the order was counted. */
function Counted({ links: { pairs, searched, links, isComplete } }: { links: Answer['links'] }) {
  return (
    <p className="meta">
      {pairs === 0 ? t.noPairs : t.counted(links, searched)}
      {!isComplete && <> {t.atLeast(searched, pairs)}</>}
    </p>
  );
}

function Gap({ gap: { claim, carries, reasons }, links }: { gap: Answer['gaps'][number]; links: number }) {
  const deps = useDeps();
  return (
    <li>
      <ClaimRow claim={claim} onOpen={(id) => openClaim(deps, id)} />
      <ul className="gap-reasons">
        {reasons.map((reason) => (
          <li key={reason.kind} dir="auto">
            {reasonInWords(reason)}
          </li>
        ))}
        {carries > 0 && <li className="carries">{t.carries(carries, links)}</li>}
      </ul>
    </li>
  );
}
