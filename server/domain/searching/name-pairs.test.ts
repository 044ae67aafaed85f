/**
 * Spellings of one name find each other among 2,000 others, and other people's names are not put on top. The pairs are common names of common countries, none
 * from the shipped case; the figures of the search that went before are said beside the goals.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameForms as formsOf } from './name-forms.ts';
import { NameIndex } from './name-index.ts';
import { rankMatches } from './rank-matches.ts';

const { same, different }: Record<'same' | 'different', [typed: string, held: string][]> = JSON.parse(
  readFileSync(new URL('../../../fixtures/testing/name-pairs.json', import.meta.url), 'utf8'),
);

/**
 * Shares of the pairs of one name, and false ones on top. The goals were 0.75, 0.6 and 66; by the search before names were stored by their consonants it was
 * 0.594, 0.516 and 66. What was reached since, less a pair or two, must hold.
 */
const REACHED = { inTen: 0.97, first: 0.88, wrong: 45 };

const GIVEN = (
  'Ali Reza Mohammad Hassan Omar Karim Samir Nadia Leyla Maryam Ivan Sergey Olga Anna Pavel Boris Elena Viktor Elchin Aydin Rauf Kamran Nigar Mehmet Ayse Emre ' +
  'John Peter Thomas Karen Sarah Daniel Paul Lucia Marco Giulia Jean Claire Hans Greta Erik Ingrid Wei Jing Min Yael Noam Dov Eleni Nikos Ahmed Khalid Yusuf Fatima'
).split(' ');
const STEMS = 'Bar Kar Mor Sal Tor Gul Has Nor Vel Zam Dor Fal Ras Tam Lem Pet Rom Sav Kov Mir'.split(' ');
const ENDS = 'ov ovic adi ani eev son sen man berg ich enko zade li oglu ez etti aux stein ward iou'.split(' ');
const FILLERS = Array.from({ length: 2_000 }, (_, i) => {
  const part = (list: readonly string[], by: number) => list[(i * by + ((i * i) % 31)) % list.length] ?? '';
  return `${part(GIVEN, 7)} ${part(STEMS, 11)}${part(STEMS, 13).toLowerCase()}${part(ENDS, 17)}`;
});

const texts = [...new Set([...same, ...different].map(([, held]) => held)), ...FILLERS];
const index = new NameIndex();
for (const text of texts) index.add(text);

/** The names found for a text, best first, the text itself aside where another is looked for. */
function found(typed: string, held: string): string[] {
  const others = index.candidates(formsOf(typed)).filter((text) => text === held || text !== typed);
  const candidates = others.map((text) => ({ id: text, names: [{ text, lang: 'en', kind: 'primary' as const }], degree: 0 }));
  return rankMatches(typed, candidates, { formsOf: (text) => index.formsOf(text) }).map(({ id }) => id);
}

const scriptOf = (text: string): string =>
  (['Latin', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Greek', 'Georgian', 'Armenian'] as const).find((script) =>
    new RegExp(`\\p{Script=${script}}`, 'u').test(text),
  ) ?? 'signs';

describe('name pairs', () => {
  it('of one name find each other: 97 % among the first ten, 88 % first', () => {
    const tally = new Map<string, { pairs: number; inTen: number; first: number }>();
    for (const [typed, held] of same) {
      const place = found(typed, held).indexOf(held);
      const scripts = `${scriptOf(typed)} → ${scriptOf(held)}`;
      const row = tally.get(scripts) ?? { pairs: 0, inTen: 0, first: 0 };
      tally.set(scripts, { pairs: row.pairs + 1, inTen: row.inTen + (place >= 0 && place < 10 ? 1 : 0), first: row.first + (place === 0 ? 1 : 0) });
    }
    const sum = (key: 'inTen' | 'first') => [...tally.values()].reduce((all, row) => all + row[key], 0) / same.length;
    process.stdout.write(`${[...tally].map(([scripts, row]) => `${scripts}: ${row.first} first, ${row.inTen} in ten of ${row.pairs}`).join('\n')}\n`);
    expect(sum('inTen')).toBeGreaterThanOrEqual(REACHED.inTen);
    expect(sum('first')).toBeGreaterThanOrEqual(REACHED.first);
  });
  it('of different people do not put one on top for the other', () => {
    const wrong = different.filter(([typed, held]) => found(typed, held)[0] === held);
    process.stdout.write(`${wrong.length} of ${different.length} false pairs on top\n`);
    expect(wrong.length).toBeLessThanOrEqual(REACHED.wrong);
  });
});
