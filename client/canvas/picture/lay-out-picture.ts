/** Makes the picture of what is drawn on a page: ELK and routing run in workers, so that the page is never blocked. */
import { elkRun } from '../layouts/elk-run.ts';
import { composePicture } from '../../../server/domain/picturing/compose.ts';
import type { Answered, Question } from './picture-worker.ts';
import type { Laid } from '../../../server/domain/picturing/place/place-lanes.ts';
import { measureOnCanvas } from './measure-on-canvas.ts';
import { pictureWords } from './picture-words.ts';
import type { Measure, Picture, PictureInput } from '../../../server/domain/picturing/picture.ts';

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

/** The worker that places and routes for one picture. */
function pictureWorker(): { ask: <T extends Answered['answer']>(question: Question) => Promise<T>; end: () => void } {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (fault: Error) => void }>();
  let n = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.n)?.resolve(data.answer as never);
    waiting.delete(data.n);
  });
  worker.addEventListener('error', (event) => {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'The picture could not be laid out.'));
    waiting.clear();
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        n += 1;
        waiting.set(n, { resolve, reject });
        worker.postMessage({ ...question, n });
      }),
    end: () => worker.terminate(),
  };
}

/** @param font family of all texts, which must be loaded: else their widths are those of another font */
export function layOutPicture(input: PictureInput, font: string): PictureRun {
  const stops: (() => void)[] = [];
  let worker: ReturnType<typeof pictureWorker> | undefined;
  const working = (): ReturnType<typeof pictureWorker> => {
    if (!worker) {
      worker = pictureWorker();
      stops.push(worker.end);
    }
    return worker;
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
    lanes: (...lanes) => unlessStopped(() => working().ask<Laid>({ lanes })),
    finish: (placed) => unlessStopped(() => working().ask<Picture>({ finish: placed })),
    pause: () => unlessStopped(() => new Promise((resolve) => setTimeout(resolve))),
  }).finally(() => worker?.end());
  return {
    done: done.then((picture) => (stopped ? never : picture)),
    stop: () => {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
}
