/** The evidence of a claim: its sentence, ladder, figures, citations by origin, and what contests it. */
import { expect, test } from '@playwright/test';
import { words } from '../i18n/messages.ts';
import { askForTheWay, clickDrawn, openFromContents, openStart, panel, place, SLOW } from './steps.ts';

const DEED = 'amirov-carried-out-plot-alinejad';

for (const way of ['the mirrored list', 'the canvas'] as const)
  test(`a claim opened from ${way} shows sentence, ladder, figures, citations by origin, the chain and the responses`, async ({ page }) => {
    await askForTheWay(page);
    if (way === 'the canvas') await clickDrawn(page, `${DEED}#0`);
    else await openFromContents(page, /^Rafat Amirov is charged/);
    await expect(panel(page).getByRole('heading', { level: 2 }).first()).toContainText(/^Rafat Amirov is charged/, { timeout: SLOW });

    const standing = panel(page).getByRole('region', { name: 'Standing', exact: true });
    await expect(standing.locator('[aria-current=step]')).toHaveText('charged');
    await expect(standing).toContainText(/Charged by .*Justice.* · since .*2023/);
    await expect(panel(page).locator('.figures').getByRole('button')).toHaveText([/^1\s*origin$/, /^0\s*uninvolved$/, /^2\s*citations$/]);

    const origin = panel(page).getByRole('region', { name: /Justice/ });
    await expect(origin.getByText('accuser', { exact: true })).toBeVisible();
    const first = origin.getByRole('article').first();
    await expect(first).toContainText(/paragraph 9 · charged by .*Justice/);
    await expect(first).toContainText(/read: .*reprints.*not seen.*takes it from.*not seen/s);
    await expect(panel(page).getByRole('region', { name: 'Who answers' })).toContainText('none on record');
    await expect(panel(page).getByRole('region', { name: 'Who answers' })).toContainText('Rafat Amirov: no response on record');

    await panel(page)
      .locator('.figures')
      .getByRole('button', { name: /uninvolved/ })
      .click();
    await expect(panel(page).getByText('Why an origin is not uninvolved')).toBeVisible();
  });

test('a voice and a source open from the passage that names them', async ({ page }) => {
  await askForTheWay(page);
  await openFromContents(page, /^Rafat Amirov is charged/);
  await panel(page)
    .getByRole('region', { name: /Justice/ })
    .locator('header')
    .getByRole('button')
    .click();
  await expect(panel(page).getByText('Stake', { exact: true })).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await panel(page).getByRole('article').first().locator('.meta').getByRole('button').first().click();
  await expect(panel(page).getByText(/^Read for/)).toBeVisible({ timeout: SLOW });
});

test('a rival claim is shown beside it with its own standing, and opens to show this one as its rival', async ({ page }) => {
  await openStart(page);
  await place(page, 'Matar', 'Hadi Matar');
  await panel(page)
    .getByRole('button', { name: /^Hadi Matar is classed as perhaps a professional agent/ })
    .first()
    .click();
  const rivals = panel(page).getByRole('region', { name: 'Rivals: not all of these can be true' });
  await expect(rivals).toContainText('paragraph 11', { timeout: SLOW });
  const rival = rivals.getByRole('button', { name: /is classed as/ });
  await expect(rival).toContainText(/reported · .*origin/);
  await expect(panel(page).getByText('a rival claim stands', { exact: true })).toBeVisible();
  await rival.click();
  await expect(panel(page).getByRole('heading', { level: 2, name: /^Hadi Matar is classed as perhaps a professional agent/ })).toHaveCount(0, {
    timeout: SLOW,
  });
  await expect(rival).toContainText(/professional agent/);
});

test('a claim that no link was established is shown beside the claim of one', async ({ page }) => {
  await openStart(page);
  await place(page, 'Matar', 'Hadi Matar');
  await panel(page)
    .getByRole('button', { name: /^Iran is reported .* to have emboldened Hadi Matar/ })
    .first()
    .click();
  const beside = panel(page).getByRole('region', { name: 'Shown beside it' });
  await expect(beside.getByRole('button').filter({ hasText: 'Hadi Matar has no established link to Iran' })).toBeVisible({ timeout: SLOW });
  await expect(beside).toContainText('it contests nothing');
  await expect(panel(page).getByText('contested', { exact: true })).toHaveCount(0);
});

test('two dates of one claim are shown in columns, each with the citations that give it', async ({ page }) => {
  const link = { v: 1, panel: { kind: 'claim', id: 'albanian-authorities-searched-properties' } };
  await page.goto(`/#${Buffer.from(JSON.stringify(link)).toString('base64url')}`);
  // One of the two is from outside the sources and contests nothing; both are shown anyway.
  const values = panel(page).getByRole('region', { name: words.evidence.narrowed });
  await expect(values).toBeVisible({ timeout: SLOW });
  expect(await values.locator('.columns > div').count()).toBeGreaterThan(1);
});
