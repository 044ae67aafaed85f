/**
 * Point 5, filters and clocks: every count selects what it counts, dimming keeps what hiding removes, filters are in the link, and the clocks can be stepped.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { askForTheWay, canvas, drawn, drawnCount, openStart, panel, place, SLOW } from '../steps.ts';

const filters = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Filters' });
const part = (page: Page, name: string): Locator => filters(page).getByRole('region', { name, exact: true });

test('every count beside a filter selects exactly as many as it says', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('tab', { name: 'Filters' }).click();
  await filters(page).getByRole('button', { name: 'Kinds of claim in execution' }).click();
  const counts = filters(page).getByRole('button', { name: /^Select the / });
  const n = await counts.count();
  // None of these claims has two origins, so that count is no button.
  expect(n).toBeGreaterThanOrEqual(12);
  for (let i = 0; i < n; i += 1) {
    const said = Number.parseInt(await counts.nth(i).innerText(), 10);
    await counts.nth(i).click();
    if (said > 1)
      await expect.soft(panel(page).getByText(`${said} selected`, { exact: true }), (await counts.nth(i).getAttribute('aria-label')) ?? '').toBeVisible();
    else await expect.soft(panel(page).getByText(/^\d+ selected$/)).toHaveCount(0);
  }
});

test('a filter hides or dims, says what it leaves out, is removed alone, and is in the link', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('tab', { name: 'Filters' }).click();
  const [entities, claims] = [await drawnCount(page, 'entities'), await drawnCount(page, 'claims')];
  const standing = part(page, 'Standing, at least');
  await standing.getByRole('button', { name: 'charged', exact: true }).click();
  const left = Number.parseInt(await standing.getByRole('button', { name: /^Select the .*charged$/ }).innerText(), 10);
  expect(left).toBeLessThan(claims);
  await expect(canvas(page)).toHaveAttribute('data-claims', String(left));
  await expect(part(page, 'Active filters')).toContainText(`leaves out ${claims - left}`);

  await part(page, 'Types').getByRole('checkbox', { name: 'gangs' }).click();
  await expect.poll(() => drawnCount(page, 'entities')).toBeLessThan(entities);
  await part(page, 'Active filters').getByRole('radio', { name: 'is dimmed' }).check();
  await expect(canvas(page)).toHaveAttribute('data-entities', String(entities));
  await part(page, 'Active filters').getByRole('button', { name: 'Drop the filter: without gangs' }).click();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(left));

  const source = part(page, 'Sources read').getByRole('button', { pressed: false }).first();
  const name = await source.innerText();
  await source.click();
  await expect(part(page, 'Active filters')).toContainText(`from the source ${name} only`);
  let address = '';
  await expect
    .poll(
      async () => {
        const last = address;
        address = page.url();
        return address === last;
      },
      { intervals: [700] },
    )
    .toBe(true);
  await page.reload();
  await expect(part(page, 'Active filters')).toContainText(`from the source ${name} only`, { timeout: SLOW });
  await expect(part(page, 'Active filters').getByRole('radio', { name: 'is dimmed' })).toBeChecked();
});

test('a filter survives an expansion, and the server is asked with it', async ({ page }) => {
  await openStart(page);
  await place(page, 'Mehdiyev', 'Khalid Mehdiyev');
  await page.getByRole('tab', { name: 'Filters' }).click();
  await part(page, 'Standing, at least').getByRole('button', { name: 'charged', exact: true }).click();
  await part(page, 'First published after').getByRole('textbox').fill('2020');
  await part(page, 'First published after').getByRole('textbox').press('Enter');
  const asked = page.waitForRequest(/\/expand$/);
  await page.getByRole('application').focus();
  await page.keyboard.press('n');
  expect((await asked).postDataJSON()).toMatchObject({ filter: { standingAtLeast: 'charged', firstPublishedAfter: '2020' } });
  await drawn(page, 'khalid-mehdiyev');
  await expect.poll(() => drawnCount(page, 'claims'), { timeout: SLOW }).toBeGreaterThan(0);
  await expect(part(page, 'Active filters')).toContainText('standing at least charged');
  await expect(part(page, 'Active filters')).toContainText('leaves nothing out');
});

test('claims are narrowed to those first published after a date', async ({ page }) => {
  await askForTheWay(page);
  await page.getByRole('tab', { name: 'Filters' }).click();
  const all = await drawnCount(page, 'claims');
  const after = part(page, 'First published after');
  // All of the way rests on one article of February 2023.
  await after.getByRole('textbox').fill('2023-02');
  await after.getByRole('textbox').press('Enter');
  await expect(canvas(page)).toHaveAttribute('data-claims', '0');
  await expect(part(page, 'Active filters')).toContainText('first published after 2023-02 only');
  await expect(part(page, 'Active filters')).toContainText(`leaves out ${all}`);
  await after.getByRole('textbox').fill('2022');
  await after.getByRole('textbox').press('Enter');
  await expect(canvas(page)).toHaveAttribute('data-claims', String(all));
  await expect(after.getByRole('button', { name: /^Select the / })).toHaveText(String(all));
});

test('the clocks are stepped over the dates in view, undated claims are counted, and the clock can be removed', async ({ page }) => {
  await askForTheWay(page);
  const all = await drawnCount(page, 'claims');
  await page.getByRole('tab', { name: 'Filters' }).click();
  const clocks = part(page, 'Clocks');
  await expect(page.getByRole('contentinfo')).toContainText('today on all three clocks');
  const first = await clocks.getByRole('button', { name: /^happened: back to / }).getAttribute('aria-label', { timeout: SLOW });
  await clocks.getByRole('button', { name: /^happened: back to / }).click();
  await expect(clocks.getByRole('button', { name: /^happened: \d{4}-\d{2}-\d{2}\. Set the date$/ })).toContainText(first!.slice(-10));
  await expect(page.getByRole('contentinfo')).toContainText(/happened by \d{4}-\d{2}-\d{2}/);
  await expect(clocks.getByRole('status')).toContainText(/\d+ claims? in view/, { timeout: SLOW });
  await expect.poll(() => drawnCount(page, 'claims'), { timeout: SLOW }).toBeLessThanOrEqual(all);
  const undated = clocks.getByRole('button', { name: /^Select the .*undated or perhaps later$/ });
  const n = Number.parseInt(await undated.innerText({ timeout: SLOW }), 10);
  await undated.click();
  if (n > 1) await expect(panel(page).getByText(`${n} selected`, { exact: true })).toBeVisible();
  await clocks.getByRole('button', { name: /^happened: on to / }).click();
  await expect(canvas(page)).toHaveAttribute('data-claims', String(all), { timeout: SLOW });
  await clocks.getByRole('button', { name: /^happened: back to / }).click();
  await clocks.getByRole('button', { name: 'Back to today' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('today on all three clocks');
  await expect(canvas(page)).toHaveAttribute('data-claims', String(all), { timeout: SLOW });
});
