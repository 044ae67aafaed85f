/** Turns nodes and edges of the API into canvas elements: what each node, edge and frame shows. Pure. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { bundleLine, type ClaimLine, openLine, segmentLine } from '../../../server/domain/picturing/drawn/claim-lines.ts';
import { pairOf } from '../../../server/domain/picturing/drawn/pairs.ts';
import { byId } from '../../../server/domain/model/by-id.ts';
import { words } from '../../i18n/messages.ts';
import { bundlesOf } from '../../state/canvas/bundles.ts';
import { claimCounts } from '../../state/drawn/claim-counts.ts';
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { CanvasContent, Point } from '../../state/view.ts';
import type { Strand } from '../../../server/domain/picturing/drawn/bundle-look.ts';
import { nodeLabel } from './drawn-label.ts';
import { type Frames, NO_FRAMES } from './groups.ts';
import type { Marks } from '../../state/marks/marks.ts';
import { signed } from '../../state/marks/mark-signs.ts';
import { mirror, MIRRORED } from './mirror.ts';

export interface NodeElement {
  id: string;
  entity: string;
  label: string;
  /** `Text`, `Joint` and `List` are parts of a placed picture: a row of text, an end of a line at no body, and the frame of a list. */
  type: NodeView['type'] | 'Open' | 'Frame' | PartType;
  /** The marks of the node, in the words of `badge-image.ts`; absent where it has none. */
  badges?: string;
  parent?: string;
  /** Entities in a frame. */
  members?: string[];
  /** The entity whose name a frame prints. */
  country?: string;
  classes: string[];
  position?: Point;
  /** For a text: the claim it is about, with the others of its bundle. */
  claim?: string;
  strands?: Strand[];
  pair?: string;
  /** The entity with which a part of a picture moves. */
  of?: string;
  /** The fold that this stands for. */
  fold?: string;
  /** Size of the frame of a list. */
  width?: number;
  height?: number;
  /** Position of a name relative to its body. */
  dx?: number;
  dy?: number;
}
export type PartType = 'Text' | 'Joint' | 'List';
/** A way with bends: its ends relative to the centres of its nodes, and each bend as share of the straight line and distance from it. */
export interface Route {
  from: [number, number];
  to: [number, number];
  weights: number[];
  distances: number[];
}
/** A line of claims; its claim is empty for a line that is none. */
export interface EdgeElement extends ClaimLine {
  route?: Route;
  /** For a line that a fold moved to another end: the number of claims behind it. */
  held?: number;
}
export interface CanvasElements {
  nodes: NodeElement[];
  edges: EdgeElement[];
  /** For a placed picture: all that it takes. */
  bounds?: { x1: number; y1: number; w: number; h: number };
}
export interface Drawing {
  view: Pick<Drawn, 'nodes' | 'edges' | 'all' | 'placed' | 'dimmed' | 'held'>;
  canvas: Pick<CanvasContent, 'positions' | 'placed' | 'bundles'>;
  frames?: Frames;
  mirrored?: boolean;
  marks?: Marks;
}

/** Distance of an open end from its entity, in drawing units. */
const STUB = { x: 78, y: 58 };

/** Nodes that keep their names in an overview: those with most edges. */
const LANDMARKS = 40;

function landmarksOf(edges: readonly EdgeView[]): Set<string> {
  const lines = new Map<string, number>();
  for (const { segments } of edges) for (const { from, to } of segments) for (const id of [from, to]) lines.set(id, (lines.get(id) ?? 0) + 1);
  const most = [...lines].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Set(most.slice(0, LANDMARKS).map(([id]) => id));
}

function nodeClasses(node: NodeView): string[] {
  const classes: string[] = [];
  if (node.unnamed || node.generic || node.candidates.length > 0) classes.push('vague');
  if (node.aggregate) classes.push('several');
  if (node.unsure) classes.push('unsure');
  return classes;
}

/** The position of the n-th open end at an entity, so that open ends of one entity never overlap. */
function stubPosition(at: Point, end: 'subject' | 'object', n: number, turn: number): Point {
  const side = (end === 'subject' ? -1 : 1) * turn;
  return { x: at.x + side * (STUB.x + 6 * (n % 3)), y: at.y + (n % 2 === 0 ? 1 : -1) * (STUB.y + 34 * Math.floor(n / 2)) };
}

