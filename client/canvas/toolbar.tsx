/** The tools beside the drawing; each says its key, and why it cannot be used where it cannot. */
import { Tooltip } from "@mantine/core";
import {
  IconEyeOff, IconEye, IconFocusCentered, IconLayoutDistributeVertical, IconPinned, IconRoute, IconTopologyStar3, IconTrash, IconZoomIn, IconZoomOut, IconShare2,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useDeps } from "../acts/deps.ts";
import { expandEntity, USUAL_CAP } from "../acts/expand-entity.ts";
import { traceSelected } from "../acts/set-trace-end.ts";
import { useStore, useView } from "../state/store.ts";
import { words } from "../i18n/messages.ts";

const t = words.canvas;

function Tool({ label, on, disabled, wide, onClick, children }: { label: string; on?: boolean; disabled?: boolean; wide?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label} position="right" openDelay={350} withinPortal>
      <button type="button" className={`btn${on ? " on" : ""}${wide ? " wide" : ""}`} aria-label={label} aria-pressed={on} aria-disabled={disabled || undefined} style={disabled ? { opacity: 0.45 } : undefined} onClick={() => !disabled && onClick()}>
        {children}
      </button>
    </Tooltip>
  );
}

export function Toolbar({ onZoom }: { onZoom: (factor: number) => void }) {
  const deps = useDeps();
  const store = useStore();
  const layout = useView((s) => s.history.present.canvas.layout);
  const hidden = useView((s) => s.history.present.canvas.hidden.length + s.history.present.canvas.hiddenClaims.length);
  const selection = useView((s) => s.selection);
  const placed = useView((s) => s.history.present.canvas.placed);
  const one = selection.entities.length === 1 ? selection.entities[0] : undefined;
  const some = selection.entities.length + selection.claims.length > 0;
  const pinned = one !== undefined && placed.includes(one);
  const set = (name: "layered" | "force"): void => store.dispatch({ type: "layout", words: words.acts.layout(t[name]), layout: name });
  return (
    <div className="toolbar" role="toolbar" aria-label={t.toolbar} aria-orientation="vertical">
      <Tool label={t.fit} onClick={() => store.dispatch({ type: "fit" })}><IconFocusCentered size={18} stroke={1.7} /></Tool>
      <Tool label={t.zoomIn} wide onClick={() => onZoom(1.25)}><IconZoomIn size={18} stroke={1.7} /></Tool>
      <Tool label={t.zoomOut} wide onClick={() => onZoom(0.8)}><IconZoomOut size={18} stroke={1.7} /></Tool>
      <hr />
      <Tool label={t.layered} on={layout === "layered"} onClick={() => set("layered")}><IconLayoutDistributeVertical size={18} stroke={1.7} /></Tool>
      <Tool label={t.force} on={layout === "force"} onClick={() => set("force")}><IconTopologyStar3 size={18} stroke={1.7} /></Tool>
      <hr />
      <Tool label={`${t.neighbours}`} disabled={one === undefined} onClick={() => one !== undefined && void expandEntity(deps, one, store.get().cache.nodes.get(one)?.name ?? one, { limit: USUAL_CAP })}><IconShare2 size={18} stroke={1.7} /></Tool>
      <Tool label={t.path} disabled={selection.entities.length !== 2} onClick={() => traceSelected(deps)}><IconRoute size={18} stroke={1.7} /></Tool>
      <Tool
        label={pinned ? t.unpin : t.pin}
        on={pinned}
        wide
        disabled={one === undefined}
        onClick={() => {
          if (one === undefined) return;
          const at = store.get().history.present.canvas.positions[one];
          if (pinned) store.dispatch({ type: "release", words: words.acts.release, ids: [one] });
          else if (at) store.dispatch({ type: "move", words: t.pin, positions: { [one]: at } });
        }}
      ><IconPinned size={18} stroke={1.7} /></Tool>
      <Tool label={t.hide} disabled={!some} onClick={() => store.dispatch({ type: "hide", words: words.acts.hide(selection.entities.length + selection.claims.length), entities: selection.entities, claims: selection.claims })}><IconEyeOff size={18} stroke={1.7} /></Tool>
      {hidden > 0 && <Tool label={t.hidden(hidden)} onClick={() => store.dispatch({ type: "show-hidden", words: words.acts.showHidden })}><IconEye size={18} stroke={1.7} /></Tool>}
      <Tool label={t.clear} wide onClick={() => store.dispatch({ type: "clear", words: words.acts.clear })}><IconTrash size={18} stroke={1.7} /></Tool>
    </div>
  );
}
