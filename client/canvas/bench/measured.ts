/** What the bench measures on a page, for either drawing of one graph. */
import type { Picture } from '../../../server/domain/picturing/picture.ts';
import type { GeneratedNetwork } from '../../../server/domain/picturing/testing/generate-network.ts';
import type { Core } from 'cytoscape';
import type { LayoutName } from '../../state/view.ts';

export interface Frames {
  /** Frames per second over the whole gesture, pauses included. */
  mean: number;
  median: number;
  /** Frames per second of the slowest twentieth. */
  slow: number;
}
/** `plain` has the default styles of Cytoscape and names as labels; `arrows` adds arrows, curves and predicates, as our canvas draws them. */
export type Drawer = 'ours' | 'plain' | 'arrows';
export interface Bench {
  /** Draws the graph. Returns milliseconds from the first line of code to the first full frame. */
  draw: (which: Drawer, size: number, claims: number) => Promise<number>;
  /** Lays a network out as a picture. `blocked`: the longest time in ms in which the page could not answer. */
  picture: (network: GeneratedNetwork, room: { width: number; height: number }) => Promise<{ picture: Picture; ms: number; blocked: number }>;
  gesture: (what: 'pan' | 'zoom', ms: number) => Promise<Frames>;
  /** In milliseconds; undefined where Cytoscape has no such layout. */
  layout: (which: 'ours' | 'plain', name: LayoutName, size: number, claims: number) => Promise<number | undefined>;
}

declare global {
  interface Window {
    bench?: Bench;
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Milliseconds until the drawing has rendered with content and the browser has shown it. */
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

/** One event for each frame, as from a steady hand: a circle for the pan; in and out again for the zoom. */
export async function gesture(canvas: Element, what: 'pan' | 'zoom', ms: number): Promise<Frames> {
  const box = canvas.getBoundingClientRect();
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const fire = (type: string, x: number, y: number, buttons: number, target: EventTarget): void => {
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons, view: window }));
  };
  // No node is in the corner, so the gesture moves the canvas.
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
