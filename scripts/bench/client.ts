/**
 * Compares the canvas of the workbench with the same graph in plain Cytoscape: first draw, frames while panning and zooming, layouts. Prints a table of ratios.
 * Then measures table and timeline while they scroll and zoom; `--table` measures them alone.
 */
import type { Browser } from '@playwright/test';
import { launchChromium, serveBenchPage } from './bench-page.ts';
import { printTable } from './print-table.ts';
import { framesInWords, measureRows, type RowsMeasured, type RowsView, TABLE_GOAL } from './table.ts';
import type { Drawer, Frames } from '../../client/canvas/bench/measured.ts';

const tableAlone = process.argv.includes('--table');
const quick = process.argv.includes('--quick');
const asJson = process.argv.includes('--json');
const only = process.argv.find((word) => word.startsWith('--size='))?.slice('--size='.length);
const SIZES = (
  [
    [500, 1_250],
    [2_000, 5_000],
    [5_000, 12_500],
  ] as const
).filter(([size]) => (only === undefined ? !quick || size === 500 : String(size) === only));
const withLayouts = !process.argv.includes('--no-layouts');
const RUNS = quick ? 3 : 5;
const GESTURE_MS = quick ? 2_000 : 5_000;
const LAYOUTS = ['layered', 'force', 'concentric', 'grid'] as const;
const DRAWERS = ['ours', 'plain', 'arrows'] as const;
/** Milliseconds after which a layout is given up. */
const LAYOUT_PATIENCE = 180_000;
const GOAL = { firstDraw: 1.3, frames: 1, framesAt2000: 30 };

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const spread = (values: readonly number[]): string => `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;

interface Measured {
  size: number;
  draw: Record<Drawer, number[]>;
  pan: Record<Drawer, Frames>;
  zoom: Record<Drawer, Frames>;
  layouts: Record<string, { ours?: number; plain?: number }>;
}

async function withPage<T>(browser: Browser, address: string, work: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  try {
    page.on('pageerror', (error) => console.error(`in the page: ${error.message}`));
    await page.goto(address);
    await page.waitForFunction(() => window.bench !== undefined);
    return await work(page);
  } finally {
    await page.close();
  }
}

async function measure(browser: Browser, address: string, size: number, claims: number): Promise<Measured> {
  const out: Measured = {
    size,
    draw: { ours: [], plain: [], arrows: [] },
    layouts: {},
    pan: {} as Measured['pan'],
    zoom: {} as Measured['zoom'],
  };
  // In turns, each in a new page, so that a busy machine slows all of them alike.
  for (let run = 0; run < RUNS; run += 1)
    for (const which of DRAWERS)
      await withPage(browser, address, async (page) => {
        // The first drawing of a page also compiles the code, as it does for a reader; so each drawing has a page of its own.
        out.draw[which].push(await page.evaluate(([w, s, c]) => window.bench!.draw(w, s, c), [which, size, claims] as const));
        if (run > 0) return;
        for (const what of ['pan', 'zoom'] as const) {
          await page.waitForTimeout(1_000);
          out[what][which] = await page.evaluate(([g, ms]) => window.bench!.gesture(g, ms), [what, GESTURE_MS] as const);
        }
      });
  for (const name of withLayouts ? LAYOUTS : [])
    for (const which of ['ours', 'plain'] as const)
      await withPage(browser, address, async (page) => {
        const took = page.evaluate(([w, n, s, c]) => window.bench!.layout(w, n, s, c), [which, name, size, claims] as const);
        const patience = new Promise<undefined>((done) => setTimeout(() => done(undefined), LAYOUT_PATIENCE).unref());
        out.layouts[name] = { ...out.layouts[name], [which]: await Promise.race([took.catch(() => undefined), patience]) };
      });
  return out;
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(0)} ms`);
const fps = ({ mean, slow }: Pick<Frames, 'mean' | 'slow'>): string => `${mean.toFixed(0)} (${slow.toFixed(0)})`;
const times = (a: number | undefined, b: number | undefined): string => (a === undefined || b === undefined ? '–' : `${(a / b).toFixed(2)}×`);

