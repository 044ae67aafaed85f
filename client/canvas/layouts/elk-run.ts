/** Runs a graph through elkjs in a worker. */
import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';

/** The worker is kept between runs, because loading it takes longer than most layouts. A stopped worker is terminated. */
let kept: { elk: InstanceType<typeof ELK>; worker: Worker } | undefined;

function elkWorker(): { elk: InstanceType<typeof ELK>; worker: Worker } {
  if (kept) return kept;
  const worker = new Worker(elkWorkerUrl);
  kept = { worker, elk: new ELK({ workerFactory: () => worker }) };
  return kept;
}

export function elkRun(graph: ElkNode): { done: Promise<ElkNode>; stop: () => void } {
  const mine = elkWorker();
  const end = (): void => {
    mine.worker.terminate();
    if (kept === mine) kept = undefined;
  };
  // elkjs hears answers alone: without this, a worker that could not be loaded would be waited for without end.
  const failed = new Promise<never>((_, reject) => {
    mine.worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message || 'Its worker did not start.'));
    });
  });
  const done: Promise<ElkNode> = Promise.race([mine.elk.layout(graph), failed]);
  let ended = false;
  const mark = (): void => void (ended = true);
  done.then(mark, mark);
  const stop = (): void => {
    if (!ended) end();
  };
  return { done, stop };
}
