import cytoscape, { type EventObject } from 'cytoscape';
import { describe, expect, it } from 'vitest';
import { distanceTo, elementUnder } from './line-under.ts';

const corners = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
];

describe('the distance from a line', () => {
  it('is that to the nearest of its pieces, and to no point beyond its ends', () => {
    expect(distanceTo({ x: 5, y: 3 }, corners)).toBe(3);
    expect(distanceTo({ x: 12, y: 6 }, corners)).toBe(2);
    expect(distanceTo({ x: -3, y: -4 }, corners)).toBe(5);
    expect(distanceTo({ x: 1, y: 1 }, [corners[0]!, corners[0]!])).toBeCloseTo(Math.SQRT2);
  });
});

describe('the element under the pointer', () => {
  const cy = cytoscape({ headless: true, styleEnabled: true, style: [{ selector: 'node', style: { width: 24, height: 24 } }] });
  const node = cy.add({ data: { id: 'a' }, position: { x: 100, y: 100 } });
  const under = (x: number, y: number) => elementUnder({ cy, target: node, position: { x, y } } as unknown as EventObject).id();

  it('is the entity on its body and on its name, where no line runs', () => {
    expect(under(100, 100)).toBe('a');
    expect(under(140, 100)).toBe('a');
  });
});
