/** The layouts by name. */
import type { LayoutName } from "../../state/view.ts";
import { force } from "./force.ts";
import { layered, type LayoutInput, type LayoutRun } from "./layered.ts";

export const LAYOUT_OF: Readonly<Record<LayoutName, (input: LayoutInput) => LayoutRun>> = { layered, force };
