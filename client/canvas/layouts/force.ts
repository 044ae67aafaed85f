/** Runs the force layout in a worker. Stopping it terminates the worker at once. */
import type { Positions } from '../../state/view.ts';
import type { ForceRequest } from './force-worker.ts';
import type { LayoutInput, LayoutRun } from './layered.ts';

export function force(input: LayoutInput): LayoutRun {
  const worker = new Worker(new URL('./force-worker.ts', import.meta.url), { type: 'module' });
  const request: ForceRequest = {
    nodes: input.nodes,
    edges: input.edges.filter((edge) => edge.source !== edge.target),
    fixed: input.fixed,
  };
  const done = new Promise<Positions>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Positions>) => {
      worker.terminate();
      resolve(new Map([...event.data, ...input.fixed]));
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The layout stopped.')));
  });
  worker.postMessage(request);
  return { done, stop: () => worker.terminate() };
}
