/** Turns pointer events of the drawing into events of the canvas. */
import type { Collection, Core, EventObject, NodeSingular, SingularElementArgument } from 'cytoscape';
import type { Positions, Point, Selection } from '../../state/view.ts';
import type { Strand } from '../../../server/domain/picturing/drawn/bundle-look.ts';
import { mirror } from '../elements/mirror.ts';
import { elementUnder } from './line-under.ts';
import type { Sync } from './sync.ts';

export interface CanvasTarget {
  kind: 'entity' | 'claim' | 'canvas';
  id: string;
  /** What a bundle or a frame contains. For a frame `kind` is "canvas". */
  holds?: Selection;
  /** The two entities that a bundle joins, as a pair key. */
  pair?: string;
  /** The fold that was meant. */
  fold?: string;
  /** For a line that a fold moved to another end: the number of claims behind it. */
  held?: number;
}
export interface CanvasEvents {
  tap: (target: CanvasTarget, additive: boolean) => void;
  open: (target: CanvasTarget) => void;
  menu: (target: CanvasTarget, at: Point) => void;
  hover: (target: CanvasTarget | undefined, at: Point) => void;
  moved: (positions: Positions) => void;
  /** The drawing was rendered anew; for page elements that follow it. */
  settled: () => void;
  /** The user moved the view or zoomed. */
  steered: () => void;
}

/** Above this number of elements, hovering emphasises what is near and fades nothing, because fading would draw everything anew. */
const FADE_UP_TO = 800;
/** Milliseconds that the pointer must rest before a large drawing reacts. */
const REST_MS = 70;

interface ElementData {
  entity?: string;
  claim?: string;
  members?: string[];
  strands?: Strand[];
  pair?: string;
  fold?: string;
  held?: number;
}

function targetOf(event: EventObject): CanvasTarget {
  return event.target === event.cy ? { kind: 'canvas', id: '' } : targetAt(elementUnder(event));
}
function targetAt(element: SingularElementArgument): CanvasTarget {
  const data = element.data() as ElementData;
  if (data.members) return { kind: 'canvas', id: '', holds: { entities: data.members, claims: [] }, fold: data.fold };
  if (data.claim === '') return { kind: 'canvas', id: '', held: data.held };
  if (data.claim === undefined) return { kind: 'entity', id: data.entity ?? '' };
  return data.strands
    ? { kind: 'claim', id: data.claim, pair: data.pair, holds: { entities: [], claims: data.strands.map((strand) => strand.claim) } }
    : { kind: 'claim', id: data.claim };
}
const additive = (event: EventObject): boolean => {
  const original = event.originalEvent as MouseEvent | undefined;
  return Boolean(original?.shiftKey || original?.metaKey || original?.ctrlKey);
};

function listenToHover(cy: Core, events: CanvasEvents, sync: Sync): void {
  let emphasised: Collection | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(rest);
    const last = emphasised;
    emphasised = undefined;
    if (last) cy.batch(() => last.removeClass('dimmed hovered near'));
  };
  /** The element under the pointer. */
  let over: string | undefined;
  // Cytoscape takes the pointer for over the drawing where a tool or a card lies above it, and says nothing when it comes back to the element it left last.
  cy.on('mouseover mousemove', 'node, edge', (event) => {
    const on = (event.originalEvent as MouseEvent | undefined)?.target;
    if (on instanceof Node && !cy.container()?.contains(on)) return;
    const element = elementUnder(event);
    if (over === element.id()) return;
    clear();
    over = element.id();
    const at = event.renderedPosition ?? { x: 0, y: 0 };
    const target = targetAt(element);
    events.hover(target, at);
    if (target.kind === 'canvas') return;
    const emphasise = (): void => {
      const ofClaim = (): Collection =>
        (target.holds?.claims ?? [target.id]).flatMap(sync.edgesOf).reduce<Collection>((all, id) => all.union(cy.getElementById(id)), cy.collection());
      const lines = target.kind === 'claim' ? ofClaim() : (element as NodeSingular).connectedEdges();
      const near: Collection = lines.union(lines.edges().connectedNodes()).union(element);
      cy.batch(() => {
        if (cy.elements().length > FADE_UP_TO) {
          emphasised = near;
          near.addClass('near');
          return;
        }
        emphasised = cy.elements();
        emphasised.difference(near.union(near.nodes().parents())).addClass('dimmed');
        near.edges().addClass('hovered');
      });
    };
    if (cy.elements().length > FADE_UP_TO) rest = setTimeout(emphasise, REST_MS);
    else emphasise();
  });
  const end = (): void => {
    clear();
    over = undefined;
    events.hover(undefined, { x: 0, y: 0 });
  };
  cy.on('mouseout', 'node, edge', end);
  endWithThePointer(cy, end);
}

/** Cytoscape hears of no pointer that leaves the drawing: for the tools above it, another region or another window. */
function endWithThePointer(cy: Core, end: () => void): void {
  const host = cy.container();
  const onLeave = ({ buttons }: PointerEvent): void => {
    // While something is dragged the pointer belongs to it, wherever it goes.
    if (buttons === 0) end();
  };
  const onUp = ({ target }: PointerEvent): void => {
    if (target instanceof Node && !host?.contains(target)) end();
  };
  host?.addEventListener('pointerleave', onLeave);
  addEventListener('pointerup', onUp);
  addEventListener('blur', end);
  cy.on('destroy', () => {
    host?.removeEventListener('pointerleave', onLeave);
    removeEventListener('pointerup', onUp);
    removeEventListener('blur', end);
  });
}

function listenToDrag(cy: Core, events: CanvasEvents): void {
  let held: Point | undefined;
  cy.on('grab', 'node', (event) => void (held = { ...event.target.position() }));
  // An open end moves with its entity; in a frame it moves with the frame already.
  cy.on('drag', 'node', (event) => {
    const now = event.target.position();
    if (!held || event.target.isParent()) return;
    const by = { x: now.x - held.x, y: now.y - held.y };
    held = { ...now };
    event.target.neighborhood('node.open').shift(by);
    const { id } = event.target.data() as { id: string };
    cy.nodes()
      .filter((node) => node.data('of') === id)
      .shift(by);
  });
  cy.on('dragfree', 'node', (event) => {
    const moved = new Map<string, Point>();
    const group: Collection = event.target.isParent() ? event.target.descendants() : cy.collection(event.target);
    group.nodes().forEach((node: NodeSingular) => {
      if (node.data('type') !== 'Open' && node.data('entity') !== '')
        moved.set(node.id(), mirror({ x: Math.round(node.position('x')), y: Math.round(node.position('y')) }));
    });
    events.moved(moved);
  });
}

export function listen(cy: Core, events: CanvasEvents, sync: Sync): void {
  cy.on('tap', (event) => events.tap(targetOf(event), additive(event)));
  cy.on('dbltap', 'node, edge[pair]', (event) => events.open(targetOf(event)));
  cy.on('cxttap taphold', (event) => events.menu(targetOf(event), event.renderedPosition));
  cy.on('dragpan scrollzoom pinchzoom', () => events.steered());
  listenToHover(cy, events, sync);
  listenToDrag(cy, events);
}
