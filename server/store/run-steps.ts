/** Runs the steps of a plan in one transaction, in their order. */
import type { Tx } from './connect.ts';
import type { Step } from './plan-steps.ts';

/**
 * While the server writes one batch, the next is shaped and sent; it runs what it is sent in that order. `onStep` hears of each batch the server has answered.
 * @throws the error of the first step that failed.
 */
export async function runSteps(tx: Tx, steps: readonly Step[], onStep: (step: Step) => void = () => undefined): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (const step of steps) {
    const sent = step.run(tx);
    // Of two that fail the first is told; the other only fell with it.
    sent.catch(() => undefined);
    await before;
    before = sent.then(() => onStep(step));
    before.catch(() => undefined);
  }
  await before;
}
