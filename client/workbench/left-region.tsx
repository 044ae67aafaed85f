/** Filters, trace and contents in tabs. */
import { useRef } from "react";
import { IconLayoutSidebarLeftCollapse } from "@tabler/icons-react";
import { LEFT_TABS } from "../../server/contract/view-link.ts";
import { useDeps } from "../acts/deps.ts";
import { ContentsTab } from "../panels/contents/contents-tab.tsx";
import { FiltersTab } from "../panels/filters/filters-tab.tsx";
import { TraceTab } from "../panels/trace/trace-tab.tsx";
import { useView } from "../state/store.ts";
import type { LeftTab } from "../state/view.ts";
import { words } from "../i18n/messages.ts";

const TABS: Record<LeftTab, () => React.ReactNode> = { filters: FiltersTab, trace: TraceTab, contents: ContentsTab };

export function LeftRegion({ foldable = true }: { foldable?: boolean }) {
  const deps = useDeps();
  const tab = useView((s) => s.regions.tab);
  const tabs = useRef<HTMLDivElement>(null);
  const Tab = TABS[tab];
  const go = (next: LeftTab): void => deps.store.dispatch({ type: "regions", regions: { tab: next } });
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const index = (LEFT_TABS.indexOf(tab) + step + LEFT_TABS.length) % LEFT_TABS.length;
    go(LEFT_TABS[index]!);
    tabs.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <nav className="region left" aria-label={words.app.left}>
      <div className="tabs">
        <div role="tablist" aria-label={words.app.left} ref={tabs} onKeyDown={onKeyDown} style={{ display: "flex", alignSelf: "stretch" }}>
          {LEFT_TABS.map((name) => (
            <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={tab === name} aria-controls="left-panel" tabIndex={tab === name ? 0 : -1} onClick={() => go(name)}>{words.app[name]}</button>
          ))}
        </div>
        {foldable && (
          <button type="button" className="btn ghost icon small fold" aria-label={words.app.fold} title={words.app.fold} onClick={() => deps.store.dispatch({ type: "regions", regions: { leftOpen: false } })}><IconLayoutSidebarLeftCollapse size={17} stroke={1.6} /></button>
        )}
      </div>
      <div role="tabpanel" id="left-panel" aria-labelledby={`tab-${tab}`} style={{ display: "flex", flexDirection: "column", flex: 1, minBlockSize: 0 }}><Tab /></div>
    </nav>
  );
}
