/** What is struck from the view (what-if). The canvas draws the case as it is, and marks what falls; answers are those without what is struck. */
import { isStruck, type Clocks, type Struck, type STRUCK_KINDS } from '../../server/domain/model/questions.ts';

export type StruckKind = (typeof STRUCK_KINDS)[number];

/** The clocks at which the canvas and the panels of records are read. */
export function drawnClocks(clocks: Clocks): Clocks {
  if (clocks.without === undefined) return clocks;
  const { without: _, ...rest } = clocks;
  return rest;
}

/** Whether the view leaves out what is struck. */
export const isWhatIf = ({ without }: Clocks): boolean => isStruck(without);

/** With one more struck, or with one put back that was. */
export function strikeToggled(clocks: Clocks, kind: StruckKind, id: string): Clocks {
  const before = clocks.without?.[kind] ?? [];
  const next = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
  const { [kind]: _, ...others } = clocks.without ?? {};
  const without: Struck = next.length > 0 ? { ...others, [kind]: next } : others;
  return isStruck(without) ? { ...clocks, without } : drawnClocks(clocks);
}

export const isStruckHere = ({ without }: Clocks, kind: StruckKind, id: string): boolean => without?.[kind]?.includes(id) ?? false;
