/** The canvas with its tools, loaded lazily so that the opening screen loads fast. */
import { useEffect, useState } from 'react';
import type { CanvasHandle } from '../drawing/mount.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { Lasso } from './lasso.tsx';
import { MiniMap, type PictureMap } from './mini-map.tsx';
import { LeftOutStrip } from './left-out-strip.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCountries } from './use-countries.ts';
import { useActs, useElementMenu } from '../../acts/act-context.ts';
import { useDeps } from '../../acts/deps.ts';
import { expandEntity, USUAL_CAP } from '../../acts/expand-entity.ts';
import { clearFilters, setFilters } from '../../acts/set-filters.ts';
import { readingStopped } from '../../acts/loading/hydrate.ts';
import { expandFilterOf, isFiltering } from '../../state/filters/filters.ts';
import { useStore, useView } from '../../state/store.ts';
import { useDrawn } from '../../state/drawn/use-drawn.ts';
import { words } from '../../i18n/messages.ts';

export function Stage() {
  const deps = useDeps();
  const store = useStore();
  const view = useDrawn();
  const stopped = useView(readingStopped);
  const empty = useView((s) => s.history.present.canvas.entities.length === 0);
  const isFiltered = useView((s) => isFiltering(s.history.present.filters));
  /** Whether another strip takes the place of that of a layout. */
  const followed = useView((s) => s.leftOut !== undefined) || stopped;
  const { countryOf, waiting } = useCountries(view);
  const openMenu = useElementMenu();
  const { stage } = useActs();
  const [handle, setHandle] = useState<CanvasHandle | undefined>();
  const [map, setMap] = useState<PictureMap | undefined>();
  const [layout, setLayout] = useState<{ running: boolean; stop: () => void }>({ running: false, stop: () => undefined });
  const [shownLayout, setShownLayout] = useState(false);
  useEffect(() => {
    // A layout of more than half a second is announced, with a button to stop it.
    const timer = setTimeout(() => setShownLayout(layout.running), layout.running ? 500 : 0);
    return () => clearTimeout(timer);
  }, [layout.running]);
  return (
    <>
      <GraphCanvas
        onMenu={(target, at) => {
          const box = handle?.host.getBoundingClientRect();
          openMenu(target.kind === 'canvas' ? { kind: 'canvas' } : { kind: target.kind, id: target.id }, {
            x: at.x + (box?.left ?? 0),
            y: at.y + (box?.top ?? 0),
          });
        }}
        onExpand={(id) =>
          void expandEntity(deps, id, store.get().cache.nodes.get(id)?.name ?? id, {
            filter: expandFilterOf(store.get().history.present.filters),
            limit: USUAL_CAP,
          })
        }
        onHandle={(next) => {
          setHandle(next);
          stage.handle = next && { fit: next.fit, zoomBy: next.zoomBy, focusCanvas: () => next.host.focus() };
        }}
        onLayout={setLayout}
        onPicture={setMap}
        countryOf={countryOf}
        waiting={waiting}
      />
      {handle && map && <MiniMap handle={handle} map={map} />}
      <Lasso handle={handle} />
      <Toolbar />
      {empty && <p className="stage-empty">{words.canvas.empty}</p>}
      <div className="strips">
        {shownLayout ? (
          <div className="status" role="status" data-passing={followed ? undefined : true}>
            {words.canvas.layingOut}
            <button type="button" className="btn small" onClick={layout.stop}>
              {words.canvas.stopLayout}
            </button>
          </div>
        ) : stopped ? (
          <StoppedStrip />
        ) : (
          <LeftOutStrip />
        )}
        {view.all.length > 0 && view.edges.length === 0 && (
          <div className="status" role="status">
            {isFiltered ? words.canvas.emptyFiltered : words.canvas.emptyOfCase}
            <button type="button" className="btn small" onClick={() => (isFiltered ? clearFilters(deps) : setFilters(deps, { datasets: [] }))}>
              {isFiltered ? words.canvas.resetFilters : words.canvas.allCases}
            </button>
          </div>
        )}
      </div>
    </>
  );
}

/** Says that the user stopped the reading of what is to be drawn, and offers to read it. */
function StoppedStrip() {
  const store = useStore();
  return (
    <div className="status" role="status">
      {words.canvas.unread}
      <button type="button" className="btn small" onClick={() => store.dispatch({ type: 'reading-stopped', stopped: false })}>
        {words.canvas.readOn}
      </button>
    </div>
  );
}
