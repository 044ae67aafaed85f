/** Point 1, the opening screen: a search, the ready questions, the saved sets, and what is loaded; each count opens what it counts. */
import { expect, test } from '@playwright/test';
import { canvas, dialog, drawnCount, openStart, panel, place, runAct, SLOW } from '../steps.ts';

const NAME = 'Two of the browser test';

test('what is loaded is counted, and every count opens what it counts', async ({ page }) => {
  test.setTimeout(180_000);
  await openStart(page);
  await expect(canvas(page)).toHaveCount(0);
  const loaded = page.getByRole('complementary', { name: 'In this case' });
  await expect(loaded.getByText(/^As told up to \d{4}/)).toBeVisible();
  const { entities, byType } = await page.evaluate(
    async () => (await (await fetch('/api/stats')).json()) as { entities: number; byType: { type: string; entities: number }[] },
  );

  await loaded.getByRole('button', { name: /^entities / }).click();
  await expect(panel(page).getByText(`50 of ${entities}`)).toBeVisible({ timeout: SLOW });
  await panel(page).getByRole('button', { name: 'Read 50 more' }).click();
  await expect(panel(page).getByText(`100 of ${entities}`)).toBeVisible({ timeout: SLOW });
  const gangs = byType.find((one) => one.type === 'Gang')?.entities ?? 0;
  await panel(page)
    .getByRole('button', { name: `gangs ${gangs}` })
    .click();
  await expect(panel(page).getByText(new RegExp(`^${gangs} of ${gangs},`))).toBeVisible({ timeout: SLOW });
  await panel(page)
    .getByRole('button', { name: /^Place .* on the canvas$/ })
    .first()
    .click();
  await expect(canvas(page)).toHaveAttribute('data-entities', '1', { timeout: SLOW });

  for (const [count, chip] of [
    ['sources', 'Sources'],
    ['voices', 'Voices'],
  ] as const) {
    await page.getByRole('button', { name: 'Attest: back to the opening screen' }).click();
    await loaded.getByRole('button', { name: new RegExp(`^${count} `) }).click();
    await expect(panel(page).getByText(chip, { exact: true })).toBeVisible({ timeout: SLOW });
  }
  for (const count of ['claims', 'contested']) {
    await page.getByRole('button', { name: 'Attest: back to the opening screen' }).click();
    await loaded.getByRole('button', { name: new RegExp(`^${count} `) }).click();
    await expect(canvas(page)).toBeVisible({ timeout: SLOW });
    await expect.poll(() => drawnCount(page, 'claims'), { timeout: SLOW }).toBeGreaterThan(0);
  }
});

test('a set is saved, found after a reload, placed, used as an end of a trace, deleted and restored', async ({ page, request }) => {
  test.setTimeout(180_000);
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await place(page, 'Amirov', 'Rafat Amirov');
  await runAct(page, 'Save as a set');
  await dialog(page)
    .getByRole('radio', { name: /^what is drawn: 2/ })
    .check();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(NAME);
  await dialog(page).getByRole('button', { name: 'Save as a set' }).click();
  await expect(page.getByText(`Saved: ${NAME}`)).toBeVisible({ timeout: SLOW });

  await page.goto('/');
  await page.reload();
  const saved = page.getByRole('region', { name: 'Saved sets' });
  await saved.getByRole('button', { name: new RegExp(NAME) }).click({ timeout: SLOW });
  await expect(canvas(page)).toHaveAttribute('data-entities', '2', { timeout: SLOW });

  await page.getByRole('button', { name: 'Every act' }).click();
  await page.getByPlaceholder(/^An act/).fill(NAME);
  await dialog(page)
    .getByRole('button', { name: new RegExp(`^${NAME}`) })
    .click();
  await panel(page).getByRole('button', { name: 'Trace from them' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Trace' }).getByRole('button', { name: new RegExp(`^Remove .*${NAME}`) })).toBeVisible();

  await panel(page).getByRole('button', { name: 'Delete the set' }).click();
  await expect(panel(page).getByText(`${NAME} was deleted.`)).toBeVisible({ timeout: SLOW });
  await panel(page).getByRole('button', { name: 'Put it back' }).click();
  await expect(panel(page).getByRole('heading', { name: NAME })).toBeVisible({ timeout: SLOW });
  await panel(page).getByRole('button', { name: 'Delete the set' }).click();
  await expect(panel(page).getByText(`${NAME} was deleted.`)).toBeVisible({ timeout: SLOW });
  const { savedSets } = (await (await request.get('/api/saved-sets')).json()) as { savedSets: { name: string }[] };
  expect(savedSets.filter((set) => set.name === NAME)).toEqual([]);
});
