/** Two dates compared in the window: the sentence and the marks, keys, the link, undo, the table; and on a phone one state with a switch. */
import { expect, test, type Page } from '@playwright/test';
import { expectClean, expectNoWider } from '../axe-checks.ts';
import { AMIROV_TO_ALINEJAD, anotherReader, ask, canvas, openStart, panel, runAct, SLOW, still } from '../steps.ts';

const claims = (page: Page) => canvas(page).getAttribute('data-claims');
const answer = (page: Page) => page.locator('.compare-answer');

async function compare(page: Page): Promise<void> {
  await openStart(page);
  await ask(page, AMIROV_TO_ALINEJAD);
  await still(page);
  await runAct(page, 'Compare two states of the case…');
  await expect(answer(page)).toContainText(/Between the two dates the case gained \d+ claims/, { timeout: SLOW });
}

test('two dates are compared by keyboard, and the comparison is in the link', async ({ page, browser, baseURL }) => {
  await compare(page);
  await expect(panel(page).getByRole('region', { name: 'Paths' })).toContainText('Rafat Amirov to Masih Alinejad');
  const drawn = Number(await claims(page));
  expect(drawn).toBeGreaterThan(0);
  await answer(page).click();
  await page.keyboard.down('[');
  await expect.poll(() => claims(page)).toBe('0');
  await page.keyboard.up('[');
  await expect.poll(() => claims(page)).toBe(String(drawn));
  await page.keyboard.press('n');
  await expect(page.locator('.compared-row[aria-current=true]')).toHaveCount(1);
  const first = page.getByRole('slider', { name: 'First date' });
  const was = await first.getAttribute('aria-valuetext');
  await first.press('ArrowLeft');
  await expect(first).not.toHaveAttribute('aria-valuetext', was!);
  await expectClean(page, 'a comparison');
  const now = await first.getAttribute('aria-valuetext');
  const other = await anotherReader(browser, baseURL, page.url());
  await expect(other.getByRole('slider', { name: 'First date' })).toHaveAttribute('aria-valuetext', now!, { timeout: SLOW });
  await other.context().close();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toBe('comparison.csv');
  await page.keyboard.press('Control+z');
  await expect(first).toHaveAttribute('aria-valuetext', was!);
  await answer(page).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'What is compared' })).toBeHidden();
});

test('on a phone one state is shown, with a switch', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await compare(page);
  const bar = page.getByRole('region', { name: 'What is compared' });
  await expect(bar.getByRole('combobox')).toHaveCount(0);
  await bar.getByRole('group', { name: 'Which of the two is drawn' }).getByRole('button').first().click();
  await expect.poll(() => claims(page)).toBe('0');
  await expectClean(page, 'a comparison on a phone');
  await expectNoWider(page, 390, 'a comparison on a phone');
  await bar.getByRole('button', { name: 'Choose what is compared' }).click();
  await expect(bar.getByRole('combobox')).toHaveCount(2);
});
