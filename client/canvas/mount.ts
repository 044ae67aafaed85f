/** The drawing itself: one Cytoscape instance behind a small handle; everything else of the canvas works through it. */
import cytoscape, { type Core, type EventObject } from "cytoscape";
import type { Point } from "../state/view.ts";
import { PALETTES, type Scheme } from "../ui/palette.ts";
import type { CanvasElements, EdgeElement, NodeElement } from "./elements.ts";
import { LINE_LABELS_FROM, stylesheet } from "./stylesheet.ts";

export interface CanvasTarget {
  kind: "entity" | "claim" | "canvas";
  id: string;
}
export interface CanvasEvents {
  tap: (target: CanvasTarget, additive: boolean) => void;
  open: (target: CanvasTarget) => void;
  menu: (target: CanvasTarget, at: Point) => void;
  hover: (target: CanvasTarget | undefined, at: Point) => void;
  moved: (positions: Record<string, Point>) => void;
  /** The drawing was rendered anew; for what follows it on the page. */
  settled: () => void;
}
export interface CanvasHandle {
  cy: Core;
  update: (elements: CanvasElements, scheme: Scheme) => void;
  fit: () => void;
  zoomBy: (factor: number) => void;
  focus: (id: string | undefined) => void;
  /** Runs `work` while the drawing looks as on paper: light scheme, label sizes of zoom 1. */
  asPrinted: <T>(work: () => T) => Promise<T>;
  destroy: () => void;
}

/** From so many elements gestures draw a picture instead of every line. */
const TEXTURE_FROM = 300;
/** Room kept free at the edges: tools at the left, the card below. A small screen keeps less. */
const INSETS = { wide: { top: 36, right: 40, bottom: 112, left: 76 }, small: { top: 16, right: 16, bottom: 62, left: 16 } };
const SMALL_BELOW = 520;
const FIT_ZOOM_LIMIT = 1.25;
const MOVE_MS = 160;
const ICONS_LOAD_MS = 250;

function targetOf(event: EventObject): CanvasTarget {
  if (event.target === event.cy) return { kind: "canvas", id: "" };
  const data = event.target.data() as { entity?: string; claim?: string };
  return data.claim !== undefined ? { kind: "claim", id: data.claim } : { kind: "entity", id: data.entity ?? "" };
}
const additive = (event: EventObject): boolean => {
  const original = event.originalEvent as MouseEvent | undefined;
  return Boolean(original?.shiftKey || original?.metaKey || original?.ctrlKey);
};

function listen(cy: Core, events: CanvasEvents): void {
  cy.on("tap", (event) => events.tap(targetOf(event), additive(event)));
  cy.on("dbltap", "node", (event) => events.open(targetOf(event)));
  cy.on("cxttap taphold", (event) => events.menu(targetOf(event), event.renderedPosition));
  cy.on("mouseover", "node, edge", (event) => {
    const at = event.renderedPosition ?? { x: 0, y: 0 };
    const target = targetOf(event);
    const near = target.kind === "entity" ? event.target.closedNeighborhood() : claimElements(cy, target.id).union(claimElements(cy, target.id).connectedNodes());
    cy.batch(() => {
      cy.elements().difference(near).addClass("dimmed");
      near.edges().addClass("hovered");
    });
    events.hover(target, at);
  });
  cy.on("mouseout", "node, edge", () => {
    cy.batch(() => cy.elements().removeClass("dimmed hovered"));
    events.hover(undefined, { x: 0, y: 0 });
  });
  // An open ring hangs from its entity and goes along.
  let held: Point | undefined;
  cy.on("grab", "node", (event) => void (held = { ...event.target.position() }));
  cy.on("drag", "node", (event) => {
    const now = event.target.position();
    if (!held) return;
    const by = { x: now.x - held.x, y: now.y - held.y };
    held = { ...now };
    event.target.neighborhood("node.open").shift(by);
  });
  cy.on("dragfree", "node", (event) => {
    const moved: Record<string, Point> = {};
    const group = event.target.selected() ? cy.nodes(":selected") : cy.collection(event.target);
    group.union(event.target).forEach((node) => {
      if (node.data("type") !== "Open") moved[node.id()] = { x: Math.round(node.position("x")), y: Math.round(node.position("y")) };
    });
    events.moved(moved);
  });
}

function claimElements(cy: Core, claim: string) {
  return cy.edges().filter((edge) => edge.data("claim") === claim);
}

