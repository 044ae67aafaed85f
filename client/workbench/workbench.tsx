/** The regions together: top bar, left, canvas, right, disclosure; on a phone the canvas above and a sheet below. */
import { lazy, Suspense, useCallback, useState } from "react";
import { Drawer, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Group, Panel, Separator } from "react-resizable-panels";
import { IconLayoutSidebarLeftExpand, IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { sourcesQuery, statsQuery } from "../api/queries.ts";
import { useDeps } from "../acts/deps.ts";
import { placeEntity } from "../acts/place-entities.ts";
import type { PngText } from "../canvas/png.ts";
import { AboutNode } from "../panels/about-node/about-node.tsx";
import { ClocksDialog, useClocksDialog } from "../panels/clocks-dialog.tsx";
import { Disclosure } from "../panels/disclosure/disclosure.tsx";
import { ElementMenu } from "../panels/element-menu.tsx";
import { ExportDialog, type Picture } from "../panels/export/export-dialog.tsx";
import { ExportContext, type ExportWish } from "../panels/export/use-export.ts";
import { Opening } from "../panels/opening/opening.tsx";
import { Finder } from "../panels/search/finder.tsx";
import { useDrawn } from "../state/use-drawn.ts";
import { useView } from "../state/store.ts";
import { words } from "../i18n/messages.ts";
import { LeftRegion } from "./left-region.tsx";
import { RightRegion } from "./right-region.tsx";
import { TopBar } from "./top-bar.tsx";
import { useKeys } from "./use-keys.ts";
import { useLink } from "./use-link.ts";

const Stage = lazy(() => import("../canvas/stage.tsx").then((module) => ({ default: module.Stage })));
type Painter = (text: PngText) => Promise<Blob>;

export function Workbench() {
  const deps = useDeps();
  useLink();
  const phone = useMediaQuery("(max-width: 760px)") ?? false;
  const [menu, setMenu] = useState(false);
  const [searching, setSearching] = useState(false);
  const [keys, setKeys] = useState(false);
  const [wish, setWish] = useState<ExportWish | undefined>();
  const [painter, setPainter] = useState<{ paint: Painter } | undefined>();
  const blank = useView((s) => s.history.present.canvas.entities.length === 0);
  const panelOpen = useView((s) => s.panels.length > 0);
  const tracing = useView((s) => s.history.present.trace.from !== undefined || s.history.present.trace.to !== undefined);
  const opening = blank && !panelOpen && !tracing;
  const showKeys = useCallback(() => setKeys(true), []);
  const search = useCallback(() => {
    const field = document.querySelector<HTMLInputElement>("[data-finder=global]");
    if (field) field.focus();
    else setSearching(true);
  }, []);
  useKeys(search, showKeys);
  const paint = usePaint(painter?.paint);

  return (
    <ExportContext.Provider value={setWish}>
      <ClocksDialog>
        <ElementMenu>
          <div className="shell">
            <a className="visually-hidden" href="#main" onClick={(event) => { event.preventDefault(); deps.store.dispatch({ type: "regions", regions: { tab: "contents", leftOpen: true } }); setTimeout(() => document.querySelector<HTMLElement>("#tab-contents")?.focus()); }}>{words.app.skip}</a>
            <TopBar opening={opening} phone={phone} onHome={() => deps.store.dispatch({ type: "clear", words: words.acts.clear })} onMenu={() => setMenu(true)} onSearch={() => setSearching(true)} onKeys={showKeys} />
            {opening ? <Opening /> : (
              <Middle phone={phone}>
                <Suspense fallback={<div className="status" role="status">{words.canvas.loading}</div>}>
                  <Stage onPainter={(next) => setPainter(next && { paint: next })} />
                </Suspense>
                {!phone && <AboutNode />}
              </Middle>
            )}
            {!(phone && !opening) && <Disclosure />}
          </div>
          <Drawer opened={menu && phone} onClose={() => setMenu(false)} title={words.app.menu} size="100%" closeButtonProps={{ "aria-label": words.app.close }}><PhoneTools onDone={() => setMenu(false)} /><LeftRegion foldable={false} /><Disclosure /></Drawer>
          <Modal opened={searching} onClose={() => setSearching(false)} title={words.search.label} closeButtonProps={{ "aria-label": words.app.close }}>
            <div style={{ minBlockSize: 320 }}><Finder autoFocus onPick={(entity) => { setSearching(false); void placeEntity(deps, entity.id, entity.name); }} /></div>
          </Modal>
          <Modal opened={keys} onClose={() => setKeys(false)} title={words.keys.title} closeButtonProps={{ "aria-label": words.app.close }}>
            <dl className="dialog" style={{ gridTemplateColumns: "max-content 1fr", gap: "7px 16px" }}>
              {words.keys.list.map(([key, what]) => <div key={key} style={{ display: "contents" }}><dt><span className="kbd">{key}</span></dt><dd>{what}</dd></div>)}
            </dl>
          </Modal>
          <ExportDialog wish={wish} onClose={() => setWish(undefined)} paint={paint} />
        </ElementMenu>
      </ClocksDialog>
    </ExportContext.Provider>
  );
}

/** What the top bar has no room for on a phone. */
function PhoneTools({ onDone }: { onDone: () => void }) {
  const deps = useDeps();
  const openClocks = useClocksDialog();
  const past = useView((s) => s.history.past.at(-1)?.act);
  const future = useView((s) => s.history.future[0]?.act);
  return (
    <div className="row wrap" style={{ paddingBlockEnd: 12 }}>
      <button type="button" className="btn" disabled={past === undefined} onClick={() => deps.store.dispatch({ type: "undo" })}>{words.app.undo(past)}</button>
      <button type="button" className="btn" disabled={future === undefined} onClick={() => deps.store.dispatch({ type: "redo" })}>{words.app.redo(future)}</button>
      <button type="button" className="btn" onClick={() => { onDone(); openClocks(); }}>{words.clocks.title}</button>
    </div>
  );
}

/** Paints the picture with the source list and the dates of the view. */
function usePaint(paint: Painter | undefined): ((picture: Picture) => Promise<Blob>) | undefined {
  const view = useDrawn();
  const sources = useQuery(sourcesQuery());
  const stats = useQuery(statsQuery());
  if (!paint) return undefined;
  return ({ title, printed, leftOut, notes }) => {
    const shown = new Set(view.edges.filter((edge) => !leftOut.has(edge.id)).flatMap((edge) => edge.sources));
    const titles = (sources.data?.sources ?? []).filter((source) => shown.has(source.id)).map((source) => source.shortTitle);
    const knowledge = stats.data?.knowledge ?? "";
    return paint({ title, printed, leftOut, sources: titles, notes: [...notes, ...(printed.includes(knowledge) ? [] : [knowledge])] });
  };
}

function Middle({ phone, children }: { phone: boolean; children: React.ReactNode }) {
  const deps = useDeps();
  const { leftOpen, rightOpen, leftWidth, rightWidth } = useView((s) => s.regions);
  const panel = useView((s) => s.panels.length > 0 || s.selection.entities.length + s.selection.claims.length > 1);
  const set = (regions: Parameters<typeof deps.store.dispatch>[0] extends infer A ? (A extends { type: "regions"; regions: infer R } ? R : never) : never): void => deps.store.dispatch({ type: "regions", regions });
  if (phone)
    return (
      <div className={`middle${panel ? "" : " bare"}`}>
        <main className="stage" id="main">{children}</main>
        <AboutNode />
        {panel && <RightRegion />}
      </div>
    );
  return (
    <Group className="middle" orientation="horizontal">
      {leftOpen && (
        <>
          <Panel id="left" defaultSize={leftWidth} minSize={220} maxSize={460} groupResizeBehavior="preserve-pixel-size" onResize={(size) => set({ leftWidth: Math.round(size.inPixels) })}><LeftRegion /></Panel>
          <Separator className="handle" aria-label={words.app.resizeLeft} />
        </>
      )}
      <Panel id="stage" minSize={280}>
        <main className="stage" id="main">
          {children}
          {!leftOpen && <button type="button" className="btn icon unfold start" aria-label={words.app.unfoldLeft} title={words.app.unfoldLeft} onClick={() => set({ leftOpen: true })}><IconLayoutSidebarLeftExpand size={17} stroke={1.6} /></button>}
          <button type="button" className="btn icon unfold end" aria-label={rightOpen ? words.app.fold : words.app.unfoldRight} title={rightOpen ? words.app.fold : words.app.unfoldRight} onClick={() => set({ rightOpen: !rightOpen })}>
            {rightOpen ? <IconLayoutSidebarRightCollapse size={17} stroke={1.6} /> : <IconLayoutSidebarRightExpand size={17} stroke={1.6} />}
          </button>
        </main>
      </Panel>
      {rightOpen && (
        <>
          <Separator className="handle" aria-label={words.app.resizeRight} />
          <Panel id="right" defaultSize={rightWidth} minSize={320} maxSize={640} groupResizeBehavior="preserve-pixel-size" onResize={(size) => set({ rightWidth: Math.round(size.inPixels) })}><RightRegion /></Panel>
        </>
      )}
    </Group>
  );
}
