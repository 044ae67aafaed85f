/** Runs the steps of a plan in one transaction, in order. */
import type { Tx } from './connect.ts';
import type { Step } from './plan-steps.ts';

/**
 * While the server writes one batch, the next is built and sent; the server runs them in that order. `onStep` is called for each batch answered.
 * @throws the error of the first step that failed
 */
export async function runSteps(tx: Tx, steps: readonly Step[], onStep: (step: Step) => void = () => undefined): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (const step of steps) {
    const sent = step.run(tx);
    // Where two steps fail only the first is reported: the second failed because of it.
    sent.catch(() => undefined);
    await before;
    before = sent.then(() => onStep(step));
    before.catch(() => undefined);
  }
  await before;
}
