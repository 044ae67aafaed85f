/** Sets the texts of a picture in the bundled fonts: which letters are set in which, how wide they are, and the parts of the fonts that go into its file. */
import { readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
import { Blob, Buffer as TextBuffer, Face as FontFace, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { measureByTable } from '../../domain/picturing/plan/measure.ts';
import type { Face, TextPart, Typesetter } from '../../domain/picturing/svg/typeset.ts';
import { type Slice, slicesFor } from './bundled-fonts.ts';
import { renamedFont } from './renamed-font.ts';

/** Letters that a drawing adds to its texts: figures, and the marks of shortened and counted texts. */
const ADDED = `${Array.from({ length: 95 }, (_, n) => String.fromCodePoint(32 + n)).join('')}…·×–—−“”‘’✕~`;
/** What is drawn in place of a letter that no font has. */
const MISSING = '?';
const FACES = ['sans', 'serif'] as const;
/** They have no shape of their own. */
const UNSEEN = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cc})$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const bidi = bidiFactory();
/** Between a word and the space after it. */
const WORDS = /(?<=\s)(?=\S)/u;
const STRONG = /[\p{L}\p{M}\p{N}\u200C\u200D]/u;

/** A part of a font, with only the letters that are used, at one weight. */
interface Subset {
  name: string;
  slice: Slice;
  weight: number;
  font: Font;
  upem: number;
  letters: ReadonlySet<number>;
  ttf: Buffer;
}
export interface SetTexts extends Typesetter {
  /** Letters of the texts that no bundled font has. */
  missing: ReadonlySet<string>;
  /** Begins a file: no font was used yet. */
  begin: () => void;
  /** Style rules with every font that was used since. */
  rules: () => Promise<string>;
  /** The fonts as files, for a renderer without a page. */
  files: () => { name: string; bytes: Uint8Array }[];
}

function codePointsOf(grapheme: string): number[] {
  return [...grapheme].filter((letter) => !UNSEEN.test(letter)).map((letter) => letter.codePointAt(0)!);
}

async function subsetOf(slice: Slice, weight: number, text: string, name: string): Promise<Subset> {
  const ttf = renamedFont(await subsetFont(readFileSync(slice.file), text, { targetFormat: 'truetype', variationAxes: { wght: weight } }), name);
  const face = new FontFace(new Blob(new Uint8Array(ttf)), 0);
  return { name, slice, weight, font: new Font(face), upem: face.upem, letters: new Set(face.collectUnicodes()), ttf };
}

const nearest = (weights: readonly number[], weight: number): number =>
  weights.reduce((best, one) => (Math.abs(one - weight) < Math.abs(best - weight) ? one : best));

/** Parts of fonts by slice and weight. */
export type CutFonts = ReadonlyMap<string, Subset>;

/** @param texts everything that will be set, or longer texts that have the same letters */
export async function cutFonts(texts: Iterable<string>): Promise<CutFonts> {
  const letters = new Set<number>(codePointsOf(ADDED));
  for (const text of texts) for (const point of codePointsOf(text.normalize('NFC'))) letters.add(point);
  const subsets = new Map<string, Subset>();
  for (const face of FACES)
    for (const slice of slicesFor(face)) {
      // The serif face falls back to the sans one, whose letters are there already.
      const own = [...letters].filter((point) => slice.has(point)).sort((a, b) => a - b);
      if (own.length === 0) continue;
      for (const weight of slice.weights) {
        const key = `${slice.key} ${weight}`;
        if (!subsets.has(key)) subsets.set(key, await subsetOf(slice, weight, String.fromCodePoint(...own), `attest-${subsets.size}`));
      }
    }
  return subsets;
}

/**
 * @param subsets that have the letters of everything that will be set
 * @param replaceMissing whether a letter that no font has becomes a question mark; else it is left to the fonts of whoever opens the file
 */
