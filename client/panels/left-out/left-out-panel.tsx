/** What the last act found and did not draw because of a limit, to choose from. */
import { useState } from 'react';
import { useDeps } from '../../acts/deps.ts';
import { drawLeftOut } from '../../acts/draw-left-out.ts';
import { useView } from '../../state/store.ts';
import { LineSample } from '../../ui/figures.tsx';
import { Empty } from '../../ui/states.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { words } from '../../i18n/messages.ts';
import { PanelHead } from '../panel-head.tsx';

const t = words.leftOut;

export function LeftOutPanel() {
  const deps = useDeps();
  const leftOut = useView((s) => s.leftOut);
  const edges = useView((s) => s.cache.edges);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const claims = (leftOut?.claims ?? [])
    .map((id) => edges.get(id))
    .filter((edge) => edge !== undefined)
    .toSorted((a, b) => b.rank - a.rank || a.id.localeCompare(b.id));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <PanelHead chips={[[t.title, '']]} />
      {!leftOut || claims.length === 0 ? (
        <Empty>{t.gone}</Empty>
      ) : (
        <>
          <div className="block row wrap">
            <span>{t.lead(leftOut.act, claims.length)}</span>
            <button
              type="button"
              className="btn small"
              onClick={() => setChosen(chosen.size === claims.length ? new Set() : new Set(claims.map((claim) => claim.id)))}
            >
              {chosen.size === claims.length ? t.chooseNone : t.all}
            </button>
            <button
              type="button"
              className="btn small primary"
              disabled={chosen.size === 0}
              onClick={() => {
                drawLeftOut(deps, [...chosen]);
                setChosen(new Set());
              }}
            >
              {t.draw(chosen.size)}
            </button>
          </div>
          <VirtualRows label={t.title} items={claims} keyOf={(claim) => claim.id} estimate={40}>
            {(claim) => (
              <label className="check" style={{ padding: '4px 16px' }}>
                <input type="checkbox" checked={chosen.has(claim.id)} aria-label={t.choose(claim.sentence)} onChange={() => toggle(claim.id)} />
                <LineSample rank={claim.rank} />
                <span className="said" dir="auto">
                  {claim.sentence}
                </span>
              </label>
            )}
          </VirtualRows>
        </>
      )}
    </>
  );
}
