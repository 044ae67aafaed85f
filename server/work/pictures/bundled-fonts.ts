/** The fonts that come with Attest (all under the SIL Open Font License), in slices by script; a text is set in the first that has its letters. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Face } from '../../domain/picturing/svg/typeset.ts';

interface Bundled {
  package: string;
  /** The address of its `package.json`. */
  at: string;
  /** As an editor of the file finds the font, if it is installed there. */
  family: string;
  /** The weights in which it is set; others take the nearest. */
  weights: readonly number[];
}
const INTER: Bundled = { package: 'inter', at: import.meta.resolve('@fontsource-variable/inter/package.json'), family: 'Inter', weights: [400, 500, 600] };
const SERIF: Bundled = {
  package: 'source-serif-4',
  at: import.meta.resolve('@fontsource-variable/source-serif-4/package.json'),
  family: 'Source Serif 4',
  weights: [400, 600],
};
const OTHERS: readonly Bundled[] = [
  { package: 'noto-sans-arabic', at: import.meta.resolve('@fontsource-variable/noto-sans-arabic/package.json'), family: 'Noto Sans Arabic', weights: [500] },
  { package: 'noto-sans-hebrew', at: import.meta.resolve('@fontsource-variable/noto-sans-hebrew/package.json'), family: 'Noto Sans Hebrew', weights: [500] },
  { package: 'noto-sans-sc', at: import.meta.resolve('@fontsource-variable/noto-sans-sc/package.json'), family: 'Noto Sans SC', weights: [500] },
];
const FONTS: Readonly<Record<Face, readonly Bundled[]>> = { sans: [INTER, ...OTHERS], serif: [SERIF, INTER, ...OTHERS] };

/** A file of one font with some of its letters. */
export interface Slice {
  /** The same for the same file. */
  key: string;
  family: string;
  file: string;
  weights: readonly number[];
  has: (codePoint: number) => boolean;
}

function slicesOf({ package: name, at, family, weights }: Bundled): Slice[] {
  const folder = dirname(fileURLToPath(at));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([slice, list]) => {
    const spans = list.split(',').map((span) => {
      const [from = '0', to = from] = span.slice('U+'.length).split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
    const part = slice.replace(/^\[|\]$/g, '');
    return {
      key: `${name} ${part}`,
      family,
      weights,
      file: join(folder, 'files', `${name}-${part}-wght-normal.woff2`),
      has: (codePoint: number) => spans.some(([from, to]) => codePoint >= from && codePoint <= to),
    };
  });
}

const known = new Map<Face, Slice[]>();

/** In the order in which they are tried. */
export function slicesFor(face: Face): Slice[] {
  const slices = known.get(face) ?? FONTS[face].flatMap(slicesOf);
  known.set(face, slices);
  return slices;
}
