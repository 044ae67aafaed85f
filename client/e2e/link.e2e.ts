/** The address holds the view, so that another reader sees the same; an invalid address is reported. */
import { expect, test } from '@playwright/test';
import { anotherReader, askForTheWay, canvas, drawn, drawnCount, openFromContents, openStart, panel, SLOW } from './steps.ts';

test('the address restores what is drawn, filtered and open for another reader', async ({ page, browser, baseURL }) => {
  await askForTheWay(page);
  await openFromContents(page, /^Rafat Amirov is charged/);
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /^structure/ }).click();
  const [from, to] = [await drawn(page, 'rafat-amirov'), await drawn(page, 'masih-alinejad')];
  const [entities, claims] = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  expect(claims).toBeGreaterThan(0);
  let address = '';
  await expect
    .poll(
      async () => {
        const last = address;
        address = page.url();
        return address === last && address.includes('#');
      },
      { intervals: [600] },
    )
    .toBe(true);

  const other = await anotherReader(browser, baseURL, address);
  await expect(canvas(other)).toHaveAttribute('data-entities', String(entities), { timeout: SLOW });
  await expect(canvas(other)).toHaveAttribute('data-claims', String(claims));
  await expect(panel(other).getByRole('heading', { name: /^Rafat Amirov is charged/ })).toBeVisible({ timeout: SLOW });
  await expect(other.getByRole('checkbox', { name: /^structure/ })).toHaveAttribute('aria-checked', 'false');
  // The same drawing, fitted to what of it is in view there.
  const [start, end] = [await drawn(other, 'rafat-amirov'), await drawn(other, 'masih-alinejad')];
  const slope = ([a, b]: [number, number], [c, d]: [number, number]): number => Math.atan2(d - b, c - a);
  expect(Math.abs(slope(start, end) - slope(from, to))).toBeLessThan(0.02);
  await other.context().close();
});

test('a reloaded page has the trace and the path being read', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('list', { name: 'Paths' }).getByRole('button').nth(1).click();
  await expect(page.getByRole('list', { name: 'Paths' }).getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
  const before = page.url();
  await expect.poll(() => page.url()).not.toBe(before);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Paths' }).getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true', { timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible();
});

test('the name in the top bar leads back to the opening screen, and undo restores the drawing', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('button', { name: 'Attest: back to the opening screen' }).click();
  await expect(page.getByRole('heading', { name: 'What do you want to know?' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect(canvas(page)).toBeVisible({ timeout: SLOW });
  await drawn(page, 'rafat-amirov');
});

for (const [what, hash] of [
  ['words', 'not-a-view'],
  ['another version', Buffer.from('{"v":2}').toString('base64url')],
  ['a field of no view', Buffer.from('{"v":1,"x":1}').toString('base64url')],
])
  test(`an address that holds ${what} is reported as unreadable, and the opening screen is shown`, async ({ page }) => {
    await page.goto(`/#${hash}`);
    await expect(page.getByRole('alert').filter({ hasText: 'This link could not be read' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What do you want to know?' })).toBeVisible();
  });

test('an address with unknown ids says how many are missing, and draws the rest', async ({ page }) => {
  await openStart(page);
  const hash = Buffer.from(JSON.stringify({ v: 1, n: ['rafat-amirov', 'nobody-of-that-name'] })).toString('base64url');
  await page.goto(`/#${hash}`);
  await expect(page.getByText(/1 entity of this view is not there any more/)).toBeVisible({ timeout: SLOW });
  await drawn(page, 'rafat-amirov');
  await expect(canvas(page)).toHaveAttribute('data-entities', '1');
});
