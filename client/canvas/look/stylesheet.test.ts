import { describe, expect, it } from 'vitest';
import { DASHES, PALETTES, type Scheme } from '../../../server/domain/picturing/look/palette.ts';
import { CELL, FRAME } from '../layouts/apart.ts';
import { lookAt, sizeAt } from './look.ts';
import { stylesheet } from './stylesheet.ts';

/** Relative luminance and contrast ratio of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}
interface Rule {
  selector: string;
  style: Record<string, unknown>;
}
const rulesOf = (scheme: Scheme): Rule[] => stylesheet(scheme) as unknown as Rule[];
const styleOf = (scheme: Scheme, selector: string): Record<string, unknown> => {
  const rule = rulesOf(scheme).find((r) => r.selector === selector);
  if (!rule) throw new Error(`no rule ${selector}`);
  return rule.style;
};

describe.each(['light-more', 'dark-more'] as const)('the %s scheme', (scheme) => {
  it('has text of contrast 7 on every background it is used on', () => {
    const p = PALETTES[scheme];
    for (const text of [p.ink, p.second, p.muted, p.accent])
      for (const ground of [p.paper, p.surface, p.sunken]) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
    for (const [text, ground] of [
      [p.warning, p.warningTint],
      [p.danger, p.dangerTint],
      [p.accent, p.accentTint],
    ] as const)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
  });
});

describe.each(['light', 'dark', 'light-more', 'dark-more'] as const)('the canvas in the %s scheme', (scheme) => {
  const p = PALETTES[scheme];
  it('has labels of contrast 4.5 on the canvas', () => {
    for (const selector of ['node', 'edge']) expect(contrast(String(styleOf(scheme, selector)['color']), p.paper), selector).toBeGreaterThanOrEqual(4.5);
  });
  it.each([0, 1, 2, 3, 4, 5, 6])('draws the edge of rank %i with contrast 3 on canvas and surface', (rank) => {
    const colour = String(styleOf(scheme, `edge.rank-${rank}`)['line-color']);
    expect(contrast(colour, p.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour, p.surface)).toBeGreaterThanOrEqual(3);
  });
  it('draws what was and what is in inks of contrast 3, and their words of contrast 4.5', () => {
    for (const selector of ['edge.mark-gained', 'edge.mark-lost', 'edge.mark-changed', 'edge.mark-retold', 'edge.mark-stands', 'edge.mark-both', 'edge.then']) {
      const { 'line-color': line, color } = styleOf(scheme, selector);
      expect(contrast(String(line), p.paper), selector).toBeGreaterThanOrEqual(3);
      expect(contrast(String(color), p.paper), selector).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(String(styleOf(scheme, 'edge.mark-falls')['color']), p.paper)).toBeGreaterThanOrEqual(4.5);
  });
  it('keeps a contrast of 3 for what is not emphasised', () => {
    const blended = (hex: string, opacity: number): string =>
      `#${[1, 3, 5]
        .map((i) => [hex, p.paper].map((colour) => Number.parseInt(colour.slice(i, i + 2), 16)))
        .map(([over, under]) =>
          Math.round(over! * opacity + under! * (1 - opacity))
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`;
    const faded = (colour: string, selector: string): number => contrast(blended(colour, Number(styleOf(scheme, selector)['opacity'])), p.paper);
    for (const [rank, colour] of p.standing.entries())
      expect(
        faded(colour, rank < 2 ? 'edge.rank-0.faded, edge.rank-0.dimmed, edge.rank-1.faded, edge.rank-1.dimmed' : 'edge.faded, edge.dimmed'),
      ).toBeGreaterThanOrEqual(3);
    expect(faded(p.ink, 'node.faded, node.dimmed')).toBeGreaterThanOrEqual(3);
    expect(faded(p.muted, 'node.text.faded, node.text.dimmed')).toBeGreaterThanOrEqual(3);
  });
  it('draws nodes, icons, open ends and marks with contrast 3', () => {
    expect(contrast(String(styleOf(scheme, 'node')['border-color']), p.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(String(styleOf(scheme, 'node.open')['border-color']), p.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(String(styleOf(scheme, 'edge.contested')['mid-target-arrow-color']), p.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(String(styleOf(scheme, 'edge.disputed')['mid-target-arrow-color']), p.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(p.danger, p.surface)).toBeGreaterThanOrEqual(3);
  });
  it('has text tokens of contrast 4.5 on every background they are used on', () => {
    for (const text of [p.ink, p.second, p.muted, p.accent])
      for (const ground of [p.paper, p.surface]) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.warning, p.warningTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.danger, p.dangerTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.accent, p.accentTint)).toBeGreaterThanOrEqual(4.5);
  });
  it("never changes a line's own pattern, width or colour by selecting it", () => {
    const selected = styleOf(scheme, 'edge.selected, edge.hop');
    for (const key of ['line-color', 'line-style', 'line-dash-pattern', 'width']) expect(selected).not.toHaveProperty(key);
  });
});

describe('an overview', () => {
  const rulesAt = (zoom: number, large: boolean): Rule[] => stylesheet('light', lookAt(zoom, 1000, large)) as unknown as Rule[];
  const named = (rules: Rule[]): Rule => rules.find(({ selector }) => selector.includes('node.landmark'))!;
  it('begins earlier on a large drawing, where small letters would only cover the edges', () => {
    expect(lookAt(0.2, 1000, false).fine).toBe(true);
    expect(lookAt(0.2, 1000, true).fine).toBe(false);
    expect(lookAt(0.25, 1000, true).fine).toBe(true);
    expect(lookAt(0.17, 1000, false).fine).toBe(false);
  });
  it('names only landmarks, the ends of a trace, and nodes that are read or hovered', () => {
    const rules = rulesAt(0.2, true);
    expect(named(rules).selector.split(', ').toSorted()).toEqual(['node.end', 'node.focused', 'node.landmark', 'node.near', 'node.selected']);
    expect(rules.find(({ selector }) => selector === 'node')!.style).not.toHaveProperty('label');
    expect(JSON.stringify(rules)).not.toContain('background-image":"data:');
  });
  it('keeps those names at 11 px on screen or more, however far away, and so does any drawing', () => {
    for (let zoom = 0.08; zoom < 0.25; zoom += 0.005) expect(Number(named(rulesAt(zoom, true)).style['font-size']) * zoom).toBeGreaterThanOrEqual(10.99);
    for (let zoom = 0.18; zoom < 3; zoom += 0.01)
      expect(Number(rulesAt(zoom, false).find(({ selector }) => selector === 'node')!.style['font-size']) * zoom).toBeGreaterThanOrEqual(10.99);
  });
  it('keeps borders of nodes visible: at least 0.6 px where a large drawing becomes an overview', () => {
    expect(Number(rulesAt(0.2, true).find(({ selector }) => selector === 'node')!.style['border-width']) * 0.2).toBeGreaterThan(0.6);
  });
});

describe('a frame', () => {
  it('is drawn within the room its layout leaves it, at any zoom: it encloses nodes, not names', () => {
    for (const zoom of [0.1, 0.3, 1]) {
      const frame = (stylesheet('light', lookAt(zoom)) as unknown as Rule[]).find(({ selector }) => selector === 'node.frame')!.style;
      const badged = rulesOf('light').find(({ selector }) => selector === 'node[badges]')!.style;
      const [padding, largestNode] = [Number.parseFloat(String(frame['padding'])), 50 + 2 * Number(badged['bounds-expansion'])];
      expect(frame['compound-sizing-wrt-labels']).toBe('exclude');
      expect(largestNode / 2 + padding).toBeLessThanOrEqual(CELL.x / 2);
      expect(largestNode / 2 + padding).toBeLessThanOrEqual(CELL.y / 2 + Math.min(FRAME.top, FRAME.bottom));
    }
  });
});

describe('the ladder in edges', () => {
  it('has its own dash pattern at each rank, solid at the top, so that colour is never needed', () => {
    expect(new Set(DASHES.map((dash) => dash.join(' '))).size).toBe(DASHES.length);
    expect(DASHES[6]).toEqual([]);
  });
  it('keeps labels at 11 px on screen or more while they show', () => {
    for (let zoom = 0.55; zoom < 3; zoom += 0.01) {
      const look = lookAt(zoom);
      expect(look.predicates).toBe(true);
      expect(sizeAt(11, look.step) * zoom).toBeGreaterThanOrEqual(10.99);
    }
    expect(lookAt(0.54).predicates).toBe(false);
  });
  it('never look of higher standing from afar than near: each rank is no stronger than the next', () => {
    const far = stylesheet('light', lookAt(0.1)) as unknown as Rule[];
    const weights = DASHES.map((_, rank) => Number(far.find((rule) => rule.selector === `edge.rank-${rank}`)!.style['line-opacity']));
    expect(weights.at(-1)).toBe(1);
    expect(weights.every((weight) => weight >= 0.3 && weight <= 1)).toBe(true);
    expect(weights.slice(0, 6).every((weight) => weight < 1)).toBe(true);
  });
});
