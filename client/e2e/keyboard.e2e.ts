/** Everything can be done by keyboard: from the opening screen to copied footnotes, the keys of the key list, the mirrored list. */
import { expect, test } from '@playwright/test';
import { AMIROV_TO_ALINEJAD, askForTheWay, canvas, drawn, drawnCount, openStart, panel, searchField, showContents, SLOW, still, tabTo } from './steps.ts';

test('from the opening screen to copied footnotes without a pointer', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStart(page);
  await tabTo(page, AMIROV_TO_ALINEJAD);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
  await tabTo(page, /^Copy with footnotes$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\[1\][\s\S]*\n\[1\] /);
});

test('the tour, the table and the timeline are reached, read and left without a pointer', async ({ page }) => {
  test.setTimeout(120_000);
  const focused = (role: string) => page.locator(`[role=${role}]:focus`);
  const cell = (role: string) =>
    page.getByRole(role as 'grid').evaluate((host) => document.getElementById(host.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '');
  await openStart(page);
  await tabTo(page, /^A tour in four steps$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Tour' })).toContainText('Step 1 of 4');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Tour' })).toBeHidden();
  await tabTo(page, AMIROV_TO_ALINEJAD);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });

  await page.keyboard.press('2');
  await expect(page.getByRole('grid')).toBeVisible({ timeout: SLOW });
  await tabTo(page, /\d+ claims$/);
  await expect(focused('grid')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  const first = await cell('grid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  expect(await cell('grid')).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });

  await page.keyboard.press('3');
  await expect(page.getByRole('treegrid')).toBeVisible({ timeout: SLOW });
  await expect(page.getByRole('grid')).toHaveCount(0);
  await tabTo(page, /^\d+ lanes?, \d+ claims$/);
  await expect(focused('treegrid')).toHaveCount(1);
  const lane = await cell('treegrid');
  await page.keyboard.press('ArrowDown');
  expect(await cell('treegrid')).not.toBe(lane);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('3');
  await expect(page.getByRole('treegrid')).toHaveCount(0);
  await expect(canvas(page)).toBeVisible();
});

test('a name is searched, chosen and placed without a pointer', async ({ page }) => {
  await openStart(page);
  await page.keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type('Mehdiyev');
  await expect(page.getByRole('option', { name: /^Khalid Mehdiyev/ })).toBeVisible({ timeout: SLOW });
  const options = page.getByRole('option');
  const at = (await options.allInnerTexts()).findIndex((text) => text.includes('Khalid Mehdiyev'));
  for (let i = 0; i < at; i += 1) await page.keyboard.press('ArrowDown');
  await expect(options.nth(at)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Khalid Mehdiyev' })).toBeVisible({ timeout: SLOW });
});

test('the keys / F N H P G ? and Esc do what the key list says', async ({ page }) => {
  await askForTheWay(page);
  const entities = (await showContents(page)).getByRole('list', { name: /^Entities/ });

  await entities.getByRole('button', { name: 'Polad Omarov', exact: true }).press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Polad Omarov' })).toBeVisible({ timeout: SLOW });
  const claims = await drawnCount(page, 'claims');
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Undo: Expand Polad Omarov' })).toBeVisible({ timeout: SLOW });
  expect(await drawnCount(page, 'claims')).toBeGreaterThan(claims);
  const all = await drawnCount(page, 'entities');
  await page.keyboard.press('h');
  await expect(canvas(page)).toHaveAttribute('data-entities', String(all - 1));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(canvas(page)).toHaveAttribute('data-claims', String(claims));

  await still(page);
  const fitted = await drawn(page, 'rafat-amirov');
  await page.getByRole('button', { name: 'Zoom in' }).press('Enter');
  await expect.poll(async () => (await drawn(page, 'rafat-amirov')).join()).not.toBe(fitted.join());
  const zoomed = await drawn(page, 'rafat-amirov');
  await page.keyboard.press('f');
  await expect.poll(async () => (await drawn(page, 'rafat-amirov')).join()).not.toBe(zoomed.join());

  await entities.getByRole('button', { name: 'Khalid Mehdiyev', exact: true }).press('Enter');
  await entities.getByRole('button', { name: 'Masih Alinejad', exact: true }).press('Shift+Enter');
  await expect(panel(page).getByText('2 selected')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });
  await expect(page.getByRole('tabpanel', { name: 'Trace' }).getByRole('button', { name: 'Remove Khalid Mehdiyev' })).toBeVisible();

  await page.keyboard.press('g');
  await expect(page.getByRole('contentinfo', { name: 'Legend and what is in view' })).toBeFocused();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  await expect(help.getByRole('term')).toHaveText([
    '/',
    'Ctrl K',
    'C',
    'N',
    'H',
    'Ctrl Shift H',
    'P',
    'Shift N',
    'L',
    'F',
    '+',
    '-',
    'Y',
    'G',
    'Ctrl Z',
    'Ctrl Shift Z',
    '1',
    '2',
    '3',
    'S',
    '?',
    'Esc',
    'arrows',
    '[ and ]',
    'Enter',
    'Space',
    'Menu',
    'Ctrl A',
    'Shift and click',
    '← and →',
    '0',
    '+ and −',
    'Ctrl and ←, →',
  ]);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(searchField(page)).not.toBeFocused();
});

test('arrows move over the canvas, Enter opens the current element, Esc goes back to the panel before', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  await canvas(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const told = page.locator('[aria-live=polite]').filter({ hasText: /\S/ }).first();
  const name = (await told.innerText()).replace(/, [^,]*, \d+ lines?$/, '');
  await page.keyboard.press(']');
  await expect(told).toHaveText(/^Line 1 of \d+: /);
  await page.keyboard.press('Space');
  await expect((await showContents(page)).locator('.claim-row[aria-current=true]')).toHaveCount(1);
  await canvas(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name })).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible();
});

test('the acts of the canvas can be done from the mirrored list, which says why one cannot be done', async ({ page }) => {
  await askForTheWay(page);
  const list = await showContents(page);
  await list.getByRole('button', { name: 'Actions for Masih Alinejad', exact: true }).press('Enter');
  await expect(page.getByRole('menuitem', { name: /Trace between the two selected/ })).toContainText('select exactly two entities');
  await page.getByRole('menuitem', { name: 'Hide' }).press('Enter');
  await expect(list.getByRole('button', { name: 'Actions for Masih Alinejad', exact: true })).toHaveCount(0);
  await expect(list.getByText(/1 hidden/)).toBeVisible();
});

test('a dialog that is closed for the first time gives the focus back to the button that opened it', async ({ page }) => {
  await askForTheWay(page);
  for (const name of ['Export', 'Share this view']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1, { timeout: SLOW });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button).toBeFocused();
  }
});
