/** Texts are set in fonts that have their letters, from the side from which they are read; what no font has is never set as nothing. */
import { describe, expect, it } from 'vitest';
import { cutFonts, setTexts } from './set-texts.ts';

const MANY = ['Anna Verdan', 'Й. Вердан', 'Ελλάδα', 'شبکه مخفی (تهران) 1401.', 'משרד המודיעין', '伊朗情报部', '山田 たろう カナ', 'Łódź ş ğ', 'Nguyễn'];

describe('texts', () => {
  it('of these scripts have all their letters', async () => {
    const set = setTexts(await cutFonts(MANY), false);
    for (const text of MANY)
      for (const face of ['sans', 'serif'] as const) expect(set.parts(text, face, 12, 500).every(({ family }) => family.startsWith('attest-'))).toBe(true);
    expect([...set.missing]).toEqual([]);
    expect(set.files().length).toBeGreaterThan(5);
    set.begin();
    expect(set.files()).toEqual([]);
    expect(await set.rules()).toBe('');
  });
  it('stand one part after the other, within the width that was measured', async () => {
    const set = setTexts(await cutFonts(MANY), false);
    for (const text of MANY) {
      const parts = set.parts(text, 'sans', 10, 400);
      expect(parts.map((part) => part.text).join('').length).toBe(text.length);
      const width = set.measure('sans')(text, 10, 400);
      const places = parts.map(({ x }) => x).toSorted((a, b) => a - b);
      expect(places[0]).toBe(0);
      expect(places.at(-1)!).toBeLessThan(width);
      expect(new Set(places).size).toBe(places.length);
    }
  });
  it('that are read from the right begin there, and what stands after them stands left of them', async () => {
    const set = setTexts(await cutFonts(MANY), false);
    const at = (text: string) => new Map(set.parts(text, 'sans', 10, 400).map((part) => [part.text, part.x]));
    const persian = at('شبکه 1401.');
    expect(persian.get('شبکه ') ?? persian.get('شبکه')).toBeGreaterThan(persian.get('1401')!);
    expect(persian.get('.')).toBe(0);
    const english = at('Anna شبکه');
    expect(english.get('Anna ')).toBe(0);
  });
  it('that no font has are left to the reader, or become question marks where there is none', async () => {
    const kept = setTexts(await cutFonts(['राम']), false);
    expect(kept.parts('राम', 'sans', 10, 400).map(({ text, family }) => [text, family])).toEqual([['राम', 'sans-serif']]);
    expect([...kept.missing].join('')).toBe('राम');
    const replaced = setTexts(await cutFonts(['राम']), true);
    expect(replaced.parts('राम', 'sans', 10, 400).map(({ text, family }) => [text, family.startsWith('attest-')])).toEqual([['??', true]]);
  });
});
