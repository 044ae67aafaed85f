/** The tour goes through its four steps by keyboard, covers nothing, and passes axe; beside it, the strip below is one row and footnote numbers stay on their line. */
import { expect, type Page, test } from '@playwright/test';
import { expectClean, expectCleanInOtherColours, expectNoWider, newPage } from '../axe-checks.ts';
import { canvas, openStart, panel, SLOW } from '../steps.ts';

const tour = (page: Page) => page.getByRole('region', { name: 'Tour' });

test('the tour leads by keyboard from a question to a copied paragraph, and gives the focus back', async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const page = await newPage(browser, baseURL, { permissions: ['clipboard-read', 'clipboard-write'] });
  await openStart(page);
  await expect(tour(page)).toBeHidden();
  await page.getByRole('button', { name: 'A tour in four steps' }).click();
  await expect(tour(page)).toContainText('Step 1 of 4');
  await expect(tour(page)).toContainText('is not loaded');
  await expectClean(page, 'tour, step 1');
  await expectCleanInOtherColours(page, { name: 'tour, step 1', open: () => Promise.resolve() });
  await tour(page).getByRole('button', { name: 'Go there' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible({ timeout: SLOW });
  await expect(tour(page)).toContainText('Done.', { timeout: SLOW });
  await tour(page).getByRole('button', { name: 'Next' }).press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });

  // Footnote numbers stand on the line of the last word.
  const apart = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('.fns')].filter((marks) => {
        const before = marks.previousSibling;
        if (!(before instanceof HTMLElement)) return false;
        const rects = before.getClientRects();
        const last = rects[rects.length - 1];
        const own = [...marks.querySelectorAll('.fn')].map((mark) => mark.getBoundingClientRect());
        return last !== undefined && own.some(({ top, bottom }) => bottom < last.top || top > last.bottom);
      }).length,
  );
  expect(apart).toBe(0);
  // The strip below is one row.
  const strip = page.getByRole('contentinfo', { name: 'Legend and what is in view' });
  expect((await strip.boundingBox())?.height).toBe(44);

  await panel(page).locator('button.fn').first().press('Enter');
  await expect(tour(page)).toContainText('Done.');
  await tour(page).getByRole('button', { name: 'Next' }).press('Enter');
  const figures = panel(page).locator('[data-tour=figures]');
  await expect(figures).toBeVisible();
  await tour(page).getByRole('button', { name: 'Go there' }).press('Enter');
  await expect(figures.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tour(page)).toContainText('Done.');
  await expectClean(page, 'tour, step 3');
  await tour(page).getByRole('button', { name: 'Next' }).press('Enter');
  await tour(page).getByRole('button', { name: 'Back to the words' }).press('Enter');
  await tour(page).getByRole('button', { name: 'Go there' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(tour(page)).toContainText('Done.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('[1]');
  await page.keyboard.press('Escape');
  await expect(tour(page)).toBeHidden();
  await expect(page.getByRole('button', { name: /^Attest/ })).toBeFocused();
  await page.context().close();
});

for (const [name, options, locale] of [
  ['in the dark', { colorScheme: 'dark' }, 'en'],
  ['from right to left', {}, 'ar-XB'],
  ['on a phone', { viewport: { width: 390, height: 844 } }, 'en'],
  ['on a phone in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, 'en'],
  ['on a phone from right to left', { viewport: { width: 390, height: 844 } }, 'ar-XB'],
] as const)
  test(`the tour fits the screen and axe finds nothing in it ${name}`, async ({ browser, baseURL }) => {
    const page = await newPage(browser, baseURL, options);
    await page.goto(`/?locale=${locale}`);
    await page.locator('.opening .btn').last().click({ timeout: SLOW });
    await expect(page.locator('.tour')).toBeVisible();
    await expect(page.locator('[data-pointed]')).toBeInViewport();
    await expectNoWider(page, 'viewport' in options ? options.viewport.width : 1440, `tour, ${name}`);
    await expectClean(page, `tour ${name}`);
    await page.screenshot({ path: `test-results/tour ${name}.png` });
    await page.context().close();
  });