/** Every element of the view, in the order of ids, because the order changes the picture. */
export function toElements({ view, canvas, frames = NO_FRAMES, mirrored = MIRRORED, marks }: Drawing): CanvasElements {
  const out: CanvasElements = { nodes: [], edges: [] };
  const { positions } = canvas;
  // An entity without a position is drawn once its layout is done; otherwise all would lie at the origin.
  const ready = (id: string): boolean => positions.has(id);
  const placed = new Set(canvas.placed);
  const disputed = new Set(view.edges.filter((edge) => edge.contested).flatMap((edge) => [edge.subject, edge.object]));
  const landmarks = landmarksOf(view.edges);
  const narrowed = view.edges.length < view.all.length;
  const nodes = view.nodes.filter((node) => ready(node.id)).toSorted(byId);
  const shown = new Set(nodes.map((node) => node.id));
  for (const { id, label, members, country } of frames.frames) {
    const within = members.filter((member) => shown.has(member));
    if (within.length > 0) out.nodes.push({ id, entity: '', label: nodeLabel(label), type: 'Frame', members: within, country, classes: ['frame'] });
  }
  for (const node of nodes) {
    const { id } = node;
    const classes = nodeClasses(node);
    const { more } = claimCounts(view, node);
    if (placed.has(id)) classes.push('held');
    if (landmarks.has(id)) classes.push('landmark');
    if (narrowed && !view.held.has(id)) classes.push('unheld');
    const mark = marks?.entities.get(id);
    const badges = [
      mark,
      more > 0 && mark === undefined && `more:${more}`,
      disputed.has(id) && 'contested',
      (node.unsure || node.candidates.length > 0) && 'unsure',
      node.generic && 'generic',
      placed.has(id) && 'pin',
    ]
      .filter((badge) => badge !== false && badge !== undefined)
      .join(' ');
    out.nodes.push({
      id,
      entity: id,
      label: nodeLabel(node.name),
      type: node.type,
      classes,
      position: mirror(positions.get(id)!, mirrored),
      badges: badges === '' ? undefined : badges,
      parent: frames.of.get(id),
    });
  }
  const bundles = bundlesOf(view.edges, canvas.bundles).filter(({ pair }) => pair.split(' ').every(ready));
  const bundled = new Set(bundles.map(({ pair }) => pair));
  for (const bundle of bundles) {
    const line = bundleLine(bundle, words.drawing);
    if (line) out.edges.push(line);
  }
  const stubs = new Map<string, number>();
  const draw = (edge: EdgeView, faint: boolean): void => {
    const marked = (classes: string[]): string[] => (faint ? [...classes, 'faint'] : classes);
    for (const segment of edge.segments)
      if (ready(segment.from) && ready(segment.to) && (faint || !bundled.has(pairOf(segment)))) {
        const line = segmentLine(edge, segment, words.drawing);
        out.edges.push({ ...line, label: signed(line.label, marks?.claims.get(edge.id)), classes: marked(line.classes) });
      }
    for (const end of edge.openEnds) {
      const open = openLine(edge, end, words.drawing);
      if (!open || !ready(open.anchor) || !shown.has(open.anchor)) continue;
      const { anchor, ring, ...line } = open;
      const key = `${anchor} ${end}`;
      const n = stubs.get(key) ?? 0;
      stubs.set(key, n + 1);
      const position = stubPosition(mirror(positions.get(anchor)!, mirrored), end, n, mirrored ? -1 : 1);
      out.nodes.push({ id: ring, entity: anchor, label: '', type: 'Open', classes: marked(['open']), position, parent: frames.of.get(anchor) });
      const stub = line.classes.filter((one) => one !== 'stub');
      out.edges.push({ ...line, classes: [...marked(stub), 'stub'] });
    }
  };
  const faint = new Set(view.dimmed);
  for (const edge of [...view.edges, ...view.dimmed].toSorted(byId)) draw(edge, faint.has(edge));
  out.edges.push(...linesThen({ view, marks }, ready));
  return out;
}

/** Claims that changed, as they were: a line beside the one that is. */
function linesThen({ view, marks }: Pick<Drawing, 'view' | 'marks'>, ready: (id: string) => boolean): EdgeElement[] {
  const now = new Map(view.edges.map((edge) => [edge.id, edge]));
  return (marks?.then ?? []).toSorted(byId).flatMap((edge) =>
    (now.has(edge.id) ? edge.segments : [])
      .filter(({ from, to }) => ready(from) && ready(to))
      .map((segment) => {
        const line = segmentLine(edge, segment, words.drawing);
        return { ...line, id: `then:${line.id}`, label: '', classes: [...line.classes, 'then'] };
      }),
  );
}
