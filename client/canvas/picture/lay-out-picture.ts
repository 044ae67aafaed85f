/** Makes the picture of what is drawn on a page: ELK and routing run in workers, so that the page is never blocked. */
import { elkRun } from '../layouts/elk-run.ts';
import { composePicture } from './compose.ts';
import type { PlacedPlan } from './finish.ts';
import { measureOnCanvas } from './plan/measure.ts';
import { pictureWords } from './picture-words.ts';
import type { Measure, Picture, PictureInput } from './picture.ts';

export interface PictureRun {
  /** Never settles once it was stopped. */
  done: Promise<Picture>;
  stop: () => void;
}

const measures = new Map<string, Measure>();
export function measureFor(font: string): Measure {
  const known = measures.get(font) ?? measureOnCanvas(font);
  measures.set(font, known);
  return known;
}

/** @param font family of all texts, which must be loaded: else their widths are those of another font */
export function layOutPicture(input: PictureInput, font: string): PictureRun {
  const stops: (() => void)[] = [];
  const finish = (placed: PlacedPlan): Promise<Picture> => {
    const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
    stops.push(() => worker.terminate());
    return new Promise((resolve, reject) => {
      worker.addEventListener('message', (event: MessageEvent<Picture>) => {
        worker.terminate();
        resolve(event.data);
      });
      worker.addEventListener('error', (event) => {
        worker.terminate();
        reject(new Error(event.message || 'The picture could not be laid out.'));
      });
      worker.postMessage(placed);
    });
  };
  let stopped = false;
  const never = new Promise<never>(() => undefined);
  const unlessStopped = <T>(work: () => Promise<T>): Promise<T> => (stopped ? never : work());
  const done = composePicture(input, pictureWords, measureFor(font), {
    elk: (graph) =>
      unlessStopped(() => {
        const run = elkRun(graph);
        stops.push(run.stop);
        return run.done;
      }),
    finish: (placed) => unlessStopped(() => finish(placed)),
  });
  return {
    done: done.then((picture) => (stopped ? never : picture)),
    stop: () => {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
}
