/** The table beside the graph: one selection for both, every claim of one entity in one list, and the way out through the publication gate. */
import { expect, test, type Page } from '@playwright/test';
import { expectClean, newPage } from '../axe-checks.ts';
import { ask, askForTheWay, canvas, dialog, drawnCount, panel, READ_IN, searchField, SLOW, takeFile, unzip } from '../steps.ts';

const grid = (page: Page) => page.getByRole('grid');
const rows = (page: Page) => grid(page).locator('.grid-body').getByRole('row');
const view = (page: Page, name: string) => page.getByRole('group', { name: 'Views' }).getByRole('button', { name });
/** The number of claims or entities that the table holds, as it says. */
const held = async (page: Page): Promise<number> => Number(/\d+/.exec((await grid(page).getAttribute('aria-label')) ?? '')?.[0]);

test('graph and table have one selection, and showing the table is a step that is undone', async ({ page }) => {
  await askForTheWay(page);
  const claims = await drawnCount(page, 'claims');
  await page.keyboard.press('2');
  await expect(rows(page)).toHaveCount(claims);
  await rows(page).filter({ hasText: 'was aimed at' }).click();
  await expect(rows(page).and(page.locator('[aria-selected=true]'))).toHaveCount(1);
  await expect(page.getByText('1 chosen in both')).toBeVisible();
  await grid(page).press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2, name: /Masih Alinejad/ })).toBeVisible({ timeout: SLOW });
  // The address holds the table; whoever opens it sees it.
  await expect.poll(() => page.url(), { timeout: SLOW }).toContain('#');
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(rows(page)).toHaveCount(claims, { timeout: SLOW });
  await expect(rows(page).and(page.locator('[aria-selected=true]'))).toContainText('was aimed at');
  await view(page, 'Table').click();
  await expect(grid(page)).toBeHidden();
  await expect(canvas(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(grid(page)).toBeVisible();
  await view(page, 'Graph').click();
  await expect(grid(page)).toBeVisible();
  await expect(canvas(page)).toBeHidden();
});

test('a standing is never cut: "found by a" says something else', async ({ page }) => {
  await ask(page, /Who is said to stand where in each plot/);
  await page.keyboard.press('2');
  const standing = rows(page).locator('.whole.made > span');
  await expect(standing.filter({ hasText: 'found by a court' }).first()).toBeVisible({ timeout: SLOW });
  expect(await standing.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))).toEqual([]);
});

test('every claim of a country is one list that is searched, ordered, filtered and grouped', async ({ page }) => {
  await page.goto('/');
  await searchField(page).fill('iran');
  await page.getByRole('option', { name: /^Iran exact name/ }).click({ timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name: 'Iran', exact: true })).toBeVisible({ timeout: SLOW });
  const count = Number(
    /\d+/.exec(
      (await panel(page)
        .getByRole('heading', { name: /^Claims \(\d+\)$/ })
        .textContent()) ?? '',
    )?.[0],
  );
  expect(count).toBeGreaterThan(50);
  await panel(page).getByRole('button', { name: 'As a table' }).click();
  await expect(page.getByText('All claims of Iran')).toBeVisible({ timeout: SLOW });
  await expect.poll(() => held(page), { timeout: SLOW }).toBe(count);
  await page.getByRole('searchbox', { name: /^Search in/ }).fill('alinejad');
  await expect(page.getByText(new RegExp(`^\\d+ of ${count}$`))).toBeVisible();
  expect(await held(page)).toBeLessThan(count);
  await page.getByRole('searchbox', { name: /^Search in/ }).fill('');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const value = dialog(page).getByRole('checkbox').first();
  const n = Number(await dialog(page).locator('.check .meta').first().textContent());
  await value.check();
  await page.keyboard.press('Escape');
  await expect.poll(() => held(page)).toBe(n);
  await page.getByRole('button', { name: /^Drop the filter on/ }).click();
  await page.getByRole('button', { name: 'Group', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'What', exact: true }).click();
  // The heads count what stands under them.
  await expect(rows(page).first()).toHaveAttribute('aria-expanded', 'true');
  const first = await rows(page).first().textContent();
  await rows(page).first().click();
  await expect(rows(page).first()).toHaveAttribute('aria-expanded', 'false');
  expect(await rows(page).first().textContent()).toBe(first);
  await page.getByRole('button', { name: 'Show what is drawn instead' }).click();
  await expect(page.getByText('All claims of Iran')).toBeHidden();
});

test('the grid is read by the keyboard alone: cells by arrows, the end, the order by its head', async ({ page }) => {
  await askForTheWay(page);
  await page.keyboard.press('2');
  await grid(page).focus();
  const active = () => grid(page).evaluate((host) => document.getElementById(host.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '');
  await expect.poll(active).toBe('Standing');
  await grid(page).press('ArrowRight');
  await grid(page).press('Enter');
  await expect(grid(page).getByRole('columnheader', { name: 'Who', exact: true })).toHaveAttribute('aria-sort', 'ascending');
  await grid(page).press('ArrowDown');
  await expect.poll(active).toBe(await rows(page).first().getByRole('gridcell').nth(1).textContent());
  await grid(page).press('Control+End');
  await expect.poll(active).toBe(await rows(page).last().getByRole('gridcell').last().textContent());
  await grid(page).press('Space');
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
});

test('rows leave only through the publication gate, with the loss report', async ({ page }) => {
  await askForTheWay(page);
  await page.keyboard.press('2');
  await page.getByRole('searchbox', { name: /^Search in/ }).fill('amirov attempted');
  await expect.poll(() => held(page)).toBe(1);
  await page.getByRole('button', { name: 'CSV…' }).click();
  await expect(dialog(page).getByRole('radio', { name: 'The table: 1 claim' })).toBeChecked();
  await expect(dialog(page).getByRole('list', { name: 'Printed in every format' })).toContainText('with the words “amirov attempted”', { timeout: SLOW });
  const file = await takeFile(page);
  const files = unzip(file.bytes);
  const claims = [...files].find(([name]) => name.endsWith('edges.csv'))![1];
  expect(claims.trim().split('\n')).toHaveLength(2);
  expect(files.get('printed-lines.txt')).toMatch(/(Lost in this format|loses nothing)/);
});

for (const [name, options, address] of READ_IN)
  test(`axe finds nothing in the table ${name}`, async ({ browser, baseURL }) => {
    const page = await newPage(browser, baseURL, options);
    await page.goto(address);
    const mid = { show: 'graph-table', of: { kind: 'entity', id: 'masih-alinejad' } };
    const hash = Buffer.from(JSON.stringify({ v: 1, n: ['rafat-amirov', 'masih-alinejad'], sel: { e: ['masih-alinejad'] }, mid })).toString('base64url');
    await page.evaluate((text) => {
      location.hash = text;
    }, hash);
    await expect(rows(page).first()).toBeVisible({ timeout: SLOW });
    await grid(page).focus();
    await grid(page).press('ArrowDown');
    await grid(page).press('Space');
    await expectClean(page, `table ${name}`);
    await page.screenshot({ path: `test-results/table ${name}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
  });
