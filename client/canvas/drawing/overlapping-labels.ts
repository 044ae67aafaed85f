/**
 * Hides labels that overlap: names come before predicates, and the higher priority before the lower. A hidden label is shown on hover, in the list, and at a
 * closer zoom.
 */
import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { type Look, NAMED_FROM_AFAR } from '../look/look.ts';

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}
export interface LabelBox extends Box {
  id: string;
  /** Priority: the label with the higher number is shown; of equal ones, that with the smaller id. */
  priority: number;
}

/** Side of a grid cell in drawing units. Boxes are looked up by cell; any size gives the same result, this one quickly. */
const CELL = 120;
const meets = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/**
 * Ids of the labels to hide, so that no two shown labels overlap each other or a box in `fixed`. A label is hidden only where it overlaps a fixed box or a
 * shown label of higher priority.
 */
export function overlappingLabels(labels: readonly LabelBox[], fixed: readonly Box[] = []): Set<string> {
  const grid = new Map<string, Box[]>();
  const cellsOf = ({ x1, y1, x2, y2 }: Box): Box[][] => {
    const cells: Box[][] = [];
    for (let x = Math.floor(x1 / CELL); x <= Math.floor(x2 / CELL); x += 1)
      for (let y = Math.floor(y1 / CELL); y <= Math.floor(y2 / CELL); y += 1) {
        const key = `${x} ${y}`;
        const cell = grid.get(key) ?? [];
        if (cell.length === 0) grid.set(key, cell);
        cells.push(cell);
      }
    return cells;
  };
  for (const box of fixed) for (const cell of cellsOf(box)) cell.push(box);
  const out = new Set<string>();
  for (const label of labels.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))) {
    const cells = cellsOf(label);
    if (cells.some((cell) => cell.some((other) => meets(label, other)))) out.add(label.id);
    else for (const cell of cells) cell.push(label);
  }
  return out;
}

/** Share of its height by which a label may overlap another: rows have white space around them. */
const ALLOWED_OVERLAP = 0.15;
/** Labels that are read, hovered or at an end of the trace come before all others, and faded ones after them. The name of a frame is one of the first. */
const ALWAYS_FIRST = 1e6;

const LABEL_ONLY = { includeNodes: false, includeEdges: false, includeOverlays: false, includeUnderlays: false };
const READ = ['selected', 'focused', 'hop', 'hovered', 'near', 'end'];

function labelOf(element: NodeSingular | EdgeSingular): LabelBox | undefined {
  if (!element.data('label') || element.data('type') === 'Open') return undefined;
  const { x1, y1, x2, y2, w, h } = element.boundingBox(LABEL_ONLY);
  if (!(w > 0 && h > 0)) return undefined;
  const first = READ.some((one) => element.hasClass(one)) || (element.isNode() && element.isParent());
  const priority = (first ? ALWAYS_FIRST : element.hasClass('faded') ? -ALWAYS_FIRST : 0) + (element.isNode() ? element.degree(false) : 0);
  return { id: element.id(), x1, x2, y1: y1 + h * ALLOWED_OVERLAP, y2: y2 - h * ALLOWED_OVERLAP, priority };
}

const isRead = ({ priority }: LabelBox): boolean => priority >= ALWAYS_FIRST;

/** Share of a node's width that a label may not overlap: a name may reach far into another node and still be read, a predicate may only touch its border. */
const INSIDE = { name: 0.5, predicate: 0.9 };

function nodeBox(node: NodeSingular, inside: number): Box {
  const { x, y } = node.position();
  const half = (inside * node.width()) / 2;
  return { x1: x - half, x2: x + half, y1: y - half, y2: y + half };
}

const FROM_AFAR = [...NAMED_FROM_AFAR, 'frame'].map((one) => `.${one}`).join(', ');

/**
 * Hides overlapping labels of the elements in view. A name may not overlap other names or nodes (a name that is read may overlap nodes); a predicate may not
 * overlap shown names, nodes or other predicates. Elements out of view are handled when they come into view.
 */
export function hideOverlappingLabels(cy: Core, { fine, predicates }: Pick<Look, 'fine' | 'predicates'>): void {
  const view = cy.extent();
  // Cytoscape caches the box of a whole element and computes that of a label anew each time.
  const inView = (element: NodeSingular | EdgeSingular): boolean => meets(element.boundingBox({}), view);
  const nodes = (fine ? cy.nodes() : cy.nodes(FROM_AFAR)).toArray().filter(inView);
  const names = nodes.flatMap((node) => labelOf(node) ?? []);
  const edges = predicates ? cy.edges().toArray().filter(inView) : [];
  const nodeBoxes = (inside: number): Box[] => nodes.filter((node) => node.isChildless()).map((node) => nodeBox(node, inside));
  const [read, others] = [names.filter(isRead), names.filter((name) => !isRead(name))];
  const out = overlappingLabels(read);
  // In an overview names are larger than nodes and cover them.
  for (const id of overlappingLabels(others, [...read.filter((name) => !out.has(name.id)), ...(fine ? nodeBoxes(INSIDE.name) : [])])) out.add(id);
  const rows = edges.flatMap((edge) => labelOf(edge) ?? []);
  for (const id of overlappingLabels(rows, [...names.filter((name) => !out.has(name.id)), ...nodeBoxes(INSIDE.predicate)])) out.add(id);
  const changed = [...nodes, ...edges].filter((element) => element.hasClass('overlapping') !== out.has(element.id()));
  if (changed.length > 0) cy.batch(() => changed.forEach((element) => void element.toggleClass('overlapping', out.has(element.id()))));
}
