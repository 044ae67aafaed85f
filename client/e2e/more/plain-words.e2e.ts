/** Words of the trade say what they mean where they stand; tools are few, each with its name and key; acts are found by plain words. */
import { expect, type Page, test } from '@playwright/test';
import { askForTheWay, canvas, clickDrawn, dialog, drawn, openFromContents, panel, showContents, SLOW } from '../steps.ts';

const told = (page: Page) => page.getByRole('tooltip');

test('origin, uninvolved, standing, gate, hop, generic and what may be passed are told in a sentence, by pointer and by focus', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const left = page.getByRole('tabpanel', { name: 'Trace' });
  await left.getByText('≤ 6 hops').hover();
  await expect(told(page)).toHaveText(/^A hop is one step of a path/);
  await page.mouse.move(700, 20);
  await expect(told(page)).toHaveCount(0);
  // Only what was reached by keyboard shows its focus.
  await page.keyboard.press('Tab');
  await left.getByText('The publication gate lets each of them pass.').focus();
  await expect(told(page)).toHaveText(/^The gate is the written minimum/);
  const change = left.getByRole('button', { name: 'Change what it may pass' });
  await change.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(told(page).filter({ hasText: 'By default a path passes no country' })).toBeVisible();
  await change.click();
  await left.getByText('generic entities', { exact: true }).hover();
  await expect(told(page).filter({ hasText: 'Generic is what stands for a kind' })).toBeVisible();
  await openFromContents(page, /^Rafat Amirov is charged/);
  for (const [name, what] of [
    [/\d+ origins?$/, /^An origin is a body whose own knowledge/],
    [/\d+ uninvolved$/, /^An uninvolved origin has no stake/],
  ] as const) {
    await panel(page).locator('.figures').getByRole('button', { name }).hover();
    await expect(told(page).filter({ hasText: what })).toBeVisible();
  }
  await panel(page).locator('.ladder .term').hover();
  await expect(told(page).filter({ hasText: /^Standing is how far a claim has got/ })).toBeVisible();
});

test('at most eight tools stand beside the drawing, each with its name and key, and all layouts are in one menu', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const tools = page.getByRole('toolbar').getByRole('button');
  expect(await tools.count()).toBeLessThanOrEqual(8);
  for (const tool of await tools.all()) expect(await tool.getAttribute('aria-label')).toMatch(/ \(.{1,5}\)$/);
  await page.getByRole('toolbar').getByRole('button', { name: 'Fit' }).hover();
  await expect(told(page)).toContainText('(F)');
  await page.keyboard.press('y');
  const layouts = page.getByRole('menuitem');
  await expect(layouts).toHaveCount(5);
  await page.getByRole('menuitem', { name: 'In rows by type' }).click();
  await expect(page.getByRole('button', { name: 'Undo: Lay out: In rows by type' })).toBeVisible({ timeout: SLOW });
  await page.getByRole('banner').getByRole('button', { name: 'Share this view' }).click();
  await expect(dialog(page).getByRole('textbox').first()).toBeVisible({ timeout: SLOW });
});

test('the panel folds while it has nothing to show, what would open it is said, and it comes back with it', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  await canvas(page).focus();
  for (let press = 0; press < 4 && (await panel(page).count()) > 0; press += 1) await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Click a line to open its evidence, or a name for its claims.');
  await clickDrawn(page, 'rafat-amirov');
  await expect(panel(page).getByRole('heading', { name: 'Rafat Amirov' })).toBeVisible({ timeout: SLOW });
});

test('somebody whose name came later is said to have none printed by the date', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  await page.getByRole('banner').getByRole('button', { name: 'Today' }).click();
  await dialog(page).getByLabel('published').fill('2000');
  await dialog(page).getByRole('button', { name: 'Apply' }).click();
  const list = await showContents(page);
  await expect(list.getByText('no name printed by 2000').first()).toBeVisible({ timeout: SLOW });
});
