/** A stranger's list of links, with semicolons and German heads: mapped, told as sentences, imported, seen in the graph, and imported again without a change. */
import { expect, type Page, test } from '@playwright/test';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { applyImport, dialog, expectImported, searchField, SLOW } from '../steps.ts';

const DATASET = 'table-netzwerk-window';
const ROWS = [
  'Von;Beziehung;An;Datum;Quelle;Adresse;Bemerkung;Zeile',
  'Ottilie Öhler;Mitglied von;Heimatbund Süd;03.04.2021;Süddeutsches Blatt;https://example.org/bund;geprüft;1',
  'Ottilie Öhler;kennt;"Wachter; Kurt";2020;;;"zwei',
  'Zeilen";2',
  '=HYPERLINK("x");kennt;<img src=x onerror=alert(1)>;;;;;3',
  ';kennt;Niemand;;;;;4',
  'Kurt;kennt',
];
const file = (rows: readonly string[] = ROWS, name = 'netzwerk-window.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'),
});

async function choose(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, desk: {} })).toString('base64url')}`);
  await page.locator('.desk-left .open-import').click({ timeout: SLOW });
  await dialog(page).locator('input[type=file]:not([webkitdirectory])').setInputFiles(file());
}

test.afterAll(async ({ baseURL }) => {
  const { records } = (await (await fetch(new URL(`/api/cases/${DATASET}/size`, baseURL))).json()) as { records: number };
  const body = JSON.stringify({ records, who: 'test', why: 'made up', operation: crypto.randomUUID() });
  await fetch(new URL(`/api/cases/${DATASET}/remove`, baseURL), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
});

test('a list of links is mapped, told, imported, seen in the graph, and imported again without a change', async ({ page }) => {
  test.slow();
  let alerts = 0;
  page.on('dialog', (one) => {
    alerts += 1;
    void one.dismiss();
  });
  await choose(page);
  const map = dialog(page).getByRole('region', { name: 'What the columns mean' });
  const sample = map.getByRole('region', { name: 'What the first rows say' });
  await expect(sample).toContainText('Ottilie Öhler is linked as “Mitglied von” to Heimatbund Süd', { timeout: SLOW });
  await expect(map).toContainText('cut at semicolons, read as Windows-1252');
  await expect(sample).toContainText('it has no subject');
  await expect(sample).toContainText('its row has another number of cells than the head');
  await expect(sample).toContainText('Not taken: “Zeile”.');
  await expect(map.getByLabel('Source: title')).toHaveValue('column 4');
  await map.getByLabel('What the object is').selectOption({ label: 'organisation' });
  await map.getByLabel('“kennt” means').selectOption({ label: 'is associated with' });
  await expect(sample).toContainText('Ottilie Öhler is associated with Wachter; Kurt', { timeout: SLOW });
  await page.screenshot({ path: test.info().outputPath('mapped.png') });
  await map.getByRole('button', { name: 'Plan with these columns' }).click();

  const converted = dialog(page).getByRole('region', { name: 'From other programs' });
  await expect(converted).toContainText('5 read: 3 taken over, 2 rejected', { timeout: SLOW });
  await expect(converted).toContainText('it has no subject; fill the column “Von”, or map another one (line 6)');
  await page.screenshot({ path: test.info().outputPath('planned.png') });
  await applyImport(page);
  await expectImported(page);

  // The columns are known by their names now: the plan stands at once.
  await dialog(page).getByRole('button', { name: 'Import other files' }).click();
  await dialog(page)
    .locator('input[type=file]:not([webkitdirectory])')
    .setInputFiles(file([ROWS[0]!, ...ROWS.slice(4), ...ROWS.slice(1, 4)]));
  await expect(dialog(page).getByText(/^All \d+ are as they were\. Nothing is to be written\.$/)).toBeVisible({ timeout: SLOW });
  await dialog(page).getByRole('button', { name: 'Columns…' }).click();
  await expect(map.getByLabel('“kennt” means')).toHaveValue('associated-with', { timeout: SLOW });

  await page.goto('/');
  await searchField(page).fill('Ottilie');
  await page
    .getByRole('option', { name: /Ottilie Öhler/ })
    .first()
    .click({ timeout: SLOW });
  await expect(page.getByText('Heimatbund Süd').first()).toBeVisible({ timeout: SLOW });
  await page.screenshot({ path: test.info().outputPath('graph.png') });
  expect(alerts).toBe(0);
});

test('axe finds nothing in the mapping of a table: light, dark, mirrored, and on a phone', async ({ browser, baseURL }) => {
  test.slow();
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    await choose(page, query);
    await expect(page.locator('.map-sample li').first()).toBeVisible({ timeout: SLOW });
    await expectClean(page, `mapping, ${name}`);
    await expectNoWider(page, name === 'a phone' ? 390 : 1440, 'mapping');
    await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: name === 'a phone' });
    await page.context().close();
  }
});
