/**
 * Measures table and timeline of the workbench: how long 5,000 claims take to stand there, and the frames per second while they scroll, and while the span of the
 * timeline is zoomed and moved.
 */
import type { Browser, Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { serveBenchPage } from './bench-page.ts';

export const TABLE_GOAL = { rows: 5_000, frames: 50 };
export type RowsView = 'table' | 'timeline';
/** Frames per second over the whole gesture, and of its slowest twentieth. */
export interface FramesMeasured {
  mean: number;
  slow: number;
}
export interface RowsMeasured {
  /** Milliseconds until the rows stand there. */
  shown: number;
  scroll: FramesMeasured;
  /** Of the timeline: lanes folded to one line each, and every claim on a line of its own. */
  span?: { folded: FramesMeasured; unfolded: FramesMeasured };
}

/** What it does to the page in each frame. */
type Gesture = 'scroll' | 'span';

async function framesOf(page: Page, gesture: Gesture, forMs: number): Promise<FramesMeasured> {
  const { deltas, rendered } = await page.evaluate(
    async ([what, ms]) => {
      const grid = document.querySelector('[role=grid], [role=treegrid]')!;
      const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const times: number[] = [];
      let last = await nextFrame();
      const started = last;
      while (last - started < ms) {
        const wave = Math.sin((last - started) / 500);
        // About a row a frame and faster, down and up again, as from a steady wheel.
        if (what === 'scroll') grid.scrollTop += 60 + 60 * wave;
        else {
          const { x, y } = grid.getBoundingClientRect();
          const at = { clientX: x + 600, clientY: y + 100, bubbles: true, cancelable: true };
          grid.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: 40 * wave, ctrlKey: true }));
          grid.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX: 30 * Math.cos((last - started) / 300) }));
        }
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      return { deltas: times, rendered: document.querySelectorAll('.grid-body [role=row]').length };
    },
    [gesture, forMs] as const,
  );
  if (rendered === 0 || rendered > 200) throw new Error(`The view renders ${rendered} rows at once.`);
  const sorted = deltas.toSorted((a, b) => a - b);
  return {
    mean: (1000 * deltas.length) / deltas.reduce((sum, one) => sum + one, 0),
    slow: 1000 / (sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN),
  };
}

async function measureView(browser: Browser, address: string, view: RowsView, forMs: number): Promise<RowsMeasured> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  try {
    page.on('pageerror', (error) => console.error(`in the page: ${error.message}`));
    await page.goto(address);
    await page.waitForFunction(() => 'showRows' in window);
    const shown = await page.evaluate(([rows, which]) => (window as unknown as { showRows: (n: number, view: RowsView) => number }).showRows(rows, which), [
      TABLE_GOAL.rows,
      view,
    ] as const);
    await page.waitForTimeout(1_000);
    if (view === 'table') return { shown, scroll: await framesOf(page, 'scroll', forMs) };
    const folded = await framesOf(page, 'span', forMs);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await page.waitForTimeout(500);
    const scroll = await framesOf(page, 'scroll', forMs);
    return { shown, scroll, span: { folded, unfolded: await framesOf(page, 'span', forMs) } };
  } finally {
    await page.close();
  }
}

/** @param forMs how long each gesture lasts, in milliseconds */
export async function measureRows(browser: Browser, forMs: number): Promise<Record<RowsView, RowsMeasured>> {
  const { address, close } = await serveBenchPage('client/panels/table/bench', [react()]);
  try {
    return { table: await measureView(browser, address, 'table', forMs), timeline: await measureView(browser, address, 'timeline', forMs) };
  } finally {
    await close();
  }
}

/** Each gesture with its frames, in words. */
export function framesInWords({ table, timeline }: Record<RowsView, RowsMeasured>): [what: string, frames: FramesMeasured][] {
  return [
    ['scrolling the table', table.scroll],
    ['scrolling the timeline', timeline.scroll],
    ...(timeline.span
      ? ([
          ['zooming the timeline, lanes folded', timeline.span.folded],
          ['zooming the timeline, unfolded', timeline.span.unfolded],
        ] as [string, FramesMeasured][])
      : []),
  ];
}
