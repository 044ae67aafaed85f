import { describe, expect, it } from 'vitest';
import { badgedImage } from './badge-image.ts';

const read = (badges: string): string => decodeURIComponent(badgedImage('Person', badges, 'light'));

describe('marks on a node', () => {
  it('show how many claims are not drawn, up to 99', () => {
    expect(read('more:7')).toContain('>+7<');
    expect(read('more:99')).toContain('>+99<');
    expect(read('more:412')).toContain('>99+<');
    expect(badgedImage('Person', 'more:412', 'light')).toBe(badgedImage('Person', 'more:5000', 'light'));
  });
  it('show a plus instead where a number would be too small to read, with one image for all', () => {
    const far = (badges: string): string => badgedImage('Person', badges, 'light', false);
    expect(far('more:7')).toBe(far('more:50'));
    expect(decodeURIComponent(far('more:7'))).not.toContain('<text');
    expect(far('more:7')).not.toBe(far('contested'));
  });
  it('differ by sign, not by colour alone', () => {
    const all = ['contested', 'unsure', 'generic', 'pin', 'more:1'].map(read).map((svg) => svg.replaceAll(/#[0-9A-F]{6}/gi, ''));
    expect(new Set(all).size).toBe(5);
  });
  it('can all be shown, each at its own position', () => {
    const both = read('more:2 contested unsure');
    for (const one of ['more:2', 'contested', 'unsure']) expect(both.length).toBeGreaterThan(read(one).length);
  });
});
