/** How elements look by colour scheme; it follows the scheme because axe cannot see into a canvas. */
import type { StylesheetJson } from "cytoscape";
import { ENTITY_TYPES, type EntityType } from "../../server/domain/model.ts";
import { DASHES, PALETTES, type Scheme } from "../ui/palette.ts";
import { iconImage, NODE_SHAPES } from "../ui/type-shapes.ts";
import { BADGED_SCALE, badgedImage, iconBox } from "./badge-image.ts";
import { LABEL_PX, LINE_LABEL_PX, lookAt, type Look, sizeAt, thicken } from "./look.ts";

/** The share of a dashed line that is ink: a solid one of that opacity weighs the same from afar, never more. */
const LEAST_INK = 0.3;
function inkShare(dash: readonly number[]): number {
  const total = dash.reduce((sum, n) => sum + n, 0);
  return total === 0 ? 1 : Math.max(LEAST_INK, dash.filter((_, i) => i % 2 === 0).reduce((sum, n) => sum + n, 0) / total);
}

interface BadgedBody {
  data: { (key: "type"): EntityType; (key: "badges"): string };
}

const BODY = 40;
const PLOT_BODY = 50;

/** Names in any script: a canvas takes no face that is not named. */
const FONT = '"Inter Variable", Inter, "Noto Sans", "Noto Sans Arabic Variable", "Noto Sans Arabic", sans-serif';
const WIDTHS = [1, 2, 3, 4, 5];
const ALL_RANKS = [-1, 0, 1, 2, 3, 4, 5, 6];

/**
 * Plain values throughout: a function would be called for every element each time styles are worked out.
 * @param face names the fonts anew, so that labels measured before a font came are measured again
 */
