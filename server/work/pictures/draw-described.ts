/** Draws a described picture in the kinds asked for: all of them are one drawing. */
import type { DescribedEmbed, DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { drawFigure, drawSheet, figureSize, type SheetToDraw } from '../../domain/picturing/svg/draw-sheet.ts';
import { composeDescribed } from './compose-described.ts';
import type { DrawnPicture, PictureKind, PictureToDraw } from './draw-picture.ts';
import { chosenParts, embedPage } from './embed-page.ts';
import { PAGE_COLOURS } from './embed-style.ts';
import { pngOfSvg } from './png-of-svg.ts';
import { cutFonts, type SetTexts, setTexts } from './set-texts.ts';

/** Stands where the rules of the fonts come, which are known once all is drawn. No text of a record can hold it: there it is escaped. */
const RULES = '<style>@fonts</style>';
/** Dots that a unit of a figure has as PNG. */
const FIGURE_SCALE = 3;
/** Most dots in width. */
const MOST_DOTS = 7_016;

/** Everything that a picture may set. */
function* textsOf({ title, printed, nodes, claims, digest }: DescribedPicture): Generator<string> {
  yield* [title, ...printed, digest];
  for (const { name } of nodes) yield name;
  for (const { label } of claims) yield label;
}

export async function drawDescribed({ described, kinds }: PictureToDraw): Promise<DrawnPicture> {
  const fonts = await cutFonts(textsOf(described));
  const typesetter = setTexts(fonts, false);
  const told = { ...described, printed: [...described.printed, ...missingLine(described, typesetter)] };
  const composed = await composeDescribed(told, typesetter.measure('sans'));
  const sheet = (by: SetTexts): SheetToDraw => ({ described: told, ...composed, typesetter: by, fontRules: () => RULES });
  const files: DrawnPicture['files'] = {};
  /** A text with the fonts that it is set in, and no other. */
  const asText = async (kind: PictureKind, draw: () => string): Promise<void> => {
    if (!kinds.includes(kind)) return;
    typesetter.begin();
    const text = draw();
    const rules = await typesetter.rules();
    files[kind] = new TextEncoder().encode(text.replace(RULES, () => `<style>${rules}</style>`));
  };
  await asText('sheet-svg', () => drawSheet(sheet(typesetter)).svg);
  await asText('figure-svg', () => drawFigure(sheet(typesetter)).svg);
  if (kinds.includes('embed')) {
    typesetter.begin();
    const page = told as DescribedEmbed;
    const figure = drawFigure(sheet(typesetter), { colours: PAGE_COLOURS, part: chosenParts(page), role: { role: 'group', 'aria-label': told.alt } });
    files.embed = new TextEncoder().encode(embedPage(page, { ...figure, svg: figure.svg.replace(RULES, '') }, await typesetter.rules()));
  }
  if (kinds.some((kind) => kind.endsWith('-png'))) {
    // A renderer has no fonts but ours: what they lack is drawn as a question mark, and not as nothing.
    const replacing = setTexts(fonts, true);
    const asPng = (kind: PictureKind, draw: () => { svg: string; width: number }, scale: number): void => {
      if (!kinds.includes(kind)) return;
      const drawn = draw();
      files[kind] = pngOfSvg(drawn.svg.replace(RULES, ''), Math.round(Math.min(MOST_DOTS, drawn.width * scale)), replacing.files());
    };
    asPng('sheet-png', () => drawSheet(sheet(replacing)), 1);
    asPng('figure-png', () => drawFigure(sheet(replacing)), FIGURE_SCALE);
  }
  return { files, size: figureSize(sheet(typesetter)) };
}

/** A line where letters of names are in no bundled font. */
function missingLine({ nodes, claims }: DescribedPicture, { measure, missing }: SetTexts): string[] {
  const lacks = (text: string): boolean => {
    const before = missing.size;
    measure('sans')(text, 12.5, 500);
    return missing.size > before || [...missing].some((letter) => text.includes(letter));
  };
  const count = [...nodes.map(({ name }) => name), ...new Set(claims.map(({ label }) => label))].filter(lacks).length;
  if (count === 0) return [];
  return [
    `No bundled font has all letters of ${count === 1 ? '1 name' : `${count} names`} here: a PNG shows a question mark for each, an SVG leaves them to the fonts of its reader.`,
  ];
}
