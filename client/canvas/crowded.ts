/** Which names give way where names would cover one another: the most wanted keep theirs, the others are read by pointing, in the list, or nearer. */
import type { Core, NodeSingular } from "cytoscape";

export interface NameBox {
  id: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** Higher keeps its name before lower; equal ones go by id. */
  wanted: number;
}

/** Side of a square of the grid names are looked up in, drawing units; any size is right, this one is quick. */
const CELL = 120;
const meets = (a: NameBox, b: NameBox): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Ids of the names that give way: no two of the others cover one another, and each of these covers one more wanted that stays. */
export function crowded(names: readonly NameBox[]): Set<string> {
  const grid = new Map<string, NameBox[]>();
  const out = new Set<string>();
  for (const name of names.toSorted((a, b) => b.wanted - a.wanted || (a.id < b.id ? -1 : 1))) {
    const cells: NameBox[][] = [];
    for (let x = Math.floor(name.x1 / CELL); x <= Math.floor(name.x2 / CELL); x += 1)
      for (let y = Math.floor(name.y1 / CELL); y <= Math.floor(name.y2 / CELL); y += 1) {
        const key = `${x} ${y}`;
        const cell = grid.get(key) ?? [];
        if (cell.length === 0) grid.set(key, cell);
        cells.push(cell);
      }
    if (cells.some((cell) => cell.some((other) => meets(name, other)))) out.add(name.id);
    else for (const cell of cells) cell.push(name);
  }
  return out;
}

/** Names may touch by so much of their height before one gives way: rows are set with air around them. */
const AIR = 0.15;
/** What is read or pointed at keeps its name before all others; a frame's name tells of many. */
const FIRST = 1e6;

function nameOf(node: NodeSingular): NameBox | undefined {
  if (node.data("label") === undefined || node.data("type") === "Open") return undefined;
  const { x1, y1, x2, y2, w, h } = node.boundingBox({ includeNodes: false, includeEdges: false, includeOverlays: false, includeUnderlays: false });
  if (!(w > 0 && h > 0)) return undefined;
  const [first, faded] = [node.hasClass("selected") || node.hasClass("focused") || node.isParent(), node.hasClass("faded")];
  return { id: node.id(), x1, x2, y1: y1 + h * AIR, y2: y2 - h * AIR, wanted: (first ? FIRST : faded ? -FIRST : 0) + node.degree(false) };
}

/** Lets names give way on a drawing; what stays as it was is not touched. */
export function thinNames(cy: Core): void {
  const nodes = cy.nodes();
  const out = crowded(nodes.toArray().flatMap((node) => nameOf(node as NodeSingular) ?? []));
  const changed = nodes.filter((node) => node.hasClass("crowded") !== out.has(node.id()));
  if (changed.empty()) return;
  cy.batch(() => changed.forEach((node) => void node.toggleClass("crowded", out.has(node.id()))));
}
