/** Point 7, the legend as disclosure: always visible, with the standings and the share in view; clicks filter, counts select. */
import { expect, test } from '@playwright/test';
import { anotherReader, askForTheWay, canvas, dialog, drawnCount, panel } from '../steps.ts';

const STANDINGS = ['unstated', 'reported, alleged', 'sanctioned', 'charged', 'admitted', 'found', 'convicted, confirmed'];

test('a wide strip names every standing, a narrower one those in view and its sheet every one, in one row of 44 px', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await askForTheWay(page);
  const strip = page.getByRole('contentinfo', { name: 'Legend and what is in view' });
  for (const name of STANDINGS) await expect.soft(strip.getByRole('button', { name, exact: true })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const name of ['reported, alleged', 'charged']) await expect.soft(strip.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(strip.getByRole('button', { name: 'unstated', exact: true })).toBeHidden();
  for (const width of [1920, 1440, 1100, 900, 800, 761]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await strip.evaluate((row) => [row.getBoundingClientRect().height, row.scrollWidth - row.clientWidth]), `${width} px`).toEqual([44, 0]);
  }
  await strip.getByRole('button', { name: /^Legend/ }).click();
  for (const name of STANDINGS) await expect.soft(dialog(page).getByText(name, { exact: true }).first()).toBeVisible();
});

test('the strip names the dates, the filters and the share, and its clicks filter and select', async ({ page }) => {
  await askForTheWay(page);
  const strip = page.getByRole('contentinfo', { name: 'Legend and what is in view' });
  await expect(strip).toContainText('today on all three clocks');
  await expect(strip).toContainText('No filters');
  await expect(strip).toContainText(/As told up to \d{4}/);
  const [entities, claims] = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  await strip.getByRole('button', { name: new RegExp(`^Select the ${claims} of \\d+ claims`) }).click();
  await expect(panel(page).getByText(`${claims} selected`, { exact: true })).toBeVisible();
  await strip.getByRole('button', { name: new RegExp(`^Select the ${entities} of \\d+ entities`) }).click();
  await expect(panel(page).getByText(`${entities} selected`, { exact: true })).toBeVisible();

  await strip.getByRole('button', { name: 'charged', exact: true }).click();
  await expect.poll(() => drawnCount(page, 'claims')).toBeLessThan(claims);
  await expect(strip).toContainText('1 filter');
  // Whoever is left without a claim is hidden with it.
  await expect.poll(() => drawnCount(page, 'entities')).toBeLessThan(entities);
  const [kept, left] = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  await strip.getByRole('button', { name: 'Legend' }).click();
  await expect(dialog(page)).toContainText(new RegExp(`Shown: ${kept} of \\d+ entities and ${left} of \\d+ claims loaded`));
  await expect(dialog(page)).toContainText('standing at least charged');
  await expect(dialog(page)).toContainText('today on all three clocks');
  await expect(dialog(page)).toContainText(/Origins in view: /);
  const charged = dialog(page).getByRole('button', { name: /^Select the .*: charged$/ });
  const n = Number(await charged.innerText());
  await charged.click();
  await expect(dialog(page)).toBeHidden();
  if (n > 1) await expect(panel(page).getByText(`${n} selected`, { exact: true })).toBeVisible();
  await strip.getByRole('button', { name: /Clear filters/ }).click();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(claims));
});

test('a phone shows what is in view, the dates and the filters at all times, and opens the whole legend', async ({ browser, baseURL }) => {
  const page = await anotherReader(browser, baseURL, '/', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await askForTheWay(page);
  const strip = page.getByRole('contentinfo', { name: 'Legend and what is in view' });
  await expect(strip).toContainText(/\d+ of \d+ entities.*\d+ of \d+ claims.*today on all three clocks.*No filters/s);
  const box = await strip.boundingBox();
  expect(box!.y + box!.height).toBeLessThanOrEqual(845);
  await strip.getByRole('button').tap();
  await expect(dialog(page).getByRole('region', { name: 'In view' })).toContainText(/As told up to/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.context().close();
});
