/** Measures the table of the workbench: how long 5,000 claims take to stand there, and the frames per second while they scroll. */
import type { Browser } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';
import react from '@vitejs/plugin-react';

export const TABLE_GOAL = { rows: 5_000, frames: 50 };
export interface TableMeasured {
  /** Milliseconds until the rows stand there. */
  shown: number;
  /** Frames per second over the whole scroll, and of its slowest twentieth. */
  mean: number;
  slow: number;
}

/** @param forMs how long it scrolls, in milliseconds */
export async function measureTable(browser: Browser, forMs: number): Promise<TableMeasured> {
  const outDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const root = resolve(import.meta.dirname, '../../client/panels/table/bench');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5_000 },
  });
  const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  try {
    page.on('pageerror', (error) => console.error(`in the page: ${error.message}`));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => 'showRows' in window);
    const shown = await page.evaluate((rows) => (window as unknown as { showRows: (n: number) => number }).showRows(rows), TABLE_GOAL.rows);
    await page.waitForTimeout(1_000);
    // About a row a frame and faster, down and up again, as from a steady wheel.
    const { deltas, rendered } = await page.evaluate(async (ms) => {
      const grid = document.querySelector('[role=grid]')!;
      const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const times: number[] = [];
      let last = await nextFrame();
      const started = last;
      while (last - started < ms) {
        grid.scrollTop += 60 + 60 * Math.sin((last - started) / 500);
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      return { deltas: times, rendered: document.querySelectorAll('.grid-body [role=row]').length };
    }, forMs);
    if (rendered === 0 || rendered > 200) throw new Error(`The table renders ${rendered} rows at once.`);
    const sorted = deltas.toSorted((a, b) => a - b);
    return {
      shown,
      mean: (1000 * deltas.length) / deltas.reduce((sum, one) => sum + one, 0),
      slow: 1000 / (sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN),
    };
  } finally {
    await page.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
