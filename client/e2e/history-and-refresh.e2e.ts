/** Back and forward go through what was looked at, and undo survives a reload; an open tab hears of a changed case. */
import { expect, test } from '@playwright/test';
import { dataset, replacing, importing } from './made-up.ts';
import { AMIROV_TO_ALINEJAD, askForTheWay, canvas, drawn, drawnCount, openExport, openFromContents, panel, SLOW, takeFile } from './steps.ts';

test('Back goes through panel, trace and opening screen, and Forward the same way again', async ({ page }) => {
  const opening = page.getByRole('heading', { name: 'What do you want to know?' });
  const inWords = panel(page).getByRole('heading', { name: 'In words' });
  const charge = panel(page).getByRole('heading', { name: /^Rafat Amirov is charged/ });
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const entities = await drawnCount(page, 'entities');
  await openFromContents(page, /^Rafat Amirov is charged/);

  await page.goBack();
  await expect(inWords).toBeVisible({ timeout: SLOW });
  await expect(charge).toHaveCount(0);
  await page.goBack();
  await expect(opening).toBeVisible();
  await page.goForward();
  await expect(inWords).toBeVisible({ timeout: SLOW });
  await expect(canvas(page)).toHaveAttribute('data-entities', String(entities));
  await page.goForward();
  await expect(charge).toBeVisible({ timeout: SLOW });
  await expect(canvas(page)).toHaveAttribute('data-entities', String(entities));
});

test('each choice of graph, table and timeline is a step that Back and Forward go through', async ({ page }) => {
  const table = page.getByRole('grid');
  const timeline = page.getByRole('treegrid');
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  for (const [key, view] of [
    ['2', table],
    ['3', timeline],
  ] as const) {
    await page.keyboard.press(key);
    await expect(view).toBeVisible({ timeout: SLOW });
  }
  await page.keyboard.press('1');
  await expect(canvas(page)).toBeHidden();

  await page.goBack();
  await expect(canvas(page)).toBeVisible({ timeout: SLOW });
  await expect(timeline).toBeVisible();
  await page.goBack();
  await expect(table).toBeVisible({ timeout: SLOW });
  await expect(timeline).toHaveCount(0);
  await page.goBack();
  await expect(table).toHaveCount(0);
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible();
  await drawn(page, 'rafat-amirov');
  for (const view of [table, timeline]) {
    await page.goForward();
    await expect(view).toBeVisible({ timeout: SLOW });
  }
  await page.goForward();
  await expect(canvas(page)).toBeHidden();
  await expect(timeline).toBeVisible();
});

test('what is done between two steps is not lost by going back: Forward has it, and undo too', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const claims = await drawnCount(page, 'claims');
  await openFromContents(page, /^Rafat Amirov is charged/);
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /^structure/ }).click();
  await expect(canvas(page)).not.toHaveAttribute('data-claims', String(claims));
  const filtered = await drawnCount(page, 'claims');

  await page.goBack();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(claims));
  await page.goForward();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(filtered));
  await page.goBack();
  await page.getByRole('button', { name: 'Undo: Go to another view' }).click();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(filtered));
});

test('after an undo Back leads to the view that was seen before it, and Forward to what the undo gave', async ({ page }) => {
  const opening = page.getByRole('heading', { name: 'What do you want to know?' });
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const entities = await drawnCount(page, 'entities');
  await page.getByRole('button', { name: AMIROV_TO_ALINEJAD }).first().click();
  await expect(opening).toBeVisible();

  await page.goBack();
  await drawn(page, 'rafat-amirov');
  await expect(canvas(page)).toHaveAttribute('data-entities', String(entities));
  await page.goForward();
  await expect(opening).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(opening).toBeVisible();
});

test('a reloaded page takes back and does again what was done before, and goes back', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  await page.getByRole('tab', { name: 'Filters' }).click();
  await page.getByRole('checkbox', { name: /^structure/ }).click();
  await page.getByRole('button', { name: 'Undo: Change filters' }).click();
  // At once, before the pause after which the address is written.
  await page.reload();
  await drawn(page, 'rafat-amirov');
  await page.getByRole('button', { name: 'Redo: Change filters' }).click();
  await expect(page.getByRole('checkbox', { name: /^structure/ })).toHaveAttribute('aria-checked', 'false');
  for (const act of [/^Undo: Change filters/, AMIROV_TO_ALINEJAD]) await page.getByRole('button', { name: act }).first().click();
  await expect(page.getByRole('heading', { name: 'What do you want to know?' })).toBeVisible();
  await page.goBack();
  await drawn(page, 'rafat-amirov');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'What do you want to know?' })).toBeVisible();
});

test('an open tab hears that the case has changed, says what went, and exports what is left', async ({ page, baseURL }) => {
  // Four imports, each in a process of its own.
  test.setTimeout(180_000);
  const url = baseURL ?? '';
  try {
    await importing(
      url,
      dataset(
        ['Open Tab Alpha', 'Open Tab Beta', 'Open Tab Gamma'],
        [
          [0, 1],
          [1, 2],
        ],
      ),
    );
    const view = { v: 1, n: ['open-tab-0', 'open-tab-1', 'open-tab-2'], c: ['open-tab-0-1', 'open-tab-1-2'], sel: { e: ['open-tab-0'] } };
    await page.goto(`/#${Buffer.from(JSON.stringify(view)).toString('base64url')}`);
    await expect(canvas(page)).toHaveAttribute('data-claims', '2', { timeout: SLOW });
    await drawn(page, 'open-tab-0');

    await replacing(url, dataset(['Open Tab Alpha', 'Open Tab Renamed'], [[0, 1]]));
    const said = page.getByRole('region', { name: 'The case has changed' });
    await expect(said).toContainText('1 entity is no longer in the case. 1 claim is no longer in the case. 1 entity has a new name.', { timeout: SLOW });
    await expect(canvas(page)).toHaveAttribute('data-claims', '1');
    await expect(page.getByRole('region', { name: 'What an expansion would bring' })).toContainText('Open Tab Alpha');
    await said.getByText('Which').click();
    await expect(said).toContainText('Open Tab Beta: now Open Tab Renamed');
    const dialog = await openExport(page);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await expect(dialog).not.toContainText('There is nothing with the id');
    expect((await takeFile(page)).bytes.toString()).not.toContain('Open Tab Gamma');
  } finally {
    await replacing(url, dataset([], []));
  }
});
