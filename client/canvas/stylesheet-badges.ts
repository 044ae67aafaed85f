/** Small marks on a body: upper right for claims not drawn, lower right for contested; drawn as extra images of the node. */
import { ENTITY_TYPES } from "../../server/domain/model.ts";
import { PALETTES, type Scheme } from "../ui/palette.ts";
import { iconImage } from "../ui/type-shapes.ts";

const svg = (inner: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">${inner}</svg>`)}`;

function moreMark(scheme: Scheme): string {
  const c = PALETTES[scheme];
  return svg(`<circle cx="8" cy="8" r="6.500" fill="${c.surface}" stroke="${c.accent}" stroke-width="1.600"/><path d="M8 5v6M5 8h6" stroke="${c.accent}" stroke-width="1.600" stroke-linecap="round"/>`);
}
function contestedMark(scheme: Scheme): string {
  const c = PALETTES[scheme];
  return svg(`<circle cx="8" cy="8" r="6.500" fill="${c.warningTint}" stroke="${c.warning}" stroke-width="1.600"/><path d="M8 4.800v4M8 11v.4" stroke="${c.warning}" stroke-width="1.700" stroke-linecap="round"/>`);
}

/** Width of the icon within the body, and where it sits, by type. */
function iconBox(type: (typeof ENTITY_TYPES)[number]): { size: string; x: string } {
  if (type === "Plot" || type === "Place" || type === "Case" || type === "Measure") return { size: "48%", x: type === "Plot" ? "50%" : "44%" };
  return { size: type === "Country" || type === "Gang" ? "46%" : "55%", x: "50%" };
}

/** One rule for each type and each set of badges. */
export function badgeRules(scheme: Scheme): object[] {
  const c = PALETTES[scheme];
  const more = { image: moreMark(scheme), x: "112%", y: "-12%" };
  const contested = { image: contestedMark(scheme), x: "112%", y: "112%" };
  return ENTITY_TYPES.flatMap((type) => {
    const box = iconBox(type);
    const icon = { image: iconImage(type, type === "Plot" ? c.danger : c.ink), x: box.x, y: "50%" };
    return [
      { selector: `node.more[type = "${type}"]`, images: [icon, more] },
      { selector: `node.contested[type = "${type}"]`, images: [icon, contested] },
      { selector: `node.more.contested[type = "${type}"]`, images: [icon, more, contested] },
    ].map(({ selector, images }) => ({
      selector,
      style: {
        "background-image": images.map((i) => i.image),
        "background-width": [box.size, ...images.slice(1).map(() => "15px")],
        "background-height": [box.size, ...images.slice(1).map(() => "15px")],
        "background-fit": images.map(() => "none"),
        "background-clip": images.map(() => "none"),
        "background-image-containment": images.map(() => "over"),
        "background-position-x": images.map((i) => i.x),
        "background-position-y": images.map((i) => i.y),
        "bounds-expansion": 8,
      },
    }));
  });
}
