/** The program of the thread that draws pictures. */
import { workerData } from 'node:worker_threads';
import { answerOfThread } from '../in-thread.ts';
import { drawDescribed } from './draw-described.ts';
import type { PictureToDraw } from './draw-picture.ts';

await answerOfThread(() => drawDescribed(workerData as PictureToDraw));
