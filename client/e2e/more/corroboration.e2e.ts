/** What wants corroboration, a voice at a glance, and what voices have in common: by pointer and keyboard, in every way a view is read. */
import { expect, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { openStart, panel, runAct, SLOW } from '../steps.ts';

const t = words.gaps;
const grid = (page: Page) => panel(page).getByRole('grid', { name: words.overlap.title });
const number = (text: string | null): number => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''));

test('what wants corroboration is listed with why, what carries most first; by reason, to the evidence, and into a file', async ({ page }) => {
  await openStart(page);
  await runAct(page, t.title);
  const rows = panel(page).locator('.gaps > li');
  await expect(rows.first()).toBeVisible({ timeout: SLOW });
  const carries = (await rows.locator('.carries').allTextContents()).map(number);
  expect(carries.length).toBeGreaterThan(2);
  expect(carries).toEqual(carries.toSorted((a, b) => b - a));
  const parties = panel(page).getByRole('button', { name: new RegExp(`^${t.kind.parties} \\(`) });
  const n = number(await parties.textContent());
  await parties.click();
  await expect(panel(page).getByText(new RegExp(`^${n} of \\d+ claims lack something`))).toBeVisible({ timeout: SLOW });
  await expect(rows.filter({ hasText: 'It rests on parties only: ' })).toHaveCount(Math.min(n, 100));
  await panel(page)
    .getByRole('button', { name: /^Export the \d+ claims listed$/ })
    .click();
  await expect(page.getByRole('dialog').getByText(t.exported(t.kind.parties))).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await rows.first().getByRole('button').click();
  await expect(panel(page).locator('.ladder')).toBeVisible({ timeout: SLOW });
  // Back leads to the list.
  await page.keyboard.press('Escape');
  await expect(rows.first()).toBeVisible({ timeout: SLOW });
});

test('a date before most was published leaves less that lacks something', async ({ page }) => {
  const link = (clocks?: object) => `/#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'gaps' }, ...(clocks ? { clocks } : {}) })).toString('base64url')}`;
  const lead = panel(page).locator('strong').filter({ hasText: 'lack something' });
  await page.goto(link());
  await expect(lead).toBeVisible({ timeout: SLOW });
  const now = number(await lead.textContent());
  await page.goto('about:blank');
  await page.goto(link({ published: '2022' }));
  await expect(lead).toBeVisible({ timeout: SLOW });
  expect(number(await lead.textContent())).toBeLessThan(now);
});

test('what voices have in common is moved in by the arrow keys, and each number opens as many claims', async ({ page }) => {
  await openStart(page);
  await runAct(page, words.lists.voices);
  await panel(page).getByRole('button', { name: words.overlap.open }).click({ timeout: SLOW });
  await expect(grid(page)).toBeVisible({ timeout: SLOW });
  const first = grid(page).locator('[data-at="0 0"]');
  await first.focus();
  await page.keyboard.press('ArrowRight');
  const alone = grid(page).locator('[data-at="0 1"]');
  await expect(alone).toBeFocused();
  const n = number(await alone.textContent());
  await page.keyboard.press('Enter');
  await expect(panel(page).getByText(new RegExp(`of ${n} claims$|^${n} claims$`))).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  const shared = grid(page).locator('td:not(.alone):not([data-none])').first();
  await expect(shared).toBeVisible({ timeout: SLOW });
  const both = number(await shared.textContent());
  await shared.click();
  await expect(panel(page).getByRole('heading', { level: 2, name: /^Claims of both / })).toBeVisible({ timeout: SLOW });
  await expect(panel(page).locator('.claim-row')).toHaveCount(both, { timeout: SLOW });
});

test('a voice says at a glance who tells its claims, and when; it opens with the claims', async ({ page }) => {
  await page.goto(`/#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'voice', id: 'us-justice' } })).toString('base64url')}`);
  const glance = panel(page).getByRole('region', { name: words.glance.title });
  const told = glance
    .locator('summary')
    .filter({ hasText: /told later, by/ })
    .first();
  await told.click({ timeout: SLOW });
  await expect(
    glance
      .locator('.under-claim')
      .filter({ hasText: / days? later$/, visible: true })
      .first(),
  ).toBeVisible();
  await glance.locator('.claim-row').filter({ visible: true }).first().click();
  await expect(panel(page).locator('.ladder')).toBeVisible({ timeout: SLOW });
});

test('they are read in every way without a fault of accessibility, and are no wider than a phone', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    for (const [of, waitFor] of [
      [{ kind: 'gaps' }, '.gaps > li'],
      [{ kind: 'overlap' }, '.overlap td'],
      [{ kind: 'voice', id: 'us-justice' }, '.told-beside li'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, panel: of })).toString('base64url')}`);
      await expect(page.locator(waitFor).first()).toBeVisible({ timeout: SLOW });
      if (of.kind === 'voice') for (const one of await page.locator('.glance summary').all()) await one.click();
      await expectClean(page, `${of.kind}, ${name}`);
      await expectNoWider(page, name === 'a phone' ? 390 : 1440, of.kind);
    }
    await page.context().close();
  }
});
