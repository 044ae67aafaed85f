/** How elements look by colour scheme; it follows the scheme because axe cannot see into a canvas. */
import type { StylesheetJson } from "cytoscape";
import { ENTITY_TYPES } from "../../server/domain/model.ts";
import { DASHES, PALETTES, type Scheme } from "../ui/palette.ts";
import { iconImage, NODE_SHAPES } from "../ui/type-shapes.ts";
import { badgeRules } from "./stylesheet-badges.ts";

/** Least label size on screen, px; labels grow in the drawing as it is zoomed out, down to `LABELS_FROM`. */
export const LABEL_PX = 12.5;
export const LINE_LABEL_PX = 11;
/** Below this zoom predicates show on hover only. */
export const LINE_LABELS_FROM = 0.55;
/** Labels stop growing below this zoom: they would cover the drawing. */
export const LABELS_FROM = 0.42;

/** A size in drawing units that is `px` on screen at this zoom, within bounds. */
export function sizeAt(px: number, zoom: number): number {
  return px / Math.min(1.25, Math.max(zoom, LABELS_FROM));
}

/** Lines keep their width and dashes on screen when the drawing is zoomed out: both carry meaning. */
export function thicken(zoom: number): number {
  return 1 / Math.min(1, Math.max(zoom, LABELS_FROM));
}

const BODY = 40;
const PLOT_BODY = 50;

/** Widest label on screen, px, on a canvas of this width. */
function labelWidth(canvas: number): number {
  return canvas < 520 ? 96 : 146;
}

/**
 * @param zoom reads the zoom of the drawing whenever styles are worked out again
 * @param canvas reads its width on screen, px
 */
export function stylesheet(scheme: Scheme, zoom: () => number, canvas: () => number = () => 1000): StylesheetJson {
  const c = PALETTES[scheme];
  const font = '"Inter Variable", Inter, "Noto Sans", "Noto Sans Arabic", sans-serif';
  return [
    {
      selector: "node",
      style: {
        width: BODY, height: BODY,
        "background-color": c.surface,
        "border-width": 1.5, "border-color": c.ink,
        label: "data(label)", color: c.ink,
        "font-family": font, "font-size": () => sizeAt(LABEL_PX, zoom()), "font-weight": 500,
        "text-valign": "bottom", "text-margin-y": 5,
        "text-wrap": "wrap", "text-max-width": () => `${sizeAt(labelWidth(canvas()), zoom())}px`,
        "text-outline-color": c.paper, "text-outline-width": 3, "text-outline-opacity": 1,
        "background-width": "55%", "background-height": "55%", "background-fit": "none",
        "overlay-opacity": 0, "z-index": 10,
      },
    },
    ...ENTITY_TYPES.map((type) => ({
      selector: `node[type = "${type}"]`,
      style: {
        shape: NODE_SHAPES[type],
        "background-image": iconImage(type, type === "Plot" ? c.danger : c.ink),
        ...(type === "Plot" ? { "border-color": c.danger, width: PLOT_BODY, height: PLOT_BODY, "background-width": "48%", "background-height": "48%" } : {}),
        ...(type === "Country" || type === "Gang" ? { width: 44, height: 44, "background-width": "46%", "background-height": "46%" } : {}),
        ...(type === "Event" ? { "border-style": "double" as const, "border-width": 4 } : {}),
        ...(type === "Place" || type === "Case" || type === "Measure" ? { "background-width": "48%", "background-height": "48%", "background-position-x": "44%" } : {}),
      },
    })),
    ...badgeRules(scheme),
    { selector: "node.vague", style: { "border-style": "dashed" } },
    { selector: "node.several", style: { "border-style": "double", "border-width": 4 } },
    { selector: "node.unsure", style: { "border-style": "dotted", "border-width": 2.5 } },
    { selector: "node.held", style: { "border-width": 2.5 } },
    {
      selector: "node.open",
      style: {
        width: 13, height: 13, shape: "ellipse", "background-opacity": 0, "border-width": 1.75, "border-color": c.muted,
        label: "", events: "no", "z-index": 5,
      },
    },
    {
      selector: "edge",
      style: {
        width: (line: { data: (key: string) => number }) => line.data("width") * thicken(zoom()), "curve-style": "bezier", "control-point-step-size": 58,
        "target-arrow-shape": "triangle", "arrow-scale": 0.85, "target-distance-from-node": 2,
        label: "data(label)", color: c.second,
        "font-family": font,
        "font-size": () => sizeAt(LINE_LABEL_PX, zoom()),
        "text-opacity": () => (zoom() >= LINE_LABELS_FROM ? 1 : 0),
        "text-background-color": c.paper, "text-background-opacity": () => (zoom() >= LINE_LABELS_FROM ? 1 : 0), "text-background-padding": "2px",
        "overlay-opacity": 0, "line-cap": "butt", "z-index": 1,
      },
    },
    ...c.standing.map((colour, rank) => ({
      selector: `edge.rank-${rank}`,
      style: {
        "line-color": colour, "target-arrow-color": colour, "mid-source-arrow-color": colour,
        ...(DASHES[rank]!.length > 0 ? { "line-style": "dashed" as const, "line-dash-pattern": () => DASHES[rank]!.map((n) => n * thicken(zoom())) } : { "line-style": "solid" as const }),
      },
    })),
    {
      selector: "edge.disputed",
      style: {
        "line-color": c.muted, "target-arrow-color": c.muted, "line-style": "solid", width: 1,
        "mid-target-arrow-shape": "tee", "mid-target-arrow-color": c.danger,
        "mid-source-arrow-shape": "tee", "mid-source-arrow-color": c.danger, "text-margin-y": -11,
      },
    },
    {
      selector: "edge.contested",
      style: { "mid-target-arrow-shape": "circle", "mid-target-arrow-color": c.warning, "text-margin-y": -12 },
    },
    { selector: "edge.hollow", style: { "target-arrow-fill": "hollow" } },
    { selector: "edge.uncertain", style: { "line-opacity": 0.75 } },
    { selector: "edge.stub", style: { "target-distance-from-node": 0 } },
    {
      selector: "node.selected",
      style: { "underlay-color": c.accent, "underlay-opacity": 0.28, "underlay-padding": 6, "underlay-shape": "ellipse", "border-color": c.accent, "background-color": c.accentTint },
    },
    { selector: "edge.selected, edge.hop", style: { "underlay-color": c.accent, "underlay-opacity": 0.26, "underlay-padding": 5, color: c.accent, "text-opacity": 1, "text-background-opacity": 1, "font-weight": 600 } },
    { selector: "node.faded", style: { opacity: 0.3 } },
    { selector: "edge.faded", style: { opacity: 0.22 } },
    { selector: "node.dimmed", style: { opacity: 0.25 } },
    { selector: "edge.dimmed", style: { opacity: 0.15 } },
    { selector: "edge.hovered", style: { "text-opacity": 1, "text-background-opacity": 1, "z-index": 9 } },
    { selector: "node.focused", style: { "border-color": c.accent, "border-width": 3.5 } },
    { selector: "edge.focused", style: { "underlay-color": c.accent, "underlay-opacity": 0.4, "underlay-padding": 3 } },
  ] as StylesheetJson;
}
