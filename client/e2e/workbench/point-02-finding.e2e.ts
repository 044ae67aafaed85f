/** Point 2, finding: as one types, by keyboard, with the reason of the match, exact spelling and four ways to use a result; and every act by its name. */
import { expect, test } from '@playwright/test';
import { canvas, openStart, panel, searchField, SLOW } from '../steps.ts';

const chosen = (name: RegExp) => ({ name, selected: true });

test('results say why they match and are used in four ways by keys or pointer, and typed text survives a reload', async ({ page }) => {
  test.setTimeout(180_000);
  await openStart(page);
  await page.keyboard.press('/');
  await page.keyboard.type('Мехдиев');
  await expect(page.getByRole('option', { name: /another script/ }).first()).toBeVisible({ timeout: SLOW });
  await searchField(page).fill('Amirof');
  await expect(page.getByRole('option', { name: /Rafat Amirov.*similar spelling/ })).toBeVisible({ timeout: SLOW });
  await page.getByRole('checkbox', { name: 'Exact spelling only' }).check();
  await expect(page.getByText(/^Nothing matches/)).toBeVisible({ timeout: SLOW });
  await page.reload();
  await expect(searchField(page)).toHaveValue('Amirof');
  await searchField(page).focus();
  await page.getByRole('checkbox', { name: 'Exact spelling only' }).uncheck();

  await searchField(page).fill('Rafat Amirov');
  await expect(page.getByRole('option', chosen(/^Rafat Amirov/))).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Shift+Enter');
  await expect(panel(page).getByRole('heading', { name: 'Rafat Amirov' })).toBeVisible({ timeout: SLOW });
  await expect(canvas(page)).toHaveAttribute('data-entities', '0');

  await searchField(page).fill('Rafat Amirov');
  await expect(page.getByRole('option', chosen(/^Rafat Amirov/))).toBeVisible({ timeout: SLOW });
  await page.keyboard.press('Control+Enter');
  const trace = page.getByRole('tabpanel', { name: 'Trace' });
  await expect(trace.getByRole('button', { name: 'Remove Rafat Amirov' })).toBeVisible();
  await searchField(page).fill('Masih Alinejad');
  const target = page.getByRole('option', { name: /^Masih Alinejad/ });
  await target.hover({ timeout: SLOW });
  await target.getByTitle('Trace to').click();
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible({ timeout: SLOW });

  const entities = Number(await canvas(page).getAttribute('data-entities'));
  await searchField(page).fill('Hadi Matar');
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: SLOW });
  await page.getByRole('button', { name: /^Place on the canvas: / }).click();
  await expect(canvas(page)).toHaveAttribute('data-entities', String(entities + 1), { timeout: SLOW });
});

test('the palette finds acts, names and questions by what they are called', async ({ page }) => {
  test.setTimeout(120_000);
  await openStart(page);
  const typed = page.getByPlaceholder(/^An act/);
  await page.getByRole('button', { name: 'Every act' }).click();
  await typed.fill('Polad Omarov');
  await page.getByRole('button', { name: /^Place Polad Omarov/ }).click({ timeout: SLOW });
  await expect(panel(page).getByRole('heading', { name: 'Polad Omarov' })).toBeVisible({ timeout: SLOW });
  await expect(typed).toBeHidden({ timeout: SLOW });
  await page.keyboard.press('Control+k');
  await typed.fill('in rows');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('button', { name: /^Undo: Lay out/ })).toBeVisible({ timeout: SLOW });
  // The palette has the keyboard until it has faded away.
  await expect(typed).toBeHidden({ timeout: SLOW });
  await page.keyboard.press('Control+k');
  await typed.fill('trace between');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Trace between the two selected/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(typed).toBeHidden();
});