function sync(cy: Core, elements: CanvasElements, animate: boolean): void {
  const wanted = new Map<string, NodeElement | EdgeElement>([...elements.nodes, ...elements.edges].map((e) => [e.id, e]));
  cy.batch(() => {
    cy.elements().filter((element) => !wanted.has(element.id())).remove();
    for (const node of elements.nodes) {
      const { classes, position, ...data } = node;
      const known = cy.getElementById(node.id);
      if (known.empty()) {
        cy.add({ group: "nodes", data, classes, position: position ? { ...position } : { x: 0, y: 0 }, grabbable: node.type !== "Open", selectable: false });
        continue;
      }
      known.data(data).classes(classes);
      if (position && (known.position("x") !== position.x || known.position("y") !== position.y)) {
        if (animate) known.animate({ position: { ...position } }, { duration: MOVE_MS, queue: false });
        else known.position({ ...position });
      }
    }
    for (const edge of elements.edges) {
      const { classes, ...data } = edge;
      const known = cy.getElementById(edge.id);
      if (known.empty()) cy.add({ group: "edges", data, classes, selectable: false });
      else known.data(data).classes(classes);
    }
  });
}

/** Mounts an empty drawing; `update` fills it. The canvas renderer only: the WebGL one loses dashes and arrows. */
export function mountCanvas(container: HTMLElement, events: CanvasEvents, scheme: Scheme): CanvasHandle {
  let zoom = 1;
  const width = (): number => container.clientWidth;
  let shown = scheme;
  const cy = cytoscape({
    container,
    minZoom: 0.08,
    maxZoom: 3,
    boxSelectionEnabled: false,
    style: stylesheet(scheme, () => zoom, width),
    // The typings say 1 is usual; the source takes the screen's, which costs too much on a large drawing.
    pixelRatio: "auto",
  });
  const still = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
  listen(cy, events);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restyle = (): void => {
    const before = zoom;
    zoom = cy.zoom();
    const crossed = before >= LINE_LABELS_FROM !== zoom >= LINE_LABELS_FROM;
    if (crossed || Math.abs(before - zoom) / zoom > 0.04) cy.style().update();
  };
  cy.on("zoom", restyle);
  cy.on("render", () => {
    clearTimeout(timer);
    timer = setTimeout(events.settled, 120);
  });
  const fit = (): void => {
    cy.resize();
    if (cy.nodes().empty()) return;
    const inset = cy.width() < SMALL_BELOW ? INSETS.small : INSETS.wide;
    const box = cy.elements().boundingBox({});
    const room = { w: Math.max(80, cy.width() - inset.left - inset.right), h: Math.max(80, cy.height() - inset.top - inset.bottom) };
    const level = Math.max(cy.minZoom(), Math.min(FIT_ZOOM_LIMIT, room.w / Math.max(box.w, 1), room.h / Math.max(box.h, 1)));
    cy.viewport({
      zoom: level,
      pan: {
        x: inset.left + (room.w - box.w * level) / 2 - box.x1 * level,
        y: inset.top + (room.h - box.h * level) / 2 - box.y1 * level,
      },
    });
    restyle();
  };
  return {
    cy,
    update(elements, next) {
      const large = elements.nodes.length + elements.edges.length > TEXTURE_FROM;
      if (next !== shown) {
        shown = next;
        cy.style(stylesheet(next, () => zoom, width));
      }
      const texture = { textureOnViewport: large, hideEdgesOnViewport: large, outsideBg: PALETTES[next].paper };
      const renderer = (cy as unknown as { renderer: () => Record<string, unknown> }).renderer();
      renderer["textureOnViewport"] = texture.textureOnViewport;
      renderer["hideEdgesOnViewport"] = texture.hideEdgesOnViewport;
      sync(cy, elements, !still && !large && cy.nodes().nonempty());
    },
    fit,
    zoomBy(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    focus(id) {
      cy.batch(() => {
        cy.elements().removeClass("focused");
        if (id !== undefined) cy.getElementById(id).addClass("focused");
      });
    },
    async asPrinted(work) {
      zoom = 1;
      cy.style(stylesheet("light", () => zoom));
      // Icons of the other scheme are images and load by themselves.
      await new Promise((resolve) => setTimeout(resolve, ICONS_LOAD_MS));
      try {
        return work();
      } finally {
        zoom = cy.zoom();
        cy.style(stylesheet(shown, () => zoom, width));
      }
    },
    destroy() {
      clearTimeout(timer);
      cy.destroy();
    },
  };
}
