/** Acts of selecting: neighbours, what hangs together, the rest, all. */
import { IconCircles } from "@tabler/icons-react";
import { componentOf, everything, grown, inverted } from "../../state/select.ts";
import { drawnOf } from "../../state/use-drawn.ts";
import type { Drawn } from "../../state/drawn.ts";
import type { Selection } from "../../state/view.ts";
import { words } from "../../i18n/messages.ts";
import type { Act, ActContext } from "../act.ts";
import { meant } from "../act-context.ts";

const t = words.menu;
const needsEntity = (c: ActContext): string | undefined => (meant(c).entities.length === 0 ? t.needsEntity : undefined);
const needsDrawn = ({ deps }: ActContext): string | undefined => (drawnOf(deps.store.get()).nodes.length === 0 ? t.nothingDrawn : undefined);
const select = (of: (view: Drawn, selected: readonly string[]) => Selection) => (c: ActContext): void => {
  c.deps.store.dispatch({ type: "select", selection: of(drawnOf(c.deps.store.get()), meant(c).entities) });
};

export const selectActs: readonly Act[] = [
  { id: "select-neighbours", section: "select", on: ["entity", "several"], key: "shift+n", icon: IconCircles, label: () => t.selectNeighbours, why: needsEntity, run: select(grown) },
  { id: "select-connected", section: "select", on: [], label: () => t.selectConnected, why: needsEntity, run: select(componentOf) },
  { id: "select-rest", section: "select", on: [], label: () => t.selectRest, why: needsDrawn, run: select(inverted) },
  { id: "select-all", section: "select", on: ["canvas"], label: () => t.selectAll, why: needsDrawn, run: select(everything) },
];
