/** The card beside what the pointer rests on: name and type, or the claim with its figures. */
import { useView } from "../state/store.ts";
import type { Point } from "../state/view.ts";
import { words } from "../i18n/messages.ts";
import { originsText } from "../ui/figures.tsx";
import type { CanvasTarget } from "./mount.ts";

export function HoverCard({ target, at }: { target: CanvasTarget; at: Point }) {
  const node = useView((s) => s.cache.nodes.get(target.id));
  const edge = useView((s) => s.cache.edges.get(target.id));
  // Kept within the canvas, whatever edge the pointer is near.
  const style = { left: `min(${at.x + 18}px, calc(100% - 312px))`, top: `min(${at.y + 14}px, calc(100% - 190px))` };
  if (target.kind === "entity" && node)
    return (
      <div className="hover-card" style={style}>
        <strong lang={node.nameLang} dir="auto">{node.name}</strong>
        <span>{node.kind ?? words.type[node.type]} · {words.canvas.card.claims(node.degree)}</span>
      </div>
    );
  if (target.kind === "claim" && edge)
    return (
      <div className="hover-card" style={style}>
        <span className="said" dir="auto">{edge.sentence}</span>
        <span>{words.standing[edge.level]} · {words.canvas.figures(edge.citations, originsText(edge))}</span>
      </div>
    );
  return null;
}
