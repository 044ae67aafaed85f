/** The menu of an entity, a claim or the empty canvas: every act, and why one cannot be done. */
import { createContext, useContext, useRef, useState, type ReactNode } from "react";
import { Menu } from "@mantine/core";
import { useDeps } from "../acts/deps.ts";
import { expandEntity, USUAL_CAP } from "../acts/expand-entity.ts";
import { openClaim, openEntity } from "../acts/open-things.ts";
import { setTraceEnd, traceSelected } from "../acts/set-trace-end.ts";
import { leavesOf } from "../state/canvas-content.ts";
import { useStore } from "../state/store.ts";
import type { Point } from "../state/view.ts";
import { words } from "../i18n/messages.ts";
import { useExport } from "./export/use-export.ts";

const t = words.menu;
export interface MenuTarget {
  kind: "entity" | "claim" | "canvas";
  id: string;
}
type OpenMenu = (target: MenuTarget, at: Point) => void;
const Opener = createContext<OpenMenu>(() => undefined);
export function useElementMenu(): OpenMenu {
  return useContext(Opener);
}

/** Holds the one menu of the workbench; places are in page coordinates. */
export function ElementMenu({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ target: MenuTarget; at: Point } | undefined>();
  const from = useRef<Element | null>(null);
  const open: OpenMenu = (target, at) => {
    from.current = document.activeElement;
    setShown({ target, at });
  };
  const close = (): void => {
    setShown(undefined);
    // Back to what opened it: the button of the list, or the canvas.
    if (from.current instanceof HTMLElement) from.current.focus({ preventScroll: true });
  };
  return (
    <Opener.Provider value={open}>
      {children}
      <Menu key={shown ? `${shown.at.x} ${shown.at.y}` : "none"} opened={shown !== undefined} onChange={(stays) => !stays && close()} position="bottom-start" withinPortal shadow="md" trapFocus returnFocus={false}>
        <Menu.Target><button type="button" className="menu-anchor" tabIndex={-1} aria-label={t.anchor} style={{ left: shown?.at.x ?? 0, top: shown?.at.y ?? 0 }} /></Menu.Target>
        <Menu.Dropdown>{shown && <Items target={shown.target} />}</Menu.Dropdown>
      </Menu>
    </Opener.Provider>
  );
}

function Item({ label, why, onClick }: { label: string; why?: string; onClick: () => void }) {
  return <Menu.Item disabled={why !== undefined} onClick={onClick} rightSection={why && <span className="meta">{why}</span>}>{label}</Menu.Item>;
}

function Items({ target }: { target: MenuTarget }) {
  if (target.kind === "entity") return <EntityItems id={target.id} />;
  if (target.kind === "claim") return <ClaimItems id={target.id} />;
  return <CanvasItems />;
}

function EntityItems({ id }: { id: string }) {
  const deps = useDeps();
  const store = useStore();
  const { history, cache, selection } = store.get();
  const { canvas } = history.present;
  const name = cache.nodes.get(id)?.name ?? id;
  const leaves = leavesOf(canvas, id, cache.edges);
  const pinned = canvas.placed.includes(id);
  const two = selection.entities.length === 2;
  const several = selection.entities.includes(id) ? selection.entities : [id];
  return (
    <>
      <Menu.Label>{name}</Menu.Label>
      <Item label={t.open} onClick={() => openEntity(deps, id)} />
      <Item label={t.expand} onClick={() => void expandEntity(deps, id, name, { limit: USUAL_CAP })} />
      <Item label={t.collapse} why={leaves.length === 0 ? t.collapseNone : undefined} onClick={() => store.dispatch({ type: "collapse", words: words.acts.collapse(name), id })} />
      <Menu.Divider />
      <Item label={t.traceFrom} onClick={() => setTraceEnd(deps, "from", id)} />
      <Item label={t.traceTo} onClick={() => setTraceEnd(deps, "to", id)} />
      <Item label={t.traceBetween} why={two ? undefined : t.traceNeeds} onClick={() => traceSelected(deps)} />
      <Menu.Divider />
      <Item label={t.selectNeighbours} onClick={() => store.dispatch({ type: "select", selection: { entities: [id, ...neighboursOf(store.get(), id)], claims: [] } })} />
      <Item
        label={pinned ? t.unpin : t.pin}
        onClick={() => {
          const at = canvas.positions[id];
          if (pinned) store.dispatch({ type: "release", words: words.acts.release, ids: [id] });
          else if (at) store.dispatch({ type: "move", words: words.canvas.pin, positions: { [id]: at } });
        }}
      />
      <Item label={t.hide} onClick={() => store.dispatch({ type: "hide", words: words.acts.hide(several.length), entities: several, claims: [] })} />
      <Item label={t.remove} onClick={() => store.dispatch({ type: "remove", words: words.acts.remove(name), ids: several })} />
    </>
  );
}

/** Drawn neighbours of an entity. */
export function neighboursOf(state: ReturnType<ReturnType<typeof useStore>["get"]>, id: string): string[] {
  const near = new Set<string>();
  for (const claim of state.history.present.canvas.claims)
    for (const { from, to } of state.cache.edges.get(claim)?.segments ?? []) {
      if (from === id) near.add(to);
      if (to === id) near.add(from);
    }
  near.delete(id);
  return [...near].toSorted();
}

function ClaimItems({ id }: { id: string }) {
  const deps = useDeps();
  const store = useStore();
  const edge = store.get().cache.edges.get(id);
  return (
    <>
      <Menu.Label>{edge?.label ?? words.evidence.claim}</Menu.Label>
      <Item label={t.open} onClick={() => openClaim(deps, id)} />
      <Item label={t.hide} onClick={() => store.dispatch({ type: "hide", words: words.acts.hide(1), entities: [], claims: [id] })} />
    </>
  );
}

function CanvasItems() {
  const deps = useDeps();
  const store = useStore();
  const openExport = useExport();
  const { canvas } = store.get().history.present;
  const hidden = canvas.hidden.length + canvas.hiddenClaims.length;
  return (
    <>
      <Item label={t.fit} onClick={() => store.dispatch({ type: "fit" })} />
      <Item label={words.canvas.layout} onClick={() => store.dispatch({ type: "layout", words: words.acts.layout(words.canvas[canvas.layout]), layout: canvas.layout })} />
      <Item label={t.showHidden(hidden)} why={hidden === 0 ? t.nothingHidden : undefined} onClick={() => store.dispatch({ type: "show-hidden", words: words.acts.showHidden })} />
      <Item label={t.copyLink} onClick={() => void navigator.clipboard.writeText(location.href).then(() => deps.tell(words.app.copied))} />
      <Item label={t.export} onClick={() => openExport({})} />
      <Menu.Divider />
      <Item label={t.clear} onClick={() => store.dispatch({ type: "clear", words: words.acts.clear })} />
    </>
  );
}
