/** The program of the thread that draws pictures. */
import { answerOfThread } from '../in-thread.ts';
import { drawDescribed } from './draw-described.ts';
import type { PictureToDraw } from './draw-picture.ts';

answerOfThread((picture: PictureToDraw) => drawDescribed(picture));