export function setTexts(subsets: CutFonts, replaceMissing: boolean): SetTexts {
  const used = new Set<Subset>();
  const missing = new Set<string>();
  const chosen = new Map<string, Subset | undefined>();

  function fontOf(grapheme: string, face: Face, weight: number): Subset | undefined {
    const key = `${face} ${weight} ${grapheme}`;
    if (chosen.has(key)) return chosen.get(key);
    const points = codePointsOf(grapheme);
    const found = slicesFor(face)
      .map((slice) => subsets.get(`${slice.key} ${nearest(slice.weights, weight)}`))
      .find((subset) => subset && points.every((point) => subset.letters.has(point)));
    chosen.set(key, found);
    return found;
  }

  const widths = new Map<string, number>();
  function widthOf(text: string, subset: Subset, size: number): number {
    const key = `${subset.name} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      const buffer = new TextBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(subset.font, buffer);
      width = buffer.getGlyphInfosAndPositions().reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / subset.upem;
      widths.set(key, width);
    }
    return width * size;
  }

  interface Run {
    text: string;
    level: number;
    subset?: Subset;
    width: number;
  }
  /** In the order of reading. */
  function runsOf(text: string, face: Face, size: number, weight: number): Run[] {
    const { levels } = bidi.getEmbeddingLevels(text, 'auto');
    const runs: Run[] = [];
    for (const { segment, index } of graphemes.segment(text)) {
      const level = levels[index] ?? 0;
      let subset = fontOf(segment, face, weight);
      let shown = segment;
      if (!subset) {
        if (/\S/u.test(segment)) missing.add(segment);
        if (replaceMissing) [shown, subset] = [MISSING, fontOf(MISSING, face, weight)];
      }
      const last = runs.at(-1);
      // Beside letters that are read from the right a space or a full stop stands by itself: what opens the file need not know in which direction it is read.
      const isLetter = level % 2 === 0 || STRONG.test(segment);
      const isWithin = /^\s$/u.test(segment) && level % 2 === 1;
      if (last && last.level === level && last.subset === subset && (isLetter || isWithin) && (level % 2 === 0 || STRONG.test(last.text))) last.text += shown;
      else runs.push({ text: level % 2 === 1 && !isLetter ? (bidi.getMirroredCharacter(shown) ?? shown) : shown, level, subset, width: 0 });
    }
    for (const run of runs) run.width = run.subset ? widthOf(run.text, run.subset, size) : measureByTable(run.text, size, weight);
    return runs;
  }

  /** As they stand from left to right (rule L2 of the Unicode Bidirectional Algorithm). */
  function seenFromLeft(runs: readonly Run[]): Run[] {
    const seen = [...runs];
    const most = Math.max(0, ...runs.map(({ level }) => level));
    for (let level = most; level > 0; level -= 1)
      for (let i = 0; i < seen.length; i += 1) {
        if (seen[i]!.level < level) continue;
        let end = i;
        while (end + 1 < seen.length && seen[end + 1]!.level >= level) end += 1;
        seen.splice(i, end - i + 1, ...seen.slice(i, end + 1).reverse());
        i = end;
      }
    return seen;
  }

  const measured = new Map<string, number>();
  return {
    missing,
    // Word by word, because a text that is broken into rows is measured at every word of it.
    measure: (face) => (text, size, weight) => {
      let width = 0;
      for (const word of text.split(WORDS)) {
        const key = `${face} ${weight} ${word}`;
        let known = measured.get(key);
        if (known === undefined) {
          known = runsOf(word, face, 1, weight).reduce((sum, run) => sum + run.width, 0);
          measured.set(key, known);
        }
        width += known * size;
      }
      return width;
    },
    parts(text, face, size, weight): TextPart[] {
      const runs = runsOf(text, face, size, weight);
      const at = new Map<Run, number>();
      let x = 0;
      for (const run of seenFromLeft(runs)) {
        at.set(run, x);
        x += run.width;
      }
      return runs.map((run) => {
        if (run.subset) used.add(run.subset);
        const generic = face === 'serif' ? 'serif' : 'sans-serif';
        return { text: run.text, x: at.get(run)!, family: run.subset ? `${run.subset.name}, '${run.subset.slice.family}', ${generic}` : generic };
      });
    },
    begin: () => used.clear(),
    async rules() {
      const all = [...used].sort((a, b) => (a.name < b.name ? -1 : 1));
      const rules = await Promise.all(
        all.map(async ({ name, weight, ttf, letters: own }) => {
          const packed = await subsetFont(ttf, String.fromCodePoint(...own), { targetFormat: 'woff2', noHinting: true });
          return `@font-face{font-family:${name};font-weight:${weight};src:url(data:font/woff2;base64,${packed.toString('base64')}) format("woff2")}`;
        }),
      );
      return rules.join('\n');
    },
    files: () => [...used].map(({ name, ttf }) => ({ name: `${name}.ttf`, bytes: ttf })),
  };
}
