/** Makes a picture without a page: ELK in this thread, widths from a table. */
import ELK from 'elkjs/lib/elk.bundled.js';
import { composeAt, composePicture } from '../compose.ts';
import { finish } from '../finish.ts';
import { placeLanes } from '../place/place-lanes.ts';
import { measureByTable } from '../plan/measure.ts';
import { DRAWN_WORDS, pictureWordsOf } from '../picture-words.ts';
import type { Picture, PictureInput } from '../picture.ts';

const elk = new ELK();

/** A picture of a drawing whose entities have places. */
export function composeAtInNode(input: PictureInput): Promise<Picture> {
  return composeAt(input, pictureWordsOf(DRAWN_WORDS), measureByTable, { finish: (placed) => Promise.resolve(finish(placed)) });
}

export function composeInNode(input: PictureInput): Promise<Picture> {
  return composePicture(input, pictureWordsOf(DRAWN_WORDS), measureByTable, {
    elk: (graph) => elk.layout(graph),
    lanes: (...given) => Promise.resolve(placeLanes(...given)),
    finish: (placed) => Promise.resolve(finish(placed)),
    pause: () => Promise.resolve(),
  });
}
