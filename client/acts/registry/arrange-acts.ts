/** Acts of arranging: zoom, the layouts, holding in place. */
import {
  IconCalendar, IconFocusCentered, type Icon, IconLayoutDistributeVertical, IconLayoutGrid, IconPinned, IconTarget, IconTopologyStar3, IconZoomIn, IconZoomOut,
} from "@tabler/icons-react";
import type { LayoutName } from "../../state/view.ts";
import { words } from "../../i18n/messages.ts";
import type { Act, ActContext } from "../act.ts";
import { meant } from "../act-context.ts";

const t = words.canvas;
const canvasOf = ({ deps }: ActContext) => deps.store.get().history.present.canvas;
const nothingDrawn = (c: ActContext): string | undefined => (canvasOf(c).entities.length === 0 ? words.menu.nothingDrawn : undefined);
const allPinned = (c: ActContext): boolean => {
  const { entities } = meant(c);
  return entities.length > 0 && entities.every((id) => canvasOf(c).placed.includes(id));
};

function layOut(c: ActContext, layout: LayoutName): void {
  c.deps.store.dispatch({ type: "layout", words: words.acts.layout(t[layout]), layout, centre: layout === "concentric" ? meant(c).entities : undefined });
}
const layoutAct = (layout: LayoutName, icon: Icon, wide: boolean): Act => ({
  id: `layout-${layout}`, section: "arrange", on: ["tools"], icon, wide,
  label: () => t[layout],
  pressed: (c) => canvasOf(c).layout === layout,
  why: nothingDrawn,
  run: (c) => layOut(c, layout),
});

export const arrangeActs: readonly Act[] = [
  { id: "fit", section: "arrange", on: ["canvas", "tools"], key: "f", icon: IconFocusCentered, label: () => words.menu.fit, run: ({ deps }) => deps.store.dispatch({ type: "fit" }) },
  { id: "zoom-in", section: "arrange", on: ["tools"], icon: IconZoomIn, wide: true, label: () => t.zoomIn, why: nothingDrawn, run: ({ handle }) => handle?.zoomBy(1.25) },
  { id: "zoom-out", section: "arrange", on: ["tools"], icon: IconZoomOut, wide: true, label: () => t.zoomOut, why: nothingDrawn, run: ({ handle }) => handle?.zoomBy(0.8) },
  layoutAct("layered", IconLayoutDistributeVertical, false),
  layoutAct("force", IconTopologyStar3, false),
  layoutAct("concentric", IconTarget, true),
  layoutAct("timeline", IconCalendar, true),
  layoutAct("grid", IconLayoutGrid, true),
  { id: "layout-again", section: "arrange", on: ["canvas"], label: () => t.layout, why: nothingDrawn, run: (c) => layOut(c, canvasOf(c).layout) },
  {
    id: "pin", section: "arrange", on: ["entity", "several", "tools"], icon: IconPinned, wide: true,
    label: (c) => (allPinned(c) ? t.unpin : t.pin),
    pressed: allPinned,
    why: (c) => (meant(c).entities.length === 0 ? words.menu.needsEntity : undefined),
    run: (c) => {
      const { entities } = meant(c);
      const { positions } = canvasOf(c);
      if (allPinned(c)) c.deps.store.dispatch({ type: "release", words: words.acts.release, ids: entities });
      else c.deps.store.dispatch({ type: "move", words: words.acts.pin, positions: Object.fromEntries(entities.filter((id) => positions[id]).map((id) => [id, positions[id]!])) });
    },
  },
];
