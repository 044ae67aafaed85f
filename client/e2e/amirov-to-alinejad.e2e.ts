/** The path from Amirov to Alinejad: searched, traced, told in words, opened hop by hop, and exported as a dossier. */
import { expect, test } from '@playwright/test';
import { askForTheWay, drawn, openExport, openStart, panel, place, showContents, SLOW, takeFile } from './steps.ts';

test('two names are searched and placed, and the path between them is traced', async ({ page }) => {
  await openStart(page);
  await place(page, 'Amirov', 'Rafat Amirov');
  await place(page, 'Alinejad', 'Masih Alinejad');
  await drawn(page, 'rafat-amirov');

  const entities = (await showContents(page)).getByRole('list', { name: /^Entities \(2 of / });
  await entities.getByRole('button', { name: 'Rafat Amirov', exact: true }).click();
  await entities.getByRole('button', { name: 'Masih Alinejad', exact: true }).click({ modifiers: ['Shift'] });
  await expect(panel(page).getByText('2 selected')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Trace between them' }).click();

  const paths = page.getByRole('list', { name: 'Paths' }).getByRole('button');
  await expect(paths.first()).toBeVisible({ timeout: SLOW });
  for (const path of await paths.all()) {
    await expect(path).toContainText(/weakest hop: (reported|alleged|charged)/);
    await expect(path).toContainText(/\d+ hops?/);
    await expect(path).toContainText(/\d+(\+\?)? origins?, \d+ uninvolved/);
  }
  await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible();
  await drawn(page, 'plot-alinejad-2022');
});

test('each hop opens its citations, as many as its figures say, each with paragraph, standing and origin', async ({ page }) => {
  await askForTheWay(page);
  const hops = panel(page).locator('.sentence');
  await expect(hops.nth(1)).toBeVisible();
  await expect(hops.filter({ hasText: 'weakest hop' })).not.toHaveCount(0);
  const count = await hops.count();
  for (let i = 0; i < count; i += 1) {
    const said = await hops.nth(i).innerText();
    await hops.nth(i).click();
    await panel(page).getByRole('button', { name: 'Evidence', exact: true }).click();

    const byOrigin = panel(page).getByRole('region', { name: 'Citations by origin' }).last();
    const passages = byOrigin.getByRole('article');
    await expect(passages.first()).toBeVisible({ timeout: SLOW });
    const figure = async (word: RegExp): Promise<number> =>
      Number.parseInt(await panel(page).locator('.figures').getByRole('button', { name: word }).innerText(), 10);
    expect(await passages.count()).toBe(await figure(/citation/));
    const counted = page.getByRole('article').filter({ hasNotText: 'its own retelling: adds no origin' });
    const established = byOrigin
      .locator('section.card:has(article)')
      .filter({ has: counted })
      .filter({ hasNotText: 'Origin not established' })
      .filter({ hasNotText: 'Who answers' });
    expect(await established.count()).toBe(await figure(/origins?$/));
    for (const passage of await passages.all()) {
      await expect(passage).toContainText(/paragraph \d+/);
      await expect(passage).toContainText(/reported|alleged|charged/);
    }
    const standing = panel(page).getByRole('region', { name: 'Standing', exact: true });
    const level = /(reported|alleged|charged) ·/.exec(said)?.[1] ?? 'nothing';
    await expect(standing.locator('[aria-current=step]')).toHaveText(level);

    await page.keyboard.press('Escape');
    await expect(panel(page).getByRole('heading', { name: 'In words' })).toBeVisible();
  }
});

test('the path is exported as a dossier with footnotes, standing, responses and the date up to which it is told', async ({ page }) => {
  await askForTheWay(page);
  const sentences = await panel(page)
    .locator('.sentence .text')
    .evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ''));
  const asked = await openExport(page);
  await expect(asked.getByRole('radio', { name: /^The path:/ })).toBeChecked();
  await expect(asked.getByRole('radio', { name: /^Dossier \(Markdown\)/ })).toBeChecked();
  await expect(asked.getByText('The publication gate lets this pass.')).toBeVisible();
  const { name, bytes } = await takeFile(page);
  expect(name).toMatch(/\.md$/);
  await expect(page.getByText(`Written: ${name}`)).toBeVisible();

  const text = bytes.toString('utf8');
  for (const sentence of sentences) expect(text).toContain(sentence);
  const marks = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, n]) => n));
  const notes = new Set([...text.matchAll(/^\[\^(\d+)\]:.*paragraph \d+.*$/gm)].map(([, n]) => n));
  expect(marks.size).toBeGreaterThan(1);
  expect(notes).toEqual(marks);
  const { knowledge } = await page.evaluate(async () => (await (await fetch('/api/stats')).json()) as { knowledge: string });
  expect(knowledge).toMatch(/^As told up to \d{4}.*; later outcomes not searched/);
  expect(text).toContain(knowledge);
  expect(text).toContain('Rafat Amirov: no response on record in these sources.');
  expect(text).toMatch(/Rafat Amirov is charged .*with having/);
  expect(text).toContain('the weakest hop)*');
  expect(text).toMatch(/\*Charged by the US Department of Justice.*; \d+ origins?, \d+ uninvolved\.\*/);
});

test('the path is copied with its footnotes', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await askForTheWay(page);
  await panel(page).getByRole('button', { name: 'Copy with footnotes' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/\[1\][\s\S]*\n\[1\] /);
  expect(text).toContain('later outcomes not searched');
});

test('where two ends are not linked it says so, what was searched, and how to search wider', async ({ page }) => {
  await openStart(page);
  await page.getByRole('button', { name: /Hadi Matar to the Islamic Revolutionary Guard/ }).click();
  await expect(page.getByText('Not linked', { exact: true })).toBeVisible({ timeout: SLOW });
  await expect(page.getByText(/Searched paths from/).first()).toBeVisible();
  await page.getByRole('button', { name: 'also through generic entities' }).click();
  await expect(
    page
      .getByRole('tabpanel', { name: 'Trace' })
      .locator('.chip')
      .filter({ hasText: /generic/ })
      .first(),
  ).toBeVisible({ timeout: SLOW });
});
