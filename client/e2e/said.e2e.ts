/** Point 9 of finding: a word of a passage finds its claim, with the word lit, and the claim opens at that passage. */
import { expect, test } from '@playwright/test';
import { expectClean } from './axe-checks.ts';
import { canvas, openStart, panel, searchField, SLOW } from './steps.ts';

test('“mobsters”, a word of a paraphrase, finds its claim by keyboard, and the claim is drawn and opens at the passage', async ({ page }) => {
  await openStart(page);
  await page.keyboard.press('/');
  await page.keyboard.type('mobsters');
  const hit = page.getByRole('option', { name: /^Claim: Iran is claimed .*hired/ });
  await expect(hit).toContainText('Court papers say the state took on mobsters from eastern Europe', { timeout: SLOW });
  await expect(hit.locator('mark')).toHaveText('mobsters');
  await expect(hit).toContainText('passage · ');
  await expect(hit).toContainText('paragraph 16');
  await expectClean(page, 'a search of what is said');

  // Names that are only spelled alike come below what is said, so that Enter takes what was asked for.
  await expect(page.getByRole('option').last()).toContainText('similar spelling');
  const options = page.getByRole('option');
  const at = (await options.allInnerTexts()).findIndex((text) => text.includes('the state took on mobsters'));
  for (let i = 0; i < at; i += 1) await page.keyboard.press('ArrowDown');
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toContainText(/^Iran is claimed .*hired/, { timeout: SLOW });
  await expect(canvas(page)).toHaveAttribute('data-claims', '1', { timeout: SLOW });
});

test('a source is found by its publisher, and what nobody says is said not to be found', async ({ page }) => {
  await openStart(page);
  await searchField(page).fill('zzzz nobody said this');
  await expect(page.getByText('No sentence, passage, source or voice has all these words.')).toBeVisible({ timeout: SLOW });
  await searchField(page).fill('dgsi');
  const source = page.getByRole('option', { name: /^Source: / }).first();
  await expect(source.locator('mark').first()).toHaveText(/dgsi/i, { timeout: SLOW });
  await source.click();
  await expect(panel(page).getByText(/^At the root of/)).toBeVisible({ timeout: SLOW });
});

test('a search that fails says so, and the names stay', async ({ page }) => {
  await openStart(page);
  await page.route('**/api/said?**', (route) => route.abort());
  await searchField(page).fill('Iran');
  await expect(page.getByRole('alert').filter({ hasText: 'What is said was not searched.' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('option').first()).toContainText('Iran');
});
