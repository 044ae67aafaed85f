import cytoscape, { type Core } from 'cytoscape';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CanvasElements, EdgeElement, NodeElement } from '../elements/elements.ts';
import { createSync, type Sync } from './sync.ts';

const node = (id: string, more: Partial<NodeElement> = {}): NodeElement => ({
  id,
  entity: id,
  label: id,
  type: 'Person',
  classes: [],
  position: { x: 0, y: 0 },
  ...more,
});
const line = (id: string, source: string, target: string, more: Partial<EdgeElement> = {}): EdgeElement => ({
  id,
  claim: id,
  source,
  target,
  label: 'hired',
  width: 2,
  classes: ['rank-1'],
  ...more,
});
const plain = new Map<string, string[]>();

let cy: Core;
let sync: Sync;
let touched: string[];
const base: CanvasElements = { nodes: [node('a'), node('b'), node('c')], edges: [line('x', 'a', 'b'), line('y', 'b', 'c')] };

beforeEach(() => {
  cy = cytoscape({ headless: true, styleEnabled: false });
  sync = createSync(cy);
  sync.apply(base, plain, 0);
  touched = [];
  cy.on('data class position move add remove', '*', (event) => touched.push(`${event.type} ${event.target.id()}`));
});
afterEach(() => cy.destroy());

describe('bringing the drawing up to date', () => {
  it('changes nothing where nothing differs, even in new objects', () => {
    sync.apply({ nodes: base.nodes.map((n) => ({ ...n })), edges: base.edges.map((e) => ({ ...e })) }, plain, 0);
    expect(touched).toEqual([]);
  });
  it('changes only elements that gain or lose emphasis', () => {
    sync.apply(base, new Map([['a', ['selected']]]), 0);
    expect(touched).toEqual(['class a']);
    sync.apply(base, new Map([['x', ['selected']]]), 0);
    expect(touched.toSorted()).toEqual(['class a', 'class a', 'class x']);
    expect(cy.getElementById('a').hasClass('selected')).toBe(false);
    expect(cy.getElementById('x').classes().toSorted()).toEqual(['rank-1', 'selected']);
  });
  it('keeps the classes set by the pointer', () => {
    cy.getElementById('a').addClass('hovered');
    sync.apply(base, new Map([['a', ['selected']]]), 0);
    expect(cy.getElementById('a').hasClass('hovered')).toBe(true);
  });
  it('adds, removes, moves and renames only elements that differ', () => {
    sync.apply(
      { nodes: [node('a', { position: { x: 9, y: 0 } }), node('b', { badges: 'more:2' }), node('d')], edges: [line('x', 'a', 'b', { label: 'paid' })] },
      plain,
      0,
    );
    expect(touched.toSorted()).toEqual(['add d', 'data b', 'data x', 'position a', 'remove c', 'remove y']);
    expect(cy.getElementById('b').data('badges')).toBe('more:2');
  });
  it('moves members into a frame and out again, and loses none', () => {
    const frame: NodeElement = { id: 'group:g', entity: '', label: 'G', type: 'Frame', members: ['a', 'b'], classes: ['frame'] };
    sync.apply({ nodes: [frame, node('a', { parent: 'group:g' }), node('b', { parent: 'group:g' }), node('c')], edges: base.edges }, plain, 0);
    expect(
      cy
        .getElementById('group:g')
        .children()
        .map((n) => n.id())
        .toSorted(),
    ).toEqual(['a', 'b']);
    sync.apply(base, plain, 0);
    expect(
      cy
        .nodes()
        .map((n) => n.id())
        .toSorted(),
    ).toEqual(['a', 'b', 'c']);
    expect(cy.edges().length).toBe(2);
    expect(cy.getElementById('a').isOrphan()).toBe(true);
  });
  it('replaces an edge whose ends change', () => {
    sync.apply({ nodes: base.nodes, edges: [line('x', 'b', 'a'), base.edges[1]!] }, plain, 0);
    expect(cy.getElementById('x').data('source')).toBe('b');
  });
  it('finds the edges of a claim, bundled or not', () => {
    const strand = { claim: 'z', label: '', width: 1, classes: [], rank: 1, source: 'a', target: 'b' };
    const edges = [
      line('bundle:a b', 'a', 'b', { claim: 'x', strands: [{ ...strand, claim: 'x' }, strand], pair: 'a b' }),
      line('z#0', 'b', 'c', { claim: 'z' }),
    ];
    sync.apply({ nodes: base.nodes, edges }, plain, 0);
    expect(sync.edgesOf('z')).toEqual(['bundle:a b', 'z#0']);
    expect(sync.edgesOf('gone')).toEqual([]);
  });
});
