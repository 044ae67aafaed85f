/** Exports the picture of a piece as SVG, as PNG from it, and as a page to be embedded in an article: what it shows is written here, and drawn in a thread. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { describeEmbed } from '../picture/describe-embed.ts';
import { describePicture } from '../picture/describe-picture.ts';
import { fileOf } from '../whole-text.ts';

/** What every picture loses of a piece. */
const LOST = [...ONLY_IN_OWN_FORMAT, 'witnessed', 'carriedTexts', 'voices', 'ids', 'letters'] as const;

function* write(input: ExportInput): InSlices<ExportFile[]> {
  return [fileOf('picture.json', 'application/json', `${JSON.stringify(yield* describePicture(input))}\n`)];
}

const PICTURE = {
  loses: [...LOST, 'locators', 'pairing', 'uncertainDates', 'numbers', 'undrawn'],
  write,
} as const;
export const svgPicture: Exporter = { ...PICTURE, format: 'svg', label: 'Picture (SVG)', rendered: 'svg' };
/** Rendered from the SVG, at the size of print. */
export const pngPicture: Exporter = { ...PICTURE, format: 'png', label: 'Picture (PNG)', rendered: 'png' };
/** One page that needs nothing else: the picture, and every claim of it as a sentence with footnotes. */
export const embed: Exporter = {
  format: 'embed',
  label: 'Embed (web page)',
  rendered: 'embed',
  loses: LOST,
  *write(input) {
    return [fileOf('embed.json', 'application/json', `${JSON.stringify(yield* describeEmbed(input))}\n`)];
  },
};
