/** The layouts by name. */
import type { LayoutName } from "../../state/view.ts";
import { concentric } from "./concentric.ts";
import { force } from "./force.ts";
import { grid } from "./grid.ts";
import { layered, type LayoutInput, type LayoutRun } from "./layered.ts";
import { timeline } from "./timeline.ts";

export const LAYOUT_OF: Readonly<Record<LayoutName, (input: LayoutInput) => LayoutRun>> = { layered, force, concentric, timeline, grid };
