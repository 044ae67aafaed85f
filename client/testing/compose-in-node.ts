/** Makes a picture without a page: ELK in this thread, widths from a table. */
import ELK from 'elkjs/lib/elk.bundled.js';
import { composePicture } from '../canvas/picture/compose.ts';
import { finish } from '../canvas/picture/finish.ts';
import { placeLanes } from '../canvas/picture/place/place-lanes.ts';
import { measureByTable } from '../canvas/picture/plan/measure.ts';
import { pictureWords } from '../canvas/picture/picture-words.ts';
import type { Picture, PictureInput } from '../canvas/picture/picture.ts';

const elk = new ELK();

export function composeInNode(input: PictureInput): Promise<Picture> {
  return composePicture(input, pictureWords, measureByTable, {
    elk: (graph) => elk.layout(graph),
    lanes: (...given) => Promise.resolve(placeLanes(...given)),
    finish: (placed) => Promise.resolve(finish(placed)),
    pause: () => Promise.resolve(),
  });
}
