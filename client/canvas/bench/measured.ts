/** What the bench asks of a page: one drawing or another of the same graph, measured in the page itself. */
import type { Core } from 'cytoscape';
import type { LayoutName } from '../../state/view.ts';

export interface Frames {
  /** Frames a second over the whole gesture, stops included. */
  mean: number;
  median: number;
  /** Of the slowest twentieth. */
  slow: number;
}
/** `plain` has Cytoscape's own styles and names as labels; `arrows` also arrows, curves and predicates, as we draw them. */
export type Drawer = 'ours' | 'plain' | 'arrows';
export interface Bench {
  /** Draws the graph; answers ms from the first line of code to the first full frame. */
  draw: (which: Drawer, size: number, claims: number) => Promise<number>;
  gesture: (what: 'pan' | 'zoom', ms: number) => Promise<Frames>;
  /** Ms; undefined where plain Cytoscape has none such. */
  layout: (which: 'ours' | 'plain', name: LayoutName, size: number, claims: number) => Promise<number | undefined>;
}

declare global {
  interface Window {
    bench?: Bench;
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Ms until the drawing has rendered with something in it and the browser has shown it. */
export async function shown(cy: Core, started: number): Promise<number> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (cy.elements().empty()) return;
      cy.off('render', look);
      resolve();
    };
    cy.on('render', look);
  });
  await nextFrame();
  return performance.now() - started;
}

function framesOf(deltas: readonly number[]): Frames {
  const sorted = deltas.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { mean: (1000 * deltas.length) / deltas.reduce((sum, d) => sum + d, 0), median: 1000 / at(0.5), slow: 1000 / at(0.95) };
}

/** One event a frame, as a steady hand gives them: a circle for the pan, in and out again for the zoom. */
export async function gesture(canvas: Element, what: 'pan' | 'zoom', ms: number): Promise<Frames> {
  const box = canvas.getBoundingClientRect();
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const fire = (type: string, x: number, y: number, buttons: number, target: EventTarget): void => {
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons, view: window }));
  };
  // The corner holds no body: the hand takes the paper.
  const corner = { x: box.left + 3, y: box.top + 3 };
  if (what === 'pan') fire('mousedown', corner.x, corner.y, 1, canvas);
  const deltas: number[] = [];
  let last = await nextFrame();
  const started = last;
  while (last - started < ms) {
    const t = (last - started) / 1000;
    if (what === 'pan') fire('mousemove', corner.x + 130 * (1 - Math.cos(2 * t)), corner.y + 90 * Math.abs(Math.sin(2 * t)), 1, window);
    else
      canvas.dispatchEvent(
        new WheelEvent('wheel', {
          bubbles: true,
          cancelable: true,
          clientX: middle.x,
          clientY: middle.y,
          deltaY: Math.sin(2 * t) > 0 ? -24 : 24,
          view: window,
        }),
      );
    const now = await nextFrame();
    deltas.push(now - last);
    last = now;
  }
  if (what === 'pan') fire('mouseup', corner.x, corner.y, 0, window);
  return framesOf(deltas);
}
