/** Several cases on one machine: what is on view is named, and chosen. */
import { expect, type Page, test } from '@playwright/test';
import { dataset, replacing } from '../made-up.ts';
import { ask, AMIROV_TO_ALINEJAD, canvas, drawn, openStart, panel, place, searchField, SLOW } from '../steps.ts';

const FIRES = { name: 'fires', title: 'Fires on the quays, 2019 to 2023', until: '2023-02' };
const bar = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Case on view: / });
const list = (page: Page) => page.getByRole('dialog', { name: /^Case on view/ });
const told = (page: Page) => page.getByRole('contentinfo').locator('.told');

test.afterEach(async ({ baseURL }) => replacing(baseURL ?? '', dataset([], [], FIRES)));

test('the top bar and the legend name the case on view, whichever is the bigger, and switch (fault 36)', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await replacing(
    baseURL ?? '',
    dataset(
      ['Quay Alpha', 'Quay Beta', 'Quay Gamma'],
      [
        [0, 1],
        [1, 2],
      ],
      FIRES,
    ),
  );
  await openStart(page);
  await expect(bar(page)).toHaveAccessibleName(/^Case on view: 2 cases: .*, as told up to 2023-02 or 2024-09, by case/, { timeout: SLOW });
  await expect(told(page)).toHaveText(/^As told up to 2023-02.* 2024-09.*later outcomes not searched/);
  // However little room there is, the beginning of the name stays.
  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  for (const width of [1440, 1280, 1190]) {
    await page.setViewportSize({ width, height: 900 });
    const name = (await bar(page).locator('span').first().boundingBox())?.width ?? 0;
    expect(name, `width of the name of the case at ${width}`).toBeGreaterThanOrEqual(64);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'no wider than the window').toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await ask(page, AMIROV_TO_ALINEJAD);
  await expect(bar(page)).toHaveAccessibleName(/^Case on view: 2 cases, drawn: Plots abroad laid to Iran.s state, as told up to 2024-09\./, { timeout: SLOW });
  await expect(page.getByRole('contentinfo')).toContainText('of 260 entities');

  await page.goto('/');
  await place(page, 'Quay Alpha', 'Quay Alpha');
  await page.keyboard.press('n');
  await expect(canvas(page)).toHaveAttribute('data-claims', '1', { timeout: SLOW });
  await expect(bar(page)).toHaveAccessibleName(/^Case on view: 2 cases, drawn: Fires on the quays, as told up to 2023-02\./);
  await expect(told(page)).toHaveText(/^As told up to 2023-02; later outcomes not searched/);
  await expect(page.getByRole('contentinfo')).toContainText('of 3 entities');
  await expect(page.getByRole('contentinfo')).toContainText('of 2 claims');

  await canvas(page).focus();
  await page.keyboard.press('c');
  await expect(list(page).getByRole('checkbox', { name: /^Fires on the quays/ })).toBeChecked();
  await list(page)
    .getByRole('button', { name: /^Only this case: Plots abroad/ })
    .click();
  await expect(list(page)).toBeHidden();
  await expect(canvas(page)).toHaveAttribute('data-claims', '0');
  await expect(bar(page)).toHaveAccessibleName(/^Case on view: Plots abroad/);
  // The choice of a case is no filter that is counted, or cleared.
  await expect(page.getByRole('contentinfo').getByText('No filters')).toBeVisible();
  await expect(page.getByText('No claim drawn is of a case on view.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show all cases' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Change filters' }).click();
  await drawn(page, 'fires-1');
  await expect(panel(page)).toBeVisible();
  await expect(searchField(page)).toBeVisible();
});
