/** Read from right to left: what is said in English keeps its own order, and nothing of the frame is cut or covered. */
import { expect, test } from '@playwright/test';
import { newPage } from '../axe-checks.ts';
import { AMIROV_TO_ALINEJAD, SLOW } from '../steps.ts';

/** The numbers of footnotes on the page that do not follow the last word of their sentence, in the order in which English is read. */
function outOfOrder(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.fns')].flatMap((marks) => {
    const said = marks.previousElementSibling;
    const last = said && [...said.getClientRects()].at(-1);
    const first = marks.querySelector('.fn')?.getBoundingClientRect();
    if (!last || !first) return [said?.textContent ?? 'a number without a sentence'];
    return first.left >= last.right - 2 ? [] : [said.textContent ?? ''];
  });
}

test('sentences in English run from left to right with their numbers behind them, on a page that does not', async ({ browser, baseURL }) => {
  const page = await newPage(browser, baseURL);
  await page.goto('/?locale=ar-XB');
  await page.locator('.question').filter({ hasText: AMIROV_TO_ALINEJAD }).click({ timeout: SLOW });
  await expect(page.locator('.sentence .fns').first()).toBeVisible({ timeout: SLOW });
  expect(await page.locator('.fns').count()).toBeGreaterThan(2);
  expect(await page.evaluate(outOfOrder)).toEqual([]);
  // The full stop of a sentence without numbers stands at its end too.
  for (const meta of await page.locator('.region.right p.meta[lang=en], .region.left p.meta[lang=en]').all()) await expect(meta).toHaveCSS('direction', 'ltr');
  const [fold, region] = await Promise.all([page.locator('.tabs .fold').boundingBox(), page.locator('.region.left').boundingBox()]);
  expect(fold!.x).toBeGreaterThanOrEqual(region!.x);
  await page.context().close();
});
