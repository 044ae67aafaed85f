/** Point 3, acts on the canvas: lasso, selecting, hiding one by one, groups, bundles, layouts, the history, and what a limit leaves out. */
import { expect, test } from '@playwright/test';
import { canvas, contents, drawn, drawnCount, expansionCard, openStart, panel, place, runAct, showContents, SLOW } from '../steps.ts';

test('what is drawn is selected, hidden, grouped, bundled and laid out, and the history leads back', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Show' }).click({ timeout: SLOW });
  await expect(canvas(page)).not.toHaveAttribute('data-entities', '1', { timeout: SLOW });
  const all = await drawnCount(page, 'entities');
  const list = await showContents(page);

  await test.step('a lasso with the real pointer takes what is in the loop', async () => {
    const [x, y] = await drawn(page, 'khalid-mehdiyev');
    const box = (await canvas(page).boundingBox())!;
    await page.keyboard.press('l');
    const at = (dx: number, dy: number) => page.mouse.move(box.x + x + dx, box.y + y + dy, { steps: 4 });
    await at(-30, -30);
    await page.mouse.down();
    for (const [dx, dy] of [
      [30, -30],
      [30, 30],
      [-30, 30],
      [-30, -28],
    ] as const)
      await at(dx, dy);
    await page.mouse.up();
    await expect(list.getByRole('button', { name: 'Khalid Mehdiyev', exact: true })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByTestId('lasso')).toHaveCount(0);
  });

  await test.step('the selection grows, turns round and goes by number of neighbours', async () => {
    await runAct(page, 'Select all entities');
    await expect(panel(page).getByText(`${all} selected`)).toBeVisible();
    await list.getByLabel('Neighbours, at least').fill(String(2));
    await list.getByRole('button', { name: 'Select', exact: true }).click();
    const some = await list.locator('.entity-row[aria-current=true]').count();
    expect(some).toBeGreaterThan(0);
    await runAct(page, 'Select the rest');
    await expect(list.locator('.entity-row[aria-current=true]')).toHaveCount(all - some);
  });

  await test.step('of two hidden one is shown again', async () => {
    await list.getByRole('button', { name: 'Polad Omarov', exact: true }).click();
    await list.getByRole('button', { name: 'Khalid Mehdiyev', exact: true }).click({ modifiers: ['Shift'] });
    await page.keyboard.press('h');
    await expect(canvas(page)).toHaveAttribute('data-entities', String(all - 2));
    await list.getByRole('button', { name: 'Show again: Polad Omarov' }).click();
    await expect(canvas(page)).toHaveAttribute('data-entities', String(all - 1));
    await expect(list.getByRole('list', { name: 'Hidden (1)' })).toBeVisible();
  });

  await test.step('a jump in the history goes three acts back, and forward again', async () => {
    await runAct(page, 'Group by type');
    await page.keyboard.press('Control+Shift+h');
    const acts = page.getByRole('menu').getByRole('menuitem');
    await expect(acts.first()).toHaveAttribute('aria-current', 'true');
    await acts.nth(3).click();
    await expect(canvas(page)).toHaveAttribute('data-entities', String(all));
    const closed = () => expect(page.getByRole('menu')).toHaveCount(0);
    await closed();
    await page.keyboard.press('Control+Shift+h');
    await page.getByRole('menu').getByRole('menuitem').first().click();
    await expect(canvas(page)).toHaveAttribute('data-entities', String(all - 1));
    await closed();
  });

  await test.step('a group by hand has a name and its members, and is dissolved', async () => {
    await runAct(page, 'Select all entities');
    await runAct(page, 'Group the selected by hand');
    await list.getByLabel('Name of the group').fill('The men of Yonkers');
    await list.getByLabel('Name of the group').press('Enter');
    await expect(list.getByRole('button', { name: 'Select the members of The men of Yonkers' })).toContainText(`${all - 1} members`);
    await page.getByRole('button', { name: 'Undo: Name a group: The men of Yonkers' }).click();
    await expect(list.getByLabel('Name of the group')).toHaveValue('Group 1');
    await list.getByRole('button', { name: 'Dissolve Group 1' }).click();
    await expect(list.getByLabel('Name of the group')).toHaveCount(0);
  });

  await test.step('parallel claims are one line each pair, told in the list, and drawn by themselves again', async () => {
    await runAct(page, 'Bundle parallel claims');
    await runAct(page, 'Draw every claim by itself');
    await expect(contents(page).getByText(/one line of \d+ claims/)).toHaveCount(0);
  });

  await test.step('every layout gives everything a place', async () => {
    for (const layout of ['Around the selected', 'By force', 'In rows by type', 'Left to right']) {
      await runAct(page, layout);
      await expect(page.getByRole('button', { name: `Undo: Lay out: ${layout}` })).toBeVisible();
      await expect
        .poll(async () => Object.keys(JSON.parse((await canvas(page).getAttribute('data-places')) ?? '{}') as object).length, { timeout: SLOW })
        .toBeGreaterThanOrEqual(all - 1);
    }
  });
});

test('beyond a limit what was left out is said and can be chosen; origins can be required before it is drawn', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await expansionCard(page).getByRole('button', { name: 'Choose' }).click({ timeout: SLOW });
  await expansionCard(page).getByLabel('Origins, at least').selectOption('2');
  await expect(expansionCard(page).getByRole('status')).toContainText(/would come/, { timeout: SLOW });
  const sent = page.waitForRequest((request) => request.url().endsWith('/expand') && (request.postDataJSON() as { limit: number }).limit > 1);
  await expansionCard(page).getByLabel('Origins, at least').selectOption('0');
  await expansionCard(page).getByLabel('At most').selectOption('10');
  await expansionCard(page).getByRole('button', { name: 'Show' }).click();
  expect(((await sent).postDataJSON() as { originsAtLeast?: number }).originsAtLeast).toBeUndefined();

  await expect(canvas(page)).not.toHaveAttribute('data-claims', '0', { timeout: SLOW });
  const before = await drawnCount(page, 'claims');
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ more not drawn/ })
    .getByRole('button', { name: 'Choose' })
    .click();
  const choices = panel(page).getByRole('checkbox');
  await expect(choices.first()).toBeVisible();
  await choices.nth(0).check();
  await choices.nth(1).check();
  await panel(page).getByRole('button', { name: 'Draw the chosen (2)' }).click();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(before + 2));
});
