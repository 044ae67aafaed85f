/** Point 4, the evidence of a claim, an entity, a source and a voice: each step, value and footnote leads to its passage. */
import { expect, test } from '@playwright/test';
import { askForTheWay, openFromContents, openStart, panel, place, SLOW, titleOf } from '../steps.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a footnote opens its passage, from which way, history, locator and path can be opened, and the path is copied with its footnotes', async ({ page }) => {
  await askForTheWay(page);
  const title = await titleOf(page.getByRole('list', { name: 'Paths' }).getByRole('button').first());
  // The notes of the answer come before those of the path.
  const mark = panel(page)
    .locator('.sentence')
    .first()
    .getByRole('button', { name: /^Note \d+: / })
    .first();
  const n = await mark.innerText();
  await panel(page)
    .getByRole('region', { name: 'Notes' })
    .getByRole('listitem')
    .nth(Number(n) - 1)
    .getByRole('button', { name: /paragraph/ })
    .click();
  const pointed = panel(page).locator('.passage.pointed');
  await expect(pointed).toBeFocused({ timeout: SLOW });
  await expect(pointed).toBeInViewport();

  const way = pointed.getByRole('list', { name: 'The way it came' });
  await expect(way.getByRole('listitem')).toHaveText([/^read: /, /^reprints .*not seen/, /^takes it from .*not seen · the origin/]);
  await expect(way.locator('svg')).toHaveCount(await way.getByRole('listitem').count());
  await expect(pointed.getByRole('link', { name: /paragraph/ })).toHaveAttribute('href', /^https:/);

  const steps = panel(page).getByRole('region', { name: 'History of its standing' }).getByRole('listitem');
  // Two passages of one date tell one step.
  await expect(steps).toHaveCount(1);
  await expect(steps.first()).toContainText(/January 2023.*charged by US Department of Justice/);
  await steps.first().getByRole('button', { name: 'passage 2 of 2' }).click();
  await expect(panel(page).getByRole('article').nth(1)).toBeFocused();

  const figures = panel(page).locator('.figures');
  await figures
    .getByRole('button', { name: /origin/ })
    .first()
    .click();
  await expect(panel(page).getByRole('article')).toHaveCount(0);
  await figures.getByRole('button', { name: /citation/ }).click();
  await expect(
    panel(page)
      .getByRole('region', { name: /Iran hires crime gangs/ })
      .getByRole('article'),
  ).toHaveCount(2);

  const holds = panel(page).getByRole('region', { name: 'Holds up' });
  await expect(holds.getByRole('listitem')).toHaveCount(1);
  await panel(page).getByRole('region', { name: 'On the path in words' }).getByRole('button', { name: 'Copy with footnotes' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`${title}\n\n`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\[1\] /);
  await holds.getByRole('button', { name: title }).first().click();
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
  await expect(panel(page).locator('.sentence.lit')).toHaveCount(1);
});

test('an entity shows its names by script and its claims in time order, with undated ones last and counted', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  const names = panel(page).getByRole('region', { name: 'Names by script' });
  await expect(names).toContainText('Latin');
  await expect(names.getByText('Khalid Mehdiyev', { exact: true })).toHaveAttribute('lang', 'en');
  await expect(panel(page).getByRole('region', { name: 'Roles by plot' }).getByRole('listitem').first()).toContainText(/Plot to kill Masih Alinejad/);

  await panel(page).getByRole('button', { name: 'In time order' }).click();
  const total = Number(
    /\((\d+)\)/.exec(
      await panel(page)
        .getByRole('heading', { name: /^Claims/ })
        .innerText(),
    )?.[1],
  );
  const dated = await panel(page).getByRole('list', { name: 'In time order' }).getByRole('listitem').count();
  const undated = panel(page).getByRole('region', { name: /^Date not told/ });
  expect(dated).toBeGreaterThan(0);
  await expect(undated.getByRole('heading')).toHaveText(`Date not told (${total - dated})`);
  await expect(undated.getByRole('button')).toHaveCount(total - dated);
});

test('a source names the sources it takes from, each with its claims; a voice shows its stake and the claims that rest on it alone', async ({ page }) => {
  await askForTheWay(page);
  await openFromContents(page, /^Rafat Amirov is charged/);
  await panel(page)
    .getByRole('article')
    .first()
    .getByRole('button', { name: /Iran hires crime gangs/ })
    .first()
    .click();
  const takes = panel(page).getByRole('region', { name: 'What it takes, and from whom' });
  await expect(takes.getByRole('listitem').first()).toContainText('The Sunday Times', { timeout: SLOW });
  await expect(panel(page).getByText('No claim rests on it alone.')).toBeVisible();
  const fromJustice = takes.getByRole('button', { name: /claims from US Department of Justice/ });
  const n = /^(\d+) claims/.exec((await fromJustice.getAttribute('aria-label')) ?? '')?.[1];
  await fromJustice.click();
  await expect(panel(page).getByText(`${n} claims`, { exact: true })).toBeVisible({ timeout: SLOW });

  await page.keyboard.press('Escape');
  await takes.getByRole('button', { name: /^US Department of Justice/ }).click({ timeout: SLOW });
  await expect(panel(page).getByRole('region', { name: 'Stake' }).getByRole('listitem').first()).toContainText(/accuser.*as to .*: \w/, { timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name: /^Rests on it alone \(\d+/ })).toBeVisible();
});
