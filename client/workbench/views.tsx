/** The views in the middle, and the switch between them: the graph, and beside it or in its place the table or the timeline. */
import { Suspense, type ReactNode } from 'react';
import { useDeps } from '../acts/deps.ts';
import { pressView } from '../acts/show-views.ts';
import { VIEW_ICONS } from '../acts/registry/view-icons.ts';
import { aloneOf, besideOf, isShown, VIEWS } from '../state/middle.ts';
import { useDrawn } from '../state/drawn/use-drawn.ts';
import { useView } from '../state/store.ts';
import { isWhatIf } from '../state/struck.ts';
import { Loading } from '../ui/states.tsx';
import { lazily } from '../ui/lazily.ts';
import { words } from '../i18n/messages.ts';

const BESIDE = {
  table: lazily(() => import('../panels/table/table-view.tsx').then((m) => m.TableView)),
  timeline: lazily(() => import('../panels/timeline/timeline-view.tsx').then((m) => m.TimelineView)),
};
const WhatIfStrip = lazily(() => import('../panels/what-if/strip.tsx').then((m) => m.WhatIfStrip));
const CompareBar = lazily(() => import('../panels/compare/compare-bar.tsx').then((m) => m.CompareBar));
const CompareFoot = lazily(() => import('../panels/compare/compare-foot.tsx').then((m) => m.CompareFoot));
const t = words.views;

export function Views({ phone = false, children }: { phone?: boolean; children: ReactNode }) {
  const show = useView((s) => s.history.present.middle.show);
  const supposed = useView((s) => isWhatIf(s.history.present.clocks));
  const beside = besideOf(show);
  const Beside = beside && BESIDE[beside];
  const compare = useView((s) => s.history.present.compare);
  const graph = phone ? aloneOf(show) === 'graph' : isShown(show, 'graph');
  return (
    <main className="views" id="main">
      {compare && (
        <Suspense fallback={null}>
          <CompareBar compare={compare} />
        </Suspense>
      )}
      <div className="views-grid" data-shows={!graph ? 'beside' : beside && !phone ? 'both' : 'graph'}>
        <div className="views-head">
          <Switch phone={phone} />
          {supposed && (
            <Suspense fallback={null}>
              <WhatIfStrip />
            </Suspense>
          )}
        </div>
        {/* The graph keeps its size and its drawing while another view stands over it. */}
        <div className="stage" inert={!graph}>
          {children}
        </div>
        {Beside && (!phone || !graph) && (
          <div className="beside">
            <Suspense fallback={<Loading rows={8} />}>
              <Beside />
            </Suspense>
          </div>
        )}
      </div>
      {compare && graph && (
        <Suspense fallback={null}>
          <CompareFoot compare={compare} />
        </Suspense>
      )}
    </main>
  );
}

function Switch({ phone }: { phone: boolean }) {
  const deps = useDeps();
  const show = useView((s) => s.history.present.middle.show);
  const view = useDrawn();
  const hidden = useView((s) => s.history.present.canvas.hidden.length + s.history.present.canvas.hiddenClaims.length);
  // The right region is folded while it has nothing to show: what would open it is said here.
  const nothingOpen = useView((s) => s.panels.length === 0 && s.selection.entities.length + s.selection.claims.length < 2);
  const pressable = view.nodes.length > 0 && (phone ? aloneOf(show) === 'graph' : isShown(show, 'graph'));
  return (
    <div className="view-switch">
      <div className="segmented" role="group" aria-label={t.label}>
        {VIEWS.map((name, i) => {
          const Icon = VIEW_ICONS[name];
          const on = phone ? aloneOf(show) === name : isShown(show, name);
          return (
            <button key={name} type="button" aria-pressed={on} title={t.toggle[name]} onClick={() => pressView(deps, name)}>
              <Icon size={15} stroke={1.7} aria-hidden />
              {t[name]}
              {!phone && (
                <span className="kbd" aria-hidden>
                  {i + 1}
                </span>
              )}
            </button>
          );
        })}
      </div>
      <span className="row" style={{ minInlineSize: 0 }}>
        <span className="meta">
          {t.drawn(view.nodes.length, view.edges.length)}
          {nothingOpen && pressable && `. ${words.selection.nothing}`}
        </span>
        {hidden > 0 && (
          <button type="button" className="btn small" onClick={() => deps.store.dispatch({ type: 'show-hidden', words: words.acts.showHidden })}>
            {words.menu.showHidden(hidden)}
          </button>
        )}
      </span>
    </div>
  );
}
