/** Every number says what it counts, adds up, and depends on the view alone. */
import { expect, type Page, test } from '@playwright/test';
import { anotherReader, askForTheWay, canvas, drawn, drawnCount, expansionCard, openStart, panel, place, searchField, showContents, SLOW } from './steps.ts';

/** What the card says of the claims of the selected entity, by part. */
async function claimsOf(page: Page): Promise<{ line: string; all: number; parts: Record<string, number> }> {
  const meta = expansionCard(page).locator('.meta').first();
  await expect(meta).toContainText('drawn', { timeout: SLOW });
  const line = (await meta.innerText()).replace(/ \(.*\)$/, '');
  const [, all = '', rest = ''] = /^([\d,]+) claims?: (.*)$/.exec(line) ?? [];
  const parts = Object.fromEntries(rest.split(', ').map((part) => [part.replace(/^\d+ /, ''), Number.parseInt(part, 10)]));
  return { line, all: Number(all), parts };
}
const sum = (parts: Record<string, number>): number => Object.values(parts).reduce((a, b) => a + b, 0);

const filters = (page: Page) => page.getByRole('tabpanel', { name: 'Filters' });

test('the claims of an entity add up, in every tab alike and after each expansion', async ({ page, browser, baseURL }) => {
  await openStart(page);
  await searchField(page).fill('Iran');
  await page
    .getByRole('option', { name: /^Iran\b/ })
    .first()
    .click({ timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name: 'Iran', exact: true })).toBeVisible({ timeout: SLOW });
  for (let press = 0; press < 2; press += 1) {
    const before = await claimsOf(page);
    expect(sum(before.parts), before.line).toBe(before.all);
    await expansionCard(page).getByRole('button', { name: 'Show', exact: true }).click();
    await expect.poll(async () => (await claimsOf(page)).parts.drawn, { timeout: SLOW }).toBeGreaterThan(before.parts.drawn ?? 0);
    await expect(expansionCard(page).getByRole('button', { name: 'Show', exact: true })).toBeEnabled();
  }
  const here = await claimsOf(page);
  expect(sum(here.parts), here.line).toBe(here.all);
  await drawn(page, 'iran');
  await page.waitForTimeout(500);
  const other = await anotherReader(browser, baseURL, page.url());
  await drawn(other, 'iran');
  expect((await claimsOf(other)).line).toBe(here.line);
  await other.context().close();
});

test('a filter that hides takes the entities it leaves without a claim with it, and the bar counts them so', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const all = await drawnCount(page, 'entities');
  await page.getByRole('tab', { name: 'Filters' }).click();
  await filters(page).getByRole('region', { name: 'Standing, at least' }).getByRole('button', { name: 'charged', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Active filters' })).toContainText(/leaves out \d+ claims and \d+ entities/);
  const left = await drawnCount(page, 'entities');
  expect(left).toBeLessThan(all);
  await expect(page.getByRole('contentinfo').getByRole('button', { name: new RegExp(`^Select the ${left} of \\d+ entities in view`) })).toBeVisible();
  await expect((await showContents(page)).getByRole('list', { name: new RegExp(`^Entities \\(${left} of \\d+\\)`) })).toBeVisible();
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByText('is dimmed').click();
  await expect(canvas(page)).toHaveAttribute('data-entities', String(all));
});

test('somebody placed whom a filter hides is said to be hidden, by which filter, and shown on request', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('tab', { name: 'Filters' }).click();
  await filters(page).getByRole('region', { name: 'Types' }).getByRole('checkbox', { name: 'people' }).click();
  await place(page, 'Zeraati', 'Pouria Zeraati');
  const notice = page.getByRole('status').filter({ hasText: 'Pouria Zeraati is placed, and hidden by the filter: without people.' });
  await expect(notice).toBeVisible({ timeout: SLOW });
  await notice.getByRole('button', { name: 'Show' }).click();
  await drawn(page, 'pouria-zeraati');
});

test('whom a filter hid while the rest was laid out is drawn when it goes', async ({ page }) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/predicates*', async (route) => {
    await held;
    await route.continue();
  });
  await askForTheWay(page);
  await page.getByRole('tab', { name: 'Filters' }).click();
  const people = filters(page).getByRole('region', { name: 'Types' }).getByRole('checkbox', { name: 'people' });
  await people.click();
  answer();
  await drawn(page, 'plot-alinejad-2022');
  await people.click();
  await drawn(page, 'rafat-amirov');
  await drawn(page, 'masih-alinejad');
});
