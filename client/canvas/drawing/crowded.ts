/** Which labels give way where they would cover one another or be covered: names before predicates, the most wanted first; the others are read by pointing, in the list, or nearer. */
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
  /** Higher keeps its place before lower; equal ones go by id. */
  wanted: number;
}

/** Side of a square of the grid boxes are looked up in, drawing units; any size is right, this one is quick. */
const CELL = 120;
const meets = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/**
 * Ids of the labels that give way: of the others none covers another or what is `fixed`, and each that goes would cover something fixed or a more wanted
 * one that stays.
 */
export function crowded(labels: readonly LabelBox[], fixed: readonly Box[] = []): Set<string> {
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
  for (const label of labels.toSorted((a, b) => b.wanted - a.wanted || (a.id < b.id ? -1 : 1))) {
    const cells = cellsOf(label);
    if (cells.some((cell) => cell.some((other) => meets(label, other)))) out.add(label.id);
    else for (const cell of cells) cell.push(label);
  }
  return out;
}

/** Labels may touch by so much of their height before one gives way: rows are set with air around them. */
const AIR = 0.15;
/** What is read, pointed at or an end of the trace keeps its label before all others, what is faded after them; a frame's name tells of many. */
const FIRST = 1e6;

const LABEL_ONLY = { includeNodes: false, includeEdges: false, includeOverlays: false, includeUnderlays: false };
const READ = ['selected', 'focused', 'hop', 'hovered', 'near', 'end'];

function labelOf(element: NodeSingular | EdgeSingular): LabelBox | undefined {
  if (!element.data('label') || element.data('type') === 'Open') return undefined;
  const { x1, y1, x2, y2, w, h } = element.boundingBox(LABEL_ONLY);
  if (!(w > 0 && h > 0)) return undefined;
  const first = READ.some((one) => element.hasClass(one)) || (element.isNode() && element.isParent());
  const wanted = (first ? FIRST : element.hasClass('faded') ? -FIRST : 0) + (element.isNode() ? element.degree(false) : 0);
  return { id: element.id(), x1, x2, y1: y1 + h * AIR, y2: y2 - h * AIR, wanted };
}

const isRead = ({ wanted }: LabelBox): boolean => wanted >= FIRST;

/** A name may reach into the body of another by so much of its width that it can still be read, a predicate may touch its rim. */
const INSIDE = { name: 0.5, predicate: 0.9 };

function bodyOf(node: NodeSingular, inside: number): Box {
  const { x, y } = node.position();
  const half = (inside * node.width()) / 2;
  return { x1: x - half, x2: x + half, y1: y - half, y2: y + half };
}

const FROM_AFAR = [...NAMED_FROM_AFAR, 'frame'].map((one) => `.${one}`).join(', ');

/**
 * Lets labels give way in what is in view: names to one another and to the bodies of others, but those that are read to no body; predicates to the names that
 * stay, to bodies and to one another. What stays as it was is not touched, and what is out of view waits until it comes into it.
 */
export function thinLabels(cy: Core, { fine, predicates }: Pick<Look, 'fine' | 'predicates'>): void {
  const view = cy.extent();
  // The box of the whole element is kept by Cytoscape; that of its label alone is worked out anew each time.
  const inView = (element: NodeSingular | EdgeSingular): boolean => meets(element.boundingBox({}), view);
  const nodes = (fine ? cy.nodes() : cy.nodes(FROM_AFAR)).toArray().filter(inView);
  const names = nodes.flatMap((node) => labelOf(node) ?? []);
  const edges = predicates ? cy.edges().toArray().filter(inView) : [];
  const bodies = (inside: number): Box[] => nodes.filter((node) => node.isChildless()).map((node) => bodyOf(node, inside));
  const [read, others] = [names.filter(isRead), names.filter((name) => !isRead(name))];
  const out = crowded(read);
  // From afar names are larger than bodies and lie over them.
  for (const id of crowded(others, [...read.filter((name) => !out.has(name.id)), ...(fine ? bodies(INSIDE.name) : [])])) out.add(id);
  const rows = edges.flatMap((edge) => labelOf(edge) ?? []);
  for (const id of crowded(rows, [...names.filter((name) => !out.has(name.id)), ...bodies(INSIDE.predicate)])) out.add(id);
  const changed = [...nodes, ...edges].filter((element) => element.hasClass('crowded') !== out.has(element.id()));
  if (changed.length > 0) cy.batch(() => changed.forEach((element) => void element.toggleClass('crowded', out.has(element.id()))));
}
