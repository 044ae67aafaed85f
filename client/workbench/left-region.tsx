/** The left region: filters, trace and contents in tabs, each loaded when first shown. */
import { Suspense, useRef } from 'react';
import { IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { LEFT_TABS } from '../../server/contract/view-link.ts';
import { useDeps } from '../acts/deps.ts';
import { useView } from '../state/store.ts';
import type { LeftTab } from '../state/view.ts';
import { Loading } from '../ui/states.tsx';
import { direction } from '../i18n/locale.ts';
import { words } from '../i18n/messages.ts';
import { lazily } from '../ui/lazily.ts';

const TABS: Record<LeftTab, React.ComponentType> = {
  filters: lazily(() => import('../panels/filters/filters-tab.tsx').then((m) => m.FiltersTab)),
  trace: lazily(() => import('../panels/trace/trace-tab.tsx').then((m) => m.TraceTab)),
  'what-if': lazily(() => import('../panels/what-if/what-if-tab.tsx').then((m) => m.WhatIfTab)),
  contents: lazily(() => import('../panels/contents/contents-tab.tsx').then((m) => m.ContentsTab)),
};
/** The arrow keys of the tabs, in their order on the screen. */
const STEPS: Readonly<Record<string, number>> = direction === 'rtl' ? { ArrowLeft: 1, ArrowRight: -1 } : { ArrowLeft: -1, ArrowRight: 1 };

export function LeftRegion({ foldable = true }: { foldable?: boolean }) {
  const deps = useDeps();
  const tab = useView((s) => s.regions.tab);
  const tabs = useRef<HTMLDivElement>(null);
  const Tab = TABS[tab];
  const go = (next: LeftTab): void => deps.store.dispatch({ type: 'regions', regions: { tab: next } });
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const index = (LEFT_TABS.indexOf(tab) + step + LEFT_TABS.length) % LEFT_TABS.length;
    go(LEFT_TABS[index]!);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <nav className="region left" aria-label={words.app.left}>
      <div className="tabs">
        <div role="tablist" aria-label={words.app.left} ref={tabs} onKeyDown={onKeyDown} style={{ display: 'flex', alignSelf: 'stretch' }}>
          {LEFT_TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={tab === name}
              aria-controls="left-panel"
              tabIndex={tab === name ? 0 : -1}
              onClick={() => go(name)}
            >
              {name === 'what-if' ? words.whatIf.tab : words.app[name]}
            </button>
          ))}
        </div>
        {foldable && (
          <button
            type="button"
            className="btn ghost icon small fold"
            aria-label={words.app.fold}
            title={words.app.fold}
            onClick={() => deps.store.dispatch({ type: 'regions', regions: { leftOpen: false } })}
          >
            <IconLayoutSidebarLeftCollapse size={17} stroke={1.6} />
          </button>
        )}
      </div>
      <div role="tabpanel" id="left-panel" aria-labelledby={`tab-${tab}`} style={{ display: 'flex', flexDirection: 'column', flex: 1, minBlockSize: 0 }}>
        <Suspense fallback={<Loading rows={6} />}>
          <Tab />
        </Suspense>
      </div>
    </nav>
  );
}
