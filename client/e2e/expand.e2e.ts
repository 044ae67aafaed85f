/** Expansion: what it would bring is counted first, exactly that is drawn, and undo removes it. */
import { expect, type Page, test } from '@playwright/test';
import { canvas, clickDrawn, drawn, drawnCount, expansionCard, openStart, panel, place, showContents, SLOW } from './steps.ts';

/** The first number in a text. */
const numberIn = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0]);
/** The number of claims that an expansion found and did not draw, because they are beyond its limit. */
async function leftOver(page: Page): Promise<number> {
  const told = (await page.getByRole('status').allInnerTexts()).join('\n');
  return numberIn(/\d+ (or more )?more not drawn/.exec(told)?.[0] ?? '0');
}

test('an expansion brings what its counts said before', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expect(expansionCard(page)).toContainText(/\d+ more \(/, { timeout: SLOW });
  const [, more = '', groups = ''] = /(\d+) more \((.*)\)/.exec(await expansionCard(page).locator('.meta').first().innerText()) ?? [];
  const said = Number(more);
  const byGroup = [...groups.matchAll(/\d+/g)].map(([n]) => Number(n));
  expect(byGroup.reduce((sum, n) => sum + n, 0)).toBe(said);
  expect(said).toBeLessThanOrEqual(25);

  await expansionCard(page).getByRole('button', { name: 'Show' }).click();
  await expect(canvas(page)).not.toHaveAttribute('data-claims', '0', { timeout: SLOW });
  expect(await leftOver(page)).toBe(0);
  expect(await drawnCount(page, 'claims')).toBe(said);
  await expect((await showContents(page)).getByRole('list', { name: /^Claims/ }).getByRole('listitem')).toHaveCount(await drawnCount(page, 'claims'));
});

test('an expansion is limited, says how many more there are, and can be undone and redone', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Choose' }).click({ timeout: SLOW });
  await expansionCard(page).getByLabel('At most').selectOption('10');
  const status = expansionCard(page).getByRole('status');
  await expect(status).toContainText(/10 of \d+ claims would come/);
  const all = Number(/of (\d+)/.exec(await status.innerText())?.[1]);

  await expansionCard(page).getByRole('button', { name: 'Show' }).click();
  await expect(canvas(page)).not.toHaveAttribute('data-claims', '0', { timeout: SLOW });
  const more = await leftOver(page);
  const claims = await drawnCount(page, 'claims');
  const entities = await drawnCount(page, 'entities');
  expect(claims).toBe(10);
  expect(more).toBe(all - 10);

  await page.getByRole('button', { name: 'Undo: Expand Khalid Mehdiyev' }).click();
  await expect(canvas(page)).toHaveAttribute('data-entities', '1');
  await expect(canvas(page)).toHaveAttribute('data-claims', '0');
  await page.getByRole('button', { name: 'Redo: Expand Khalid Mehdiyev' }).click();
  await expect(canvas(page)).toHaveAttribute('data-entities', String(entities));
  await expect(canvas(page)).toHaveAttribute('data-claims', String(claims));
});

test('an expansion takes only what was chosen, and collapsing removes it again', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Choose' }).click({ timeout: SLOW });
  for (const group of await expansionCard(page)
    .getByRole('group')
    .filter({ has: page.locator('strong') })
    .all()) {
    const box = group.getByRole('checkbox').first();
    if (!/execution/.test(await group.locator('strong').innerText())) await box.uncheck();
  }
  await expect(expansionCard(page).getByRole('status')).toContainText(/would come/);
  const coming = numberIn(await expansionCard(page).getByRole('status').innerText());
  await expansionCard(page).getByRole('button', { name: 'Show' }).click();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(coming), { timeout: SLOW });

  const list = await showContents(page);
  await list.getByRole('button', { name: 'Actions for Khalid Mehdiyev', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Collapse/ }).click();
  await expect(canvas(page)).toHaveAttribute('data-entities', '1');
});

test('what is hidden is counted and can be shown again', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Show' }).click({ timeout: SLOW });
  await expect(canvas(page)).not.toHaveAttribute('data-entities', '1', { timeout: SLOW });
  const all = await drawnCount(page, 'entities');
  await clickDrawn(page, 'polad-omarov');
  await expect(panel(page).getByRole('heading', { name: 'Polad Omarov' })).toBeVisible();
  await page.keyboard.press('h');
  await expect(canvas(page)).toHaveAttribute('data-entities', String(all - 1));
  await page.getByRole('button', { name: 'Show hidden (1)' }).click();
  await expect(canvas(page)).toHaveAttribute('data-entities', String(all));
  await drawn(page, 'polad-omarov');
});
