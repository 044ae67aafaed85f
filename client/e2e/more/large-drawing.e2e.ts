/** Drawings of many entities: what comes moves nothing, folds open and close by pointer and keyboard, and the list tells them. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { dataset, importing, replacing } from '../made-up.ts';
import { ask, canvas, clickDrawn, drawnCount, expansionCard, openStart, panel, searchField, showContents, SLOW, still } from '../steps.ts';

const WHO_STANDS_WHERE = /Who is said to stand where in each plot/;

interface Shown {
  /** Places in units of the drawing, so that the camera does not count. */
  at: Map<string, [number, number]>;
  /** Ids of the bodies that are on the screen with their middle. */
  onScreen: Set<string>;
}

/** Where the bodies are: by the places on the screen that the page writes, and the camera that two bodies tell is worked out of none. */
async function shown(page: Page): Promise<Shown> {
  await still(page);
  const host = canvas(page);
  const box = (await host.boundingBox())!;
  const units = JSON.parse((await host.getAttribute('data-units')) ?? '{}') as Record<string, [number, number]>;
  const places = JSON.parse((await host.getAttribute('data-places')) ?? '{}') as Record<string, [number, number]>;
  // What lies over the drawing hides what is under it.
  const over = await page
    .locator('.stage > .toolbar, .stage > .about, .stage > .mini-map')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y, right, bottom }) => ({ x, y, right, bottom })));
  const free = (x: number, y: number): boolean => over.every((one) => x < one.x || x > one.right || y < one.y || y > one.bottom);
  const inside = ([x, y]: [number, number]): boolean => x >= 0 && y >= 0 && x <= box.width && y <= box.height && free(box.x + x, box.y + y);
  return { at: new Map(Object.entries(units)), onScreen: new Set(Object.keys(units).filter((id) => places[id] !== undefined && inside(places[id]))) };
}

for (const [where, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test(`Iran, and four times more of it, at ${where}: what comes is on the screen, and what was there has not moved`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    await openStart(page);
    await searchField(page).fill('Iran');
    await page.getByRole('option', { name: /^Iran exact name/ }).click({ timeout: SLOW });
    await expect(panel(page).getByRole('heading', { name: 'Iran', exact: true })).toBeVisible({ timeout: SLOW });
    await still(page);
    let before = await shown(page);
    for (let step = 1; step <= 4; step += 1) {
      const entities = await drawnCount(page, 'entities');
      await expansionCard(page).getByRole('button', { name: 'Show' }).click({ timeout: SLOW });
      await expect.poll(() => drawnCount(page, 'entities'), { timeout: SLOW }).toBeGreaterThan(entities);
      const after = await shown(page);
      const come = [...after.at.keys()].filter((id) => !before.at.has(id));
      expect(come.length, `step ${step}`).toBeGreaterThan(0);
      expect(
        come.filter((id) => !after.onScreen.has(id)),
        `step ${step}: what came beyond the screen`,
      ).toEqual([]);
      // The first expansion of a single body lays the drawing out.
      if (step > 1)
        expect(
          [...before.at].filter(([id, at]) => String(after.at.get(id)) !== String(at)),
          `step ${step}: what moved`,
        ).toEqual([]);
      before = after;
    }
  });

/** Heading of the folds in the list of contents, with their number and that of their entities. */
const FOLDED = /^Folded in the drawing \((\d+), with (\d+)/;

async function foldsTold(page: Page): Promise<{ folds: number; entities: number }> {
  const heading = page.getByRole('heading', { name: FOLDED });
  const [, folds, entities] = (await heading.count()) === 0 ? [] : (FOLDED.exec(await heading.innerText()) ?? []);
  return { folds: Number(folds ?? 0), entities: Number(entities ?? 0) };
}

test('a fold opens by a click, moves nothing, and is closed from the list', async ({ page }) => {
  test.setTimeout(180_000);
  await ask(page, WHO_STANDS_WHERE);
  await still(page);
  await showContents(page);
  await expect.poll(async () => (await foldsTold(page)).folds, { timeout: SLOW }).toBeGreaterThan(0);
  const told = await foldsTold(page);
  const before = await shown(page);
  const fold = [...before.at.keys()].find((id) => id.startsWith('alike '))!;
  await clickDrawn(page, fold);
  await expect.poll(async () => (await foldsTold(page)).folds, { timeout: SLOW }).toBe(told.folds - 1);
  const open = await shown(page);
  const come = [...open.at.keys()].filter((id) => !before.at.has(id));
  expect(come.length).toBe(told.entities - (await foldsTold(page)).entities);
  expect(come.filter((id) => !open.onScreen.has(id))).toEqual([]);
  expect([...before.at].filter(([id, at]) => id !== fold && String(open.at.get(id)) !== String(at))).toEqual([]);
  await page.getByRole('button', { name: /^Fold again/ }).click();
  await expect.poll(() => foldsTold(page), { timeout: SLOW }).toEqual(told);
});

test('a fold opens by keyboard, and what stands in a list is told', async ({ page }) => {
  test.setTimeout(180_000);
  await ask(page, WHO_STANDS_WHERE);
  await still(page);
  const list = await showContents(page);
  await expect(list.getByText(/^in the list of /).first()).toBeVisible({ timeout: SLOW });
  const told = await foldsTold(page);
  await list.getByRole('button', { name: 'Iran', exact: true }).click();
  await canvas(page).focus();
  const spoken = page.locator('.stage [aria-live="polite"]').first();
  // From Iran to what it directed, and there up and down through the lane.
  const keys = ['ArrowRight', ...Array.from({ length: 12 }, () => 'ArrowUp'), ...Array.from({ length: 24 }, () => 'ArrowDown')];
  for (const key of keys) {
    if (/Enter shows them/.test(await spoken.innerText())) break;
    await page.keyboard.press(key);
  }
  await expect(spoken).toHaveText(/Enter shows them/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await foldsTold(page)).folds, { timeout: SLOW }).toBeLessThan(told.folds);
});

const SHAPES = { name: 'shapes', title: 'Loops, parallels and odd ids', until: '2024-09' };

test('sixteen claims both ways are one line that tells their number, and opens all of them (fault 30)', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const text = await readFile('fixtures/faults/shapes.json', 'utf8');
  const { entities, claims } = JSON.parse(text) as { entities: { id: string }[]; claims: { id: string }[] };
  try {
    await importing(baseURL!, text);
    const link = { v: 1, n: entities.map(({ id }) => id), c: claims.map(({ id }) => id) };
    await page.goto(`/#${Buffer.from(JSON.stringify(link)).toString('base64url')}`);
    await expect.poll(() => drawnCount(page, 'claims'), { timeout: SLOW }).toBe(claims.length);
    await still(page);
    const places = JSON.parse((await canvas(page).getAttribute('data-places')) ?? '{}') as Record<string, [number, number]>;
    const bundles = Object.keys(places).filter((id) => id.startsWith('bundle:') && id.includes('a1') && id.includes('b1'));
    expect(bundles).toHaveLength(1);
    await clickDrawn(page, bundles[0]!);
    await expect(page.getByText('16 claims', { exact: false }).first()).toBeVisible({ timeout: SLOW });
  } finally {
    await replacing(baseURL!, dataset([], [], SHAPES));
  }
});
