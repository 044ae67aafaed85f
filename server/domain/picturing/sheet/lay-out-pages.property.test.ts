/** Whatever the texts: each stands once, nothing over another or outside the margins, and the lines below the drawing take no more than a third of its page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureByTable } from '../plan/measure.ts';
import type { LegendEntry } from './legend.ts';
import { SHEET_WORDS } from '../picture-words.ts';
import { layOutPages, MOST_BELOW, PAGE, type PageInput, type Pages, SAMPLE_WIDTH } from './lay-out-pages.ts';

const SCRIPTS = [
  'The Daily says that he was charged in May',
  '德黑兰的一个法院审理了这个案件，证人没有出庭',
  'دادگاه انقلاب تهران او را محکوم کرد',
  'Donaudampfschifffahrtsgesellschaft',
  '🕵🏽‍♀️👨‍👩‍👧',
];
const line = fc.tuple(fc.nat(999_999), fc.array(fc.constantFrom(...SCRIPTS), { minLength: 1, maxLength: 12 })).map(([n, parts]) => `${n} ${parts.join(' ')}`);
const lines = fc.uniqueArray(line, { selector: (one) => one.split(' ')[0] ?? '', maxLength: 120 });
const entry: fc.Arbitrary<LegendEntry> = fc.record({
  id: fc.string(),
  sample: fc.oneof(
    fc.record({ rank: fc.integer({ min: -1, max: 6 }) }),
    fc.record({ mark: fc.constantFrom('contested' as const, 'inferred' as const, 'open' as const) }),
  ),
  text: fc.constantFrom('reported, alleged', 'contested', 'the end is not established'),
  count: fc.nat(9_999),
});
const input: fc.Arbitrary<PageInput> = fc.record({
  text: fc.record({
    title: fc.constantFrom(...SCRIPTS).chain((part) => fc.integer({ min: 1, max: 4 }).map((n) => `${part} `.repeat(n).slice(0, 200))),
    notes: lines.map((all) => all.slice(0, 2)),
    printed: lines,
    legend: fc.array(entry, { maxLength: 12 }),
  }),
  drawing: fc.record({ width: fc.integer({ min: 10, max: 9_000 }), height: fc.integer({ min: 10, max: 9_000 }) }),
  measure: fc.constant(() => measureByTable),
  mirrored: fc.boolean(),
  words: fc.constant(SHEET_WORDS),
});

interface Box {
  what: string;
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}
function boxesOf({ rows, samples, drawing }: Pages): Box[] {
  const { x, y, width, height } = drawing;
  return [
    ...rows.map((row) => ({
      what: row.text,
      x1: row.fromRight ? row.x - row.width : row.x,
      x2: row.fromRight ? row.x : row.x + row.width,
      // Letters reach a quarter of their size below the line they stand on.
      y1: row.y - row.style.size * 0.95,
      y2: row.y + row.style.size * 0.25,
    })),
    ...samples.map((sample) => ({ what: 'a sample', x1: sample.x, x2: sample.x + SAMPLE_WIDTH, y1: sample.y - 14, y2: sample.y + 14 })),
    { what: 'the drawing', x1: x, x2: x + width, y1: y, y2: y + height },
  ];
}
const meets = (a: Box, b: Box): boolean => a.x1 < b.x2 - 0.5 && b.x1 < a.x2 - 0.5 && a.y1 < b.y2 - 0.5 && b.y1 < a.y2 - 0.5;
const bare = (text: string): string => text.replaceAll(/\s/gu, '');

describe('the pages of a printed picture', { timeout: 60_000 }, () => {
  it('have nothing over another, and nothing outside the margins', () => {
    fc.assert(
      fc.property(input, (given) => {
        const pages = layOutPages(given);
        const boxes = boxesOf(pages);
        for (const [i, a] of boxes.entries()) {
          expect([a.what, a.x1 >= 0 && a.x2 <= PAGE.width + 0.5 && a.y1 >= 0 && a.y2 <= pages.height]).toEqual([a.what, true]);
          for (const b of boxes.slice(i + 1)) if (meets(a, b)) expect.fail(`${a.what} lies over ${b.what}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('print each line once, or count it as left out', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { rows, left } = layOutPages(given);
        const printed = bare(rows.map(({ text }) => text).join(''));
        const found = given.text.printed.filter((one) => printed.includes(bare(one)));
        expect(found.length).toBe(given.text.printed.length - left);
        for (const one of found) {
          const number = one.split(' ')[0]!;
          if (given.text.notes.every((note) => !note.includes(number)) && number.length === 6) expect(printed.split(bare(one)).length).toBe(2);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keep the lines below the drawing to a third of the first page, and the drawing the largest thing on it', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { rows, drawing, count, height } = layOutPages(given);
        expect(height).toBe(count * PAGE.height);
        const below = rows.filter(({ y, style }) => y < PAGE.height && style.face === 'serif' && style.size < 40 && y > drawing.y);
        for (const { y, style } of below) expect(y - style.size).toBeGreaterThanOrEqual(PAGE.height * (1 - MOST_BELOW) - 1);
        expect(Math.max(drawing.width / (PAGE.width - 2 * PAGE.margin), drawing.height / 600)).toBeGreaterThan(0.99);
      }),
      { numRuns: 200 },
    );
  });

  it('are as many as the lines need, up to four', () => {
    const printed = Array.from({ length: 60 }, (_, n) => `Line ${n}: ${'somebody is said to have met somebody; '.repeat(24)}`);
    const laid = (lines: string[]) =>
      layOutPages({
        text: { title: 'T', notes: [], printed: lines, legend: [] },
        drawing: { width: 300, height: 200 },
        measure: () => measureByTable,
        mirrored: false,
        words: SHEET_WORDS,
      });
    expect([3, 20, 60].map((n) => laid(printed.slice(0, n)).count)).toEqual([1, 3, 4]);
    expect(laid(printed.slice(0, 20)).left).toBe(0);
    expect(laid(printed.concat(printed)).left).toBeGreaterThan(0);
  });

  it('leave what is longer than a page to the dossier, and say so', () => {
    const printed = ['As told up to 2024.', `On a single origin: 900 claims: ${'Somebody is said to have met somebody. '.repeat(900)}`, 'No filters.'];
    const { rows, left, count } = layOutPages({
      text: { title: 'T', notes: [], printed, legend: [] },
      drawing: { width: 300, height: 200 },
      measure: () => measureByTable,
      mirrored: false,
      words: SHEET_WORDS,
    });
    expect([left, count]).toEqual([1, 2]);
    const said = rows.map(({ text }) => text).join(' ');
    expect(said).toContain('No filters.');
    expect(said).toContain('There was no room for 1 line, which the dossier of this view has: On a single origin');
    expect(said).not.toContain('Somebody');
  });
});
