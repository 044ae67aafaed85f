/** What the encodings in view stand for, each with how many claims have it: one list for the strip, the sheet and pictures. */
import type { EdgeView } from "../../server/contract/views.ts";
import { words } from "../i18n/messages.ts";

/** What is drawn beside the words: a line of that rank, or a mark. */
export type LegendSample = { rank: number } | { mark: "contested" | "inferred" | "open" };
export interface LegendEntry {
  id: string;
  sample: LegendSample;
  text: string;
  count: number;
}

const RANKS: readonly number[] = [6, 5, 4, 3, 2, 1, 0, -1];

/** Only what is in view; firmest first, then the marks. */
export function legendOf(edges: readonly EdgeView[]): LegendEntry[] {
  const t = words.disclosure;
  const entry = (id: string, sample: LegendSample, text: string, has: (edge: EdgeView) => boolean): LegendEntry => ({ id, sample, text, count: edges.filter(has).length });
  return [
    ...RANKS.map((rank) => entry(`rank-${rank}`, { rank }, rank < 0 ? t.disputed : (words.rankShort[rank] ?? ""), (edge) => edge.rank === rank)),
    entry("contested", { mark: "contested" }, t.contested, (edge) => edge.contested),
    entry("open", { mark: "open" }, t.open, (edge) => edge.openEnds.length > 0),
    entry("inferred", { mark: "inferred" }, t.inferred, (edge) => edge.inferred),
  ].filter((one) => one.count > 0);
}
