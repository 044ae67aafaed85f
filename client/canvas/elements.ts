/** The contract's nodes and edges as canvas elements: what each line and body is to show, worked out purely. */
import type { EdgeView, NodeView } from "../../server/contract/views.ts";
import { anchorOf } from "../state/drawable.ts";
import type { Point } from "../state/view.ts";
import { widthOf } from "../ui/palette.ts";

export interface NodeElement {
  id: string;
  entity: string;
  label: string;
  type: NodeView["type"] | "Open";
  classes: string[];
  position?: Point;
}
export interface EdgeElement {
  id: string;
  claim: string;
  source: string;
  target: string;
  label: string;
  width: number;
  classes: string[];
}
export interface CanvasElements {
  nodes: NodeElement[];
  edges: EdgeElement[];
}
export interface Emphasis {
  selected: ReadonlySet<string>;
  selectedClaims: ReadonlySet<string>;
  /** Entities and claims that stay at full ink; undefined: all. */
  lit?: { entities: ReadonlySet<string>; claims: ReadonlySet<string> };
  /** The hop read just now. */
  hop?: ReadonlySet<string>;
  /** Entities with no claim left by the filters. */
  unheld: ReadonlySet<string>;
  /** Claims not drawn, by entity. */
  more: ReadonlyMap<string, number>;
  placed: ReadonlySet<string>;
}

/** How far an open ring hangs from the entity it belongs to. */
const STUB = { x: 78, y: 58 };

function nodeClasses(node: NodeView, edges: readonly EdgeView[], emphasis: Emphasis): string[] {
  const classes: string[] = [];
  if (node.unnamed || node.generic || node.candidates.length > 0) classes.push("vague");
  if (node.aggregate) classes.push("several");
  if (node.unsure) classes.push("unsure");
  if (edges.some((edge) => edge.contested && (edge.subject === node.id || edge.object === node.id))) classes.push("contested");
  if (emphasis.selected.has(node.id)) classes.push("selected");
  if (emphasis.placed.has(node.id)) classes.push("held");
  if (emphasis.lit ? !emphasis.lit.entities.has(node.id) : emphasis.unheld.has(node.id)) classes.push("faded");
  return classes;
}

/** The classes of a claim's line: standing, and each mark that its ends and figures call for. */
export function lineClasses(edge: EdgeView, emphasis: Emphasis): string[] {
  const classes = [edge.rank < 0 ? "disputed" : `rank-${edge.rank}`];
  if (edge.contested) classes.push("contested");
  if (edge.inferred) classes.push("hollow");
  if (edge.uncertain) classes.push("uncertain");
  if (emphasis.selectedClaims.has(edge.id)) classes.push("selected");
  if (emphasis.hop?.has(edge.id)) classes.push("hop");
  if (emphasis.lit && !emphasis.lit.claims.has(edge.id)) classes.push("faded");
  return classes;
}

/** The label of a line: the predicate, with the flags that change what is claimed. */
export function lineLabel(edge: EdgeView): string {
  const flags = [edge.intended ? "intended" : "", edge.attempted ? "attempted" : "", edge.expected ? "expected" : ""].filter((f) => f !== "");
  const label = flags.length > 0 ? `${edge.label} (${flags.join(", ")})` : edge.label;
  return edge.rank < 0 ? `✕ ${label}` : label;
}

/** Letters of a body's label: two lines; the whole name is in the card and the lists. */
const LABEL_LETTERS = 34;

export function bodyLabel(name: string): string {
  if (name.length <= LABEL_LETTERS) return name;
  const cut = name.slice(0, LABEL_LETTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LABEL_LETTERS - 12)).replace(/[\s,;:]+$/, "")}…`;
}

/** A stable turn for the n-th open ring at one entity: rings of one entity never cover each other. */
function stubPosition(at: Point, end: "subject" | "object", n: number): Point {
  const side = end === "subject" ? -1 : 1;
  return { x: at.x + side * (STUB.x + 6 * (n % 3)), y: at.y + (n % 2 === 0 ? 1 : -1) * (STUB.y + 34 * Math.floor(n / 2)) };
}

/** Every element of the view, in id order: order changes the picture. */
export function toElements(
  nodes: readonly NodeView[],
  edges: readonly EdgeView[],
  positions: Readonly<Record<string, Point>>,
  emphasis: Emphasis,
): CanvasElements {
  const out: CanvasElements = { nodes: [], edges: [] };
  // What has no place yet is drawn when its layout is done: never in a heap at the origin.
  const ready = (id: string): boolean => positions[id] !== undefined;
  for (const node of nodes.toSorted((a, b) => a.id.localeCompare(b.id)).filter((n) => ready(n.id))) {
    const more = emphasis.more.get(node.id) ?? 0;
    const classes = nodeClasses(node, edges, emphasis);
    if (more > 0) classes.push("more");
    out.nodes.push({ id: node.id, entity: node.id, label: bodyLabel(node.name), type: node.type, classes, position: positions[node.id] });
  }
  const stubs = new Map<string, number>();
  for (const edge of edges.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const classes = lineClasses(edge, emphasis);
    const width = widthOf(edge.originsAtStanding);
    const label = lineLabel(edge);
    for (const segment of edge.segments.filter((s) => ready(s.from) && ready(s.to)))
      out.edges.push({ id: `${edge.id}#${segment.n}`, claim: edge.id, source: segment.from, target: segment.to, label, width, classes: [...classes] });
    for (const end of edge.openEnds) {
      const anchor = anchorOf(edge, end);
      const at = anchor === undefined ? undefined : positions[anchor];
      if (anchor === undefined || !ready(anchor)) continue;
      const key = `${anchor} ${end}`;
      const n = stubs.get(key) ?? 0;
      stubs.set(key, n + 1);
      const ring = `open:${edge.id}:${end}`;
      const faded = classes.includes("faded") ? ["faded"] : [];
      out.nodes.push({ id: ring, entity: anchor, label: "", type: "Open", classes: ["open", ...faded], position: at && stubPosition(at, end, n) });
      const [source, target] = end === "subject" ? [ring, anchor] : [anchor, ring];
      out.edges.push({ id: `${edge.id}#${end}`, claim: edge.id, source, target, label, width, classes: [...classes, "stub"] });
    }
  }
  return out;
}
