/** Updates the Cytoscape elements to what is to be drawn, changing only those that differ. */
import type { Core, ElementDefinition, NodeSingular, SingularElementArgument } from 'cytoscape';
import type { Point } from '../../state/view.ts';
import type { CanvasElements, EdgeElement, NodeElement } from '../elements/elements.ts';
import type { EmphasisClasses } from '../elements/emphasis.ts';

type Drawn = NodeElement | EdgeElement;
interface Shown {
  elements: CanvasElements;
  emphasis: EmphasisClasses;
  byId: Map<string, Drawn>;
}
export interface Sync {
  /** @param animate milliseconds in which nodes move to new positions; 0: at once */
  apply: (elements: CanvasElements, emphasis: EmphasisClasses, animate: number) => void;
  /** Ids of the edges of a claim. */
  edgesOf: (claim: string) => readonly string[];
}

const NONE: readonly string[] = [];
const NOT_GRABBED: ReadonlySet<NodeElement['type']> = new Set(['Open', 'Text', 'Joint', 'List']);
const isNode = (element: Drawn): element is NodeElement => 'type' in element;

function dataOf(element: Drawn): Record<string, unknown> {
  if (isNode(element)) {
    const { id, entity, label, type, badges, members, country, claim, strands, pair, of, fold, width, height, dx, dy } = element;
    return { id, entity, label, type, badges, members, country, claim, strands, pair, of, fold, width, height, dx, dy };
  }
  const { id, claim, source, target, label, width, strands, pair, held, route } = element;
  return { id, claim, source, target, label, width, strands, pair, held, ...route };
}
const MUTABLE = ['entity', 'label', 'type', 'badges', 'claim', 'width', 'height', 'dx', 'dy', 'of', 'fold', 'held'] as const;
const otherRoute = (a: Drawn, b: Drawn): boolean => !isNode(a) && !isNode(b) && JSON.stringify(a.route) !== JSON.stringify(b.route);
const valueOf = (element: Drawn, key: string): unknown => (element as unknown as Record<string, unknown>)[key];
const membersOf = (element: Drawn): string =>
  [...((isNode(element) && element.members) || []), ...(element.strands ?? []).map((strand) => strand.claim)].join(' ');

function reclass(element: SingularElementArgument, before: readonly string[], after: readonly string[]): void {
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  if (gone.length > 0) element.removeClass(gone.join(' '));
  if (come.length > 0) element.addClass(come.join(' '));
}

function definitionOf(element: Drawn, emphasis: EmphasisClasses): ElementDefinition {
  const classes = [...element.classes, ...(emphasis.get(element.id) ?? NONE)];
  const data = dataOf(element);
  if (!isNode(element)) return { group: 'edges', data, classes, selectable: false };
  const position: Point = element.position ? { ...element.position } : { x: 0, y: 0 };
  return { group: 'nodes', data: { ...data, parent: element.parent }, classes, position, grabbable: !NOT_GRABBED.has(element.type), selectable: false };
}

function place(node: NodeSingular, { position, type }: NodeElement, animate: number): void {
  // The position of a frame follows from its members.
  if (type === 'Frame' || !position || (node.position('x') === position.x && node.position('y') === position.y)) return;
  if (animate > 0) node.animate({ position: { ...position } }, { duration: animate, queue: false });
  else node.position({ ...position });
}

/** Cytoscape cannot change the ends of an edge, so such an edge is removed and added again. */
const otherEnds = (a: Drawn, b: Drawn): boolean => !isNode(a) && !isNode(b) && (a.source !== b.source || a.target !== b.target);

export function createSync(cy: Core): Sync {
  let shown: Shown = { elements: { nodes: [], edges: [] }, emphasis: new Map(), byId: new Map() };
  let lines: { of: CanvasElements; ids: Map<string, string[]> } | undefined;

  const updateEmphasis = (emphasis: EmphasisClasses): void => {
    for (const id of new Set([...shown.emphasis.keys(), ...emphasis.keys()])) {
      const [before, after] = [shown.emphasis.get(id) ?? NONE, emphasis.get(id) ?? NONE];
      if (before.join(' ') !== after.join(' ')) reclass(cy.getElementById(id), before, after);
    }
  };
  const change = (before: Drawn, after: Drawn, emphasis: EmphasisClasses, animate: number): void => {
    const known = cy.getElementById(after.id);
    const differing = MUTABLE.filter((key) => valueOf(before, key) !== valueOf(after, key));
    if (differing.length > 0 || otherRoute(before, after) || membersOf(before) !== membersOf(after)) {
      const { id: _, source: __, target: ___, ...data } = dataOf(after);
      known.data(data);
    }
    const classes = (of: Drawn, given: EmphasisClasses): string[] => [...of.classes, ...(given.get(of.id) ?? NONE)];
    const [was, is] = [classes(before, shown.emphasis), classes(after, emphasis)];
    if (was.join(' ') !== is.join(' ')) reclass(known, was, is);
    if (!isNode(after) || !isNode(before)) return;
    if (before.parent !== after.parent) known.move({ parent: after.parent ?? null });
    place(cy.getElementById(after.id), after, animate);
  };
  const restructure = (elements: CanvasElements, emphasis: EmphasisClasses, animate: number): void => {
    const wanted = [...elements.nodes, ...elements.edges];
    const byId = new Map<string, Drawn>(wanted.map((element) => [element.id, element]));
    const gone = [...shown.byId.values()].filter((element) => {
      const next = byId.get(element.id);
      return next === undefined || otherEnds(element, next);
    });
    const come = wanted.filter((element) => {
      const before = shown.byId.get(element.id);
      return before === undefined || otherEnds(before, element);
    });
    const left = new Set(gone.map((element) => element.id));
    // Members are moved out of a frame before it is removed; otherwise they would be removed with it.
    const [others, frames] = [gone.filter((element) => !element.classes.includes('frame')), gone.filter((element) => element.classes.includes('frame'))];
    const remove = (ids: readonly Drawn[]): void => {
      const going = new Set(ids.map(({ id }) => id));
      if (going.size > 0)
        cy.elements()
          .filter((element) => going.has(element.id()))
          .remove();
    };
    remove(others);
    if (come.length > 0) cy.add(come.map((element) => definitionOf(element, emphasis)));
    for (const element of wanted) {
      const before = shown.byId.get(element.id);
      if (before && !left.has(element.id)) change(before, element, emphasis, animate);
    }
    remove(frames);
    shown = { elements, emphasis, byId };
  };

  return {
    apply(elements, emphasis, animate) {
      cy.batch(() => {
        if (elements === shown.elements) updateEmphasis(emphasis);
        else restructure(elements, emphasis, animate);
      });
      shown = { ...shown, elements, emphasis };
    },
    edgesOf(claim) {
      if (lines?.of !== shown.elements) {
        const ids = new Map<string, string[]>();
        for (const { id, claim: one, strands } of shown.elements.edges)
          for (const of of strands ? strands.map((strand) => strand.claim) : [one]) {
            const known = ids.get(of);
            if (known) known.push(id);
            else ids.set(of, [id]);
          }
        lines = { of: shown.elements, ids };
      }
      return lines.ids.get(claim) ?? NONE;
    },
  };
}