type Rows = Record<RowsView, RowsMeasured>;

function print(all: readonly Measured[], views: Rows): void {
  const rows = [['size', 'what', 'ours', 'plain', 'ratio', 'plain with arrows', 'ratio', 'goal']];
  for (const { size, draw, pan, zoom, layouts } of all) {
    const [o, p, a] = DRAWERS.map((which) => median(draw[which]));
    rows.push([
      String(size),
      'first draw',
      `${ms(o)} (${spread(draw.ours)})`,
      `${ms(p)} (${spread(draw.plain)})`,
      times(o, p),
      ms(a),
      times(o, a),
      `≤ ${GOAL.firstDraw}×`,
    ]);
    for (const [what, frames] of [
      ['pan', pan],
      ['zoom', zoom],
    ] as const)
      rows.push([
        String(size),
        `frames/s, ${what} (slow 5 %)`,
        fps(frames.ours),
        fps(frames.plain),
        times(frames.ours.mean, frames.plain.mean),
        fps(frames.arrows),
        times(frames.ours.mean, frames.arrows.mean),
        `≥ ${GOAL.frames}×${size === 2_000 ? `, ≥ ${GOAL.framesAt2000}` : ''}`,
      ]);
    for (const [name, { ours, plain }] of Object.entries(layouts))
      rows.push([String(size), `layout ${name}`, ms(ours), ms(plain), times(ours, plain), '', '', '']);
  }
  for (const [what, frames] of framesInWords(views))
    rows.push([String(TABLE_GOAL.rows), `frames/s, ${what} (slow 5 %)`, fps(frames), '', '', '', '', `≥ ${TABLE_GOAL.frames}`]);
  for (const view of ['table', 'timeline'] as const)
    rows.push([String(TABLE_GOAL.rows), `first rows of the ${view}`, ms(views[view].shown), '', '', '', '', '']);
  printTable(rows);
}

/** What misses its goal, in words. The screen shows 60 frames per second at most, so two that reach this are equal. */
function missed(all: readonly Measured[], views: Rows): string[] {
  const out = framesInWords(views).flatMap(([what, { mean }]) =>
    mean < TABLE_GOAL.frames ? [`frames of ${TABLE_GOAL.rows} claims, ${what}: ${mean.toFixed(0)}, goal ≥ ${TABLE_GOAL.frames}`] : [],
  );
  for (const { size, draw, pan, zoom } of all) {
    const ratio = median(draw.ours) / median(draw.plain);
    if (ratio > GOAL.firstDraw) out.push(`first draw of ${size}: ${ratio.toFixed(2)}× of plain, goal ≤ ${GOAL.firstDraw}×`);
    for (const [what, frames] of [
      ['pan', pan],
      ['zoom', zoom],
    ] as const) {
      if (frames.ours.mean < frames.plain.mean * GOAL.frames * 0.97)
        out.push(`frames of ${size}, ${what}: ${(frames.ours.mean / frames.plain.mean).toFixed(2)}× of plain, goal ≥ ${GOAL.frames}×`);
      if (size === 2_000 && frames.ours.mean < GOAL.framesAt2000)
        out.push(`frames of ${size}, ${what}: ${frames.ours.mean.toFixed(0)}, goal ≥ ${GOAL.framesAt2000}`);
    }
  }
  return out;
}

const { address, close } = await serveBenchPage('client/canvas/bench');
// Draw in software, as on a machine without a graphics card.
const browser = await launchChromium(['--disable-gpu']);
try {
  const all: Measured[] = [];
  for (const [size, claims] of tableAlone ? [] : SIZES) {
    console.error(`${size} entities, ${claims} claims…`);
    all.push(await measure(browser, address, size, claims));
  }
  console.error(`${TABLE_GOAL.rows} claims in table and timeline…`);
  const views = await measureRows(browser, GESTURE_MS);
  if (asJson) console.log(JSON.stringify({ drawings: all, ...views }));
  else print(all, views);
  const bad = missed(all, views);
  for (const line of bad) console.error(line);
  process.exitCode = bad.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await close();
}