export function stylesheet(scheme: Scheme, look: Look = lookAt(1), face = ""): StylesheetJson {
  const c = PALETTES[scheme];
  const more = scheme.endsWith("-more");
  const size = (px: number): number => sizeAt(px, look.step);
  const thick = thicken(look.step);
  const inkOf = (rank: number): string => (rank < 0 ? c.muted : c.standing[rank]!);
  const font = `${FONT}${face}`;
  const lineLabel = { label: "data(label)", "text-opacity": 1, "text-background-opacity": 1 };
  return [
    // What a moving picture of the drawing leaves open at its edges.
    { selector: "core", style: { "outside-texture-bg-color": c.paper, "outside-texture-bg-opacity": 1 } },
    {
      selector: "node",
      style: {
        width: BODY, height: BODY,
        "background-color": c.surface,
        "border-width": more ? 2.2 : 1.5, "border-color": c.ink,
        label: look.names ? "data(label)" : "", color: c.ink,
        "font-family": font, "font-size": size(LABEL_PX), "font-weight": more ? 600 : 500,
        "text-valign": "bottom", "text-margin-y": 5,
        "text-wrap": "wrap", "text-max-width": `${size(look.labelWidth)}px`,
        "text-outline-color": c.paper, "text-outline-width": 3, "text-outline-opacity": 1,
        "background-width": "55%", "background-height": "55%", "background-fit": "none",
        "overlay-opacity": 0, "z-index": 10,
      },
    },
    ...ENTITY_TYPES.map((type) => ({
      selector: `node[type = "${type}"]`,
      style: {
        shape: NODE_SHAPES[type],
        ...(look.icons ? { "background-image": iconImage(type, type === "Plot" ? c.danger : c.ink) } : {}),
        "background-width": `${iconBox(type).size}%`, "background-height": `${iconBox(type).size}%`,
        "background-position-x": `${(100 * iconBox(type).left) / (100 - iconBox(type).size)}%`,
        ...(type === "Plot" ? { "border-color": c.danger, width: PLOT_BODY, height: PLOT_BODY } : {}),
        ...(type === "Country" || type === "Gang" ? { width: 44, height: 44 } : {}),
        ...(type === "Event" ? { "border-style": "double" as const, "border-width": 4 } : {}),
      },
    })),
    ...(look.icons ? [{
      selector: "node[badges]",
      style: {
        "background-image": (body: BadgedBody) => badgedImage(body.data("type"), body.data("badges"), scheme),
        "background-width": `${100 * BADGED_SCALE}%`, "background-height": `${100 * BADGED_SCALE}%`, "background-position-x": "50%",
        "background-clip": "none", "background-image-containment": "over", "bounds-expansion": 20,
      },
    }] : []),
    { selector: "node.crowded", style: { "text-opacity": 0 } },
    { selector: "node.vague", style: { "border-style": "dashed" } },
    { selector: "node.several", style: { "border-style": "double", "border-width": 4 } },
    { selector: "node.unsure", style: { "border-style": "dotted", "border-width": 2.5 } },
    { selector: "node.held", style: { "border-width": 2.5 } },
    {
      selector: "node.frame",
      style: {
        shape: "round-rectangle", "corner-radius": "10", "background-color": c.sunken, "background-opacity": 0.75, "background-image": "none", "border-width": 1.5, "border-color": c.muted, "border-style": "solid",
        label: "data(label)", color: c.second, "font-size": size(LABEL_PX), "font-weight": 600, "text-valign": "top", "text-margin-y": -4, "text-max-width": `${size(look.labelWidth * 2)}px`,
        padding: "26px", "z-index": 0, "z-compound-depth": "bottom",
      },
    },
    {
      selector: "node.open",
      style: {
        width: 13, height: 13, shape: "ellipse", "background-opacity": 0, "border-width": 1.75, "border-color": more ? c.ink : c.muted,
        label: "", events: "no", "z-index": 5,
      },
    },
    {
      selector: "edge",
      style: {
        ...(look.fine ? { "curve-style": "bezier", "control-point-step-size": 58 } : { "curve-style": "haystack", "haystack-radius": 0 }),
        "target-arrow-shape": look.fine ? "triangle" : "none", "arrow-scale": 0.85, "target-distance-from-node": 2,
        ...(look.predicates ? lineLabel : { label: "" }), color: c.second,
        "font-family": font, "font-size": size(LINE_LABEL_PX),
        "text-background-color": c.paper, "text-background-padding": "2px",
        "overlay-opacity": 0, "line-cap": "butt", "z-index": 1,
      },
    },
    ...WIDTHS.map((width) => ({ selector: `edge[width = ${width}]`, style: { width: width * thick } })),
    ...c.standing.map((colour, rank) => ({
      selector: `edge.rank-${rank}`,
      style: {
        "line-color": colour, "target-arrow-color": colour, "mid-source-arrow-color": colour,
        ...(!look.fine ? { "line-opacity": inkShare(DASHES[rank]!) } : {}),
        ...(look.fine && DASHES[rank]!.length > 0 ? { "line-style": "dashed" as const, "line-dash-pattern": DASHES[rank]!.map((n) => n * thick) } : { "line-style": "solid" as const }),
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
    // At mid-line: an open lozenge, at any zoom; "~" in the label says the same.
    { selector: "edge.uncertain", style: { "mid-source-arrow-shape": "diamond", "mid-source-arrow-fill": "hollow", "text-margin-y": -12 } },
    // A line beside the line, and the number of the others in the label.
    { selector: "edge.bundle", style: { "underlay-color": c.muted, "underlay-opacity": 0.22, "underlay-padding": 3 * thick, "font-weight": 600 } },
    { selector: "edge.back", style: { "source-arrow-shape": look.fine ? "triangle" : "none", "source-distance-from-node": 2 } },
    { selector: "edge.back-hollow", style: { "source-arrow-fill": "hollow" } },
    ...ALL_RANKS.map((rank) => ({ selector: `edge.back-${rank < 0 ? "disputed" : rank}`, style: { "source-arrow-color": inkOf(rank) } })),
    { selector: "edge.stub", style: { "target-distance-from-node": 0 } },
    {
      selector: "node.selected",
      style: { "underlay-color": c.accent, "underlay-opacity": 0.28, "underlay-padding": 6, "underlay-shape": "ellipse", "border-color": c.accent, "background-color": c.accentTint, "text-opacity": 1 },
    },
    { selector: "edge.crowded", style: { "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: "edge.selected, edge.hop", style: { "underlay-color": c.accent, "underlay-opacity": 0.26, "underlay-padding": 5, color: c.accent, ...lineLabel, "font-weight": 600 } },
    { selector: "edge.faint", style: { opacity: more ? 0.45 : 0.28, "text-opacity": 0, "text-background-opacity": 0 } },
    { selector: "node.faint", style: { opacity: more ? 0.45 : 0.3 } },
    { selector: "node.faded", style: { opacity: more ? 0.45 : 0.3 } },
    { selector: "edge.faded", style: { opacity: more ? 0.35 : 0.22 } },
    { selector: "node.dimmed", style: { opacity: 0.25 } },
    { selector: "edge.dimmed", style: { opacity: 0.15 } },
    { selector: "edge.hovered", style: { ...lineLabel, "z-index": 9 } },
    // On a large drawing the rest is left as it is, and what is near is underlaid.
    { selector: "edge.near", style: { ...lineLabel, "underlay-color": c.accent, "underlay-opacity": 0.22, "underlay-padding": 3 * thick } },
    { selector: "node.near", style: { label: "data(label)", "text-opacity": 1, "border-color": c.accent } },
    { selector: "node.focused", style: { "text-opacity": 1, "border-color": c.accent, "border-width": 3.5 } },
    { selector: "edge.focused", style: { "underlay-color": c.accent, "underlay-opacity": 0.4, "underlay-padding": 3 } },
  ] as StylesheetJson;
}
