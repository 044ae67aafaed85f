/** Point 6, the trace: ends of every kind, all switches, sentences and hops, footnotes to passages, and wider searches where there is no link. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { askForTheWay, openStart, panel, showContents, SLOW, titleOf } from '../steps.ts';

const tab = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Trace' });
const end = (page: Page, name: 'From' | 'To'): Locator => tab(page).getByRole('group', { name, exact: true });
const paths = (page: Page): Locator => page.getByRole('list', { name: 'Paths' }).getByRole('button');

test('a sentence emphasises its hop, a number opens its passage, and arrows move between paths', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await askForTheWay(page);
  const sentence = panel(page).locator('.sentence').nth(1);
  await sentence.locator('.text').click();
  await expect(sentence.locator('.text')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(sentence.locator('.text')).toHaveAttribute('aria-pressed', 'false');

  const note = sentence.getByRole('button', { name: /^Note \d+: / }).first();
  const n = await note.innerText();
  await panel(page)
    .getByRole('button', { name: `Note ${n}: show its sentence` })
    .click();
  await expect(sentence.locator('.text')).toHaveAttribute('aria-pressed', 'true');
  await note.click();
  await expect(panel(page).getByRole('article').first()).toBeVisible({ timeout: SLOW });
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [, hash] = location.href.split('#');
        return atob((hash ?? '').replaceAll('-', '+').replaceAll('_', '/'));
      }),
    )
    .toContain('"citation"');
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible();

  await paths(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(paths(page).nth(1)).toBeFocused();
  await expect(paths(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(panel(page).locator('.path-title')).toHaveText(await titleOf(paths(page).nth(1)));
  await panel(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# .*\n\n[\s\S]*\[\^1\]: /);
});

test('an end is a role, a type, a saved set, or what is selected; parts are united, and can be undone', async ({ page, request }) => {
  const id = 'e2e-ends-of-a-trace';
  const known = (await (await request.get('/api/saved-sets')).json()) as { savedSets: { id: string; revision: number }[] };
  const revision = known.savedSets.find((set) => set.id === id)?.revision;
  const put = await request.put(`/api/saved-sets/${id}`, {
    data: { name: 'Two of the plot', ids: ['rafat-amirov', 'polad-omarov'], ...(revision === undefined ? {} : { revision }) },
  });
  expect(put.ok(), await put.text()).toBe(true);
  try {
    await askForTheWay(page);
    await page.getByRole('tab', { name: 'Trace' }).click();
    await end(page, 'From').getByRole('button', { name: 'Remove Rafat Amirov' }).click();
    await expect(end(page, 'From').getByLabel('From: any of a role or type').locator('option', { hasText: 'Two of the plot' })).toBeAttached({ timeout: SLOW });
    await end(page, 'From').getByLabel('From: any of a role or type').selectOption('role:intermediary');
    await end(page, 'To').getByRole('button', { name: 'Remove Masih Alinejad' }).click({ timeout: SLOW });
    await end(page, 'To').getByLabel('To: any of a role or type').selectOption('role:sponsor');
    await expect(paths(page).first()).toBeVisible({ timeout: SLOW });

    // The answer comes when something is selected already, and must not change the selection.
    let answer = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/trace', async (route) => {
      await until;
      await route.continue();
    });
    await end(page, 'From').getByRole('button', { name: 'From: add' }).click();
    await end(page, 'From').getByLabel('From: any of a role or type').selectOption(`set:${id}`);
    await expect(end(page, 'From').getByRole('button', { name: /^Remove the set “Two of the plot”/ })).toBeVisible({ timeout: SLOW });
    await expect(end(page, 'From').getByRole('button', { name: 'Remove any intermediary' })).toBeVisible();

    const list = await showContents(page);
    const entities = list.getByRole('list', { name: /^Entities/ });
    const chosen = entities.getByRole('button', { name: 'Rafat Amirov', exact: true });
    await chosen.click();
    await expect(chosen).toHaveAttribute('aria-current', 'true');
    const answered = page.waitForResponse('**/api/trace');
    answer();
    await (await answered).finished();
    await expect(page.getByRole('region', { name: 'What runs' }).getByRole('button')).toHaveCount(0, { timeout: SLOW });
    await expect(chosen).toHaveAttribute('aria-current', 'true');
    await entities.getByRole('button', { name: 'Masih Alinejad', exact: true }).click({ modifiers: ['Shift'] });
    await panel(page).getByRole('button', { name: 'Trace to the selected' }).click();
    await expect(end(page, 'To').getByRole('button', { name: /^Remove / })).toHaveCount(2, { timeout: SLOW });
    await page.getByRole('button', { name: /^Undo: / }).click();
    await expect(end(page, 'To').getByRole('button', { name: 'Remove any sponsor' })).toBeVisible();
  } finally {
    await request.delete(`/api/saved-sets/${id}`);
  }
});

test('an answer without a link says what was searched; each wider search adds its switch and states it', async ({ page }) => {
  await openStart(page);
  await page.getByRole('button', { name: /Hadi Matar to the Islamic Revolutionary Guard/ }).click();
  await expect(page.getByText('Not linked', { exact: true })).toBeVisible({ timeout: SLOW });
  const searched = tab(page).getByRole('region', { name: 'What was searched' });
  await expect(searched).toContainText(/Searched paths from/);
  await searched.getByRole('button', { name: 'also through generic entities' }).click();
  await expect(tab(page).locator('.chip.stated')).toContainText(['Paths may pass through generic entities.'], { timeout: SLOW });
  await expect(searched.getByRole('button', { name: 'also through generic entities' })).toHaveCount(0);
  await tab(page).getByRole('button', { name: 'Change what it may pass' }).click();
  await tab(page).getByLabel('Uninvolved origins, at least').selectOption('1');
  await expect(tab(page).locator('.chip.stated', { hasText: 'at least 1 uninvolved origin' })).toBeVisible({ timeout: SLOW });
  await tab(page).getByLabel('Not through entities with more segments than').selectOption('50');
  await expect(tab(page).locator('.chip.stated', { hasText: 'more than 50 segments' })).toBeVisible({ timeout: SLOW });
  await tab(page).getByRole('button', { name: 'Back to the defaults' }).click();
  await expect(tab(page).locator('.chip.stated')).toHaveCount(0, { timeout: SLOW });
});
