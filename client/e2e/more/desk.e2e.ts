/** The desk: a text is added, read with what is cited from it, and left for the evidence and back; whoever reads it, and on a phone. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { ViewLink } from '../../../server/contract/view-link.ts';
import { expectClean } from '../axe-checks.ts';
import { SLOW } from '../steps.ts';

const SOURCE = 'page-000';
/** Of the article only the number of its paragraphs is known here: each stands for itself by its number. */
const COUNT = readFileSync(new URL('../../../fixtures/cases/iran-plots/paragraphs.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith(`${SOURCE},`)).length;
const TEXT = Array.from({ length: COUNT }, (_, i) => `Paragraph ${i + 1}: Iran is named here, and so is Hedda Brink.`).join('\n');

const linkOf = (view: Omit<ViewLink, 'v'>) => `/#${Buffer.from(JSON.stringify({ v: 1, ...view })).toString('base64url')}`;
const paragraph = (page: Page, n: number) => page.locator(`#p${n}`);

test.beforeEach(async ({ request }) => {
  const address = `/api/sources/${SOURCE}/text`;
  const now = await request.get(address);
  const revision = now.ok() ? ((await now.json()) as { text: { revision: number } }).text.revision : 0;
  const put = await request.put(address, { data: { text: TEXT, language: 'en', revision, operation: randomUUID() } });
  expect(put.ok()).toBe(true);
});

test('a text is read by keyboard: by paragraph, to what carries nothing, and into the evidence and back', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(linkOf({ desk: { source: SOURCE } }));
  await expect(paragraph(page, 1)).toBeVisible({ timeout: SLOW });
  await expect(page.locator('.known').first()).toHaveText('Iran', { timeout: SLOW });
  await expect(page.locator('.possible').first()).toHaveText('Hedda Brink');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(paragraph(page, 2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect(evidence).toBeVisible({ timeout: SLOW });
  await expect(paragraph(page, 2).locator('mark.lit').first()).toBeVisible();
  await page.keyboard.press('n');
  const uncited = page.locator('.paragraph[aria-current]');
  await expect(uncited).toHaveClass(/uncited/);
  await page.getByRole('button', { name: 'Explore' }).click();
  await evidence.getByRole('button', { name: 'open the passage' }).first().click({ timeout: SLOW });
  await expect(page.locator('mark.lit').first()).toBeVisible({ timeout: SLOW });
  expect(page.url()).toContain('#');
  await page.reload();
  await expect(page.locator('mark.lit').first()).toBeVisible({ timeout: SLOW });
});

test('what is cited from another version of the text is an orphan, and stays where somebody says so', async ({ page, request }) => {
  test.setTimeout(240_000);
  const { text } = (await (await request.get(`/api/sources/${SOURCE}/text`)).json()) as { text: { revision: number } };
  const changed = TEXT.replace('Paragraph 2:', 'Another paragraph 2:');
  await request.put(`/api/sources/${SOURCE}/text`, { data: { text: changed, language: 'en', revision: text.revision, operation: randomUUID() } });
  await page.goto(linkOf({ desk: { source: SOURCE } }));
  await expect(paragraph(page, 2)).toHaveClass(/uncited/, { timeout: SLOW });
  await page.getByRole('tab', { name: /^Orphans/ }).click();
  const orphan = page.locator('.orphan').first();
  await expect(orphan.locator('mark')).toContainText('Paragraph 2: Iran is named here');
  const before = await page.locator('.orphan').count();
  await orphan.getByRole('button', { name: 'It does stand in paragraph 2' }).click();
  await expect(page.locator('.orphan')).toHaveCount(before - 1, { timeout: SLOW });
  await expect(paragraph(page, 2)).not.toHaveClass(/uncited/);
});

for (const scheme of ['light', 'dark'] as const)
  for (const locale of ['en', 'ar-XB'] as const)
    test(`axe finds no fault in the desk: ${scheme}, ${locale}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`/?locale=${locale}${linkOf({ desk: { source: SOURCE, at: 2 } }).slice(1)}`);
      await expect(paragraph(page, 2)).toBeVisible({ timeout: SLOW });
      // What is below the screen is not laid out until it is scrolled to, and axe would measure what it takes to be there.
      await page.locator('.paragraph').evaluateAll((all) => all.forEach((one) => ((one as HTMLElement).style.contentVisibility = 'visible')));
      await expectClean(page, 'the desk');
    });

test('on a phone a paragraph that is touched shows its passage, with the way back to its evidence', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(linkOf({ desk: { source: SOURCE } }));
  await paragraph(page, 2).getByText('Paragraph 2:').click({ timeout: SLOW });
  const sheet = page.locator('.passage-sheet');
  await expect(sheet).toContainText(/passage \d+ of \d+/, { timeout: SLOW });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(page, 'the desk');
  await sheet.getByRole('button', { name: 'The next passage' }).click();
  await sheet.getByRole('button', { name: 'Back to the evidence' }).click();
  await expect(page.locator('.passage.pointed')).toBeVisible({ timeout: SLOW });
});
