/** A layout that fails or is stopped: it is said with what to do, everything is drawn all the same, and the drawing is used as ever. */
import { expect, type Page, test } from '@playwright/test';
import { ask, canvas, clickDrawn, drawnCount, expansionCard, openStart, panel, searchField, SLOW, still } from '../steps.ts';

const WHO_STANDS_WHERE = /Who is said to stand where in each plot/;
const PICTURE = '**/picture-worker*';
const ELK = '**/elk-worker*';

const never = (): Promise<void> => new Promise(() => undefined);
const strip = (page: Page) => page.getByRole('status').filter({ hasText: 'Laying out' });
const again = (page: Page) => page.getByRole('button', { name: 'Lay out again' });

async function unitsOf(page: Page): Promise<Map<string, string>> {
  await still(page);
  const units = JSON.parse((await canvas(page).getAttribute('data-units')) ?? '{}') as Record<string, [number, number]>;
  return new Map(Object.entries(units).map(([id, at]) => [id, String(at)]));
}

/** Expects every entity at a place of its own, and one of them to open by a click. */
async function expectUsable(page: Page): Promise<void> {
  const units = await unitsOf(page);
  expect(units.size).toBe(await drawnCount(page, 'entities'));
  expect(new Set(units.values()).size).toBe(units.size);
  await clickDrawn(page, 'mansour-arbabsiar');
  await expect(panel(page).getByRole('heading', { name: 'Mansour Arbabsiar' })).toBeVisible({ timeout: SLOW });
}

for (const [what, script] of [
  ['the routing of the lines', PICTURE],
  ['the program of the layouts', ELK],
] as const)
  test(`where ${what} does not start, it is said with the remedy, everything is drawn, and the remedy works`, async ({ page }) => {
    await page.route(script, (route) => route.abort());
    await ask(page, WHO_STANDS_WHERE);
    const said = page.getByRole('alert');
    await expect(said).toContainText('The layout failed, so everything is drawn in simple places.', { timeout: SLOW });
    await expect(said).toContainText('Lay it out again, or choose another layout (Y).');
    await expect(strip(page)).toHaveCount(0);
    await page.unroute(script);
    const simple = await unitsOf(page);
    await expectUsable(page);
    await again(page).click();
    await expect(said).toHaveCount(0);
    // The drawing as a whole folds some, so that fewer bodies stand in it.
    await expect.poll(async () => (await unitsOf(page)).size, { timeout: SLOW }).toBeLessThan(simple.size);
  });

test('a layout that is stopped leaves nobody out and does not begin again by itself', async ({ page }) => {
  await page.route(ELK, never);
  await ask(page, WHO_STANDS_WHERE);
  await strip(page).getByRole('button', { name: 'Stop the layout' }).click({ timeout: SLOW });
  await expect(page.getByText('The layout was stopped; what had no place yet is drawn in rows.')).toBeVisible();
  await expectUsable(page);
  await expect(strip(page)).toHaveCount(0);
  await page.unroute(ELK);
  await again(page).click();
  await expect.poll(async () => (await unitsOf(page)).size, { timeout: SLOW }).toBeLessThan(await drawnCount(page, 'entities'));
});

test('where the layout of what an expansion brought is stopped, that is drawn, and what was there has not moved', async ({ page }) => {
  await openStart(page);
  await searchField(page).fill('Iran');
  await page.getByRole('option', { name: /^Iran exact name/ }).click({ timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name: 'Iran', exact: true })).toBeVisible({ timeout: SLOW });
  await expansionCard(page).getByRole('button', { name: 'Show' }).click({ timeout: SLOW });
  await expect.poll(() => drawnCount(page, 'entities'), { timeout: SLOW }).toBeGreaterThan(1);
  const before = await unitsOf(page);
  const entities = await drawnCount(page, 'entities');
  await page.route(PICTURE, never);
  await expansionCard(page).getByRole('button', { name: 'Show' }).click({ timeout: SLOW });
  await strip(page).getByRole('button', { name: 'Stop the layout' }).click({ timeout: SLOW });
  await expect.poll(() => drawnCount(page, 'entities')).toBeGreaterThan(entities);
  const after = await unitsOf(page);
  expect(after.size).toBe(await drawnCount(page, 'entities'));
  expect([...before].filter(([id, at]) => after.has(id) && after.get(id) !== at)).toEqual([]);
});

test('a drawing is fitted to the room that it has once the strip of its layout is gone', async ({ page }) => {
  await ask(page, WHO_STANDS_WHERE);
  await still(page);
  await page.route(ELK, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await route.continue();
  });
  // What the question left out is not part of the link, so that no strip stands over the drawing.
  await page.reload();
  await expect(strip(page)).toBeVisible({ timeout: SLOW });
  await still(page);
  await expect(page.locator('.strips > .status')).toHaveCount(0);
  const places = JSON.parse((await canvas(page).getAttribute('data-places')) ?? '{}') as Record<string, [number, number]>;
  // Below the headings of the lanes, which are as near to the edge as the tools are.
  expect(Math.min(...Object.values(places).map(([, y]) => y))).toBeLessThan(80);
});
