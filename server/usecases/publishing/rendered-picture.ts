/** A picture drawn from its description, with its manifest in it. */
import { addToPage, addToSvg, digestedPart, manifestText } from '../../exchange/add-manifest.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import type { PackedFile } from '../../exchange/format.ts';
import { wholeText } from '../../exchange/whole-text.ts';
import { addToPng, withTexts } from '../../exchange/png-text.ts';
import type { DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { drawPicture } from '../../work/pictures/draw-picture.ts';
import type { FilesOfExport } from './files-of-export.ts';

const FORMS = {
  svg: { kind: 'sheet-svg', name: 'picture.svg', mediaType: 'image/svg+xml' },
  png: { kind: 'sheet-png', name: 'picture.png', mediaType: 'image/png' },
  embed: { kind: 'embed', name: 'embed.html', mediaType: 'text/html' },
} as const;

/** @throws AppError `limit` */
export async function renderedPicture({ title, files, manifest }: FilesOfExport, as: keyof typeof FORMS): Promise<PackedFile> {
  const { kind, name, mediaType } = FORMS[as];
  const described = JSON.parse(inOneGo(wholeText(files[0]))) as DescribedPicture;
  const drawn = (await drawPicture({ described, kinds: [kind] })).files[kind] ?? new Uint8Array();
  const bytes = as === 'png' ? withTexts(drawn, { Title: title, Description: described.alt, 'own-json-sha256': described.digest }) : drawn;
  const written = manifestText(manifest([digestedPart({ name, bytes }, mediaType)]));
  return { name, mediaType, parts: [{ name, bytes: as === 'png' ? addToPng(bytes, written) : textWith(bytes, written, as) }] };
}

function textWith(bytes: Uint8Array, manifest: string, as: 'svg' | 'embed'): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(as === 'svg' ? addToSvg(text, manifest) : addToPage(text, manifest));
}
