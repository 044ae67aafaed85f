/** The publication gate stops an export and gives each reason; leaving out and overriding continue it; every format writes a genuine file. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask, askForTheWay, dialog, drawn, openExport, SLOW, takeFile, unzip } from './steps.ts';

/** Draws claims that rest on article 004, whose page has no address, and opens the export dialog, so that the gate refuses. */
async function refusedExport(page: Page): Promise<{ asked: Locator; refused: string[] }> {
  await ask(page, /have no origin known to be uninvolved/);
  await drawn(page, 'iran');
  const asked = await openExport(page);
  await expect(asked.getByRole('alert')).toContainText(/The publication gate refuses \d+ records?\. Nothing is written until you choose\./);
  const refused = await asked.locator('.refused li strong').allInnerTexts();
  expect(refused.length).toBeGreaterThan(0);
  return { asked, refused };
}

test('an export with claims of article 004 is refused, record by record, with the reason and the remedy', async ({ page }) => {
  const { asked } = await refusedExport(page);
  for (const item of await asked.locator('.refused li').all()) await expect(item).toContainText(/no (title|address|publisher)|source/i);
  const write = asked.getByRole('button', { name: 'Write the file' });
  await expect(write).toBeDisabled();
  await asked.getByRole('radio', { name: /Override/ }).check();
  await expect(write).toBeDisabled();
  await asked.getByLabel(/Reason, printed/).fill('   ');
  await expect(write).toBeDisabled();
});

test('leaving out what was refused writes the rest, and lists what was left out', async ({ page }) => {
  const { asked, refused } = await refusedExport(page);
  await asked.getByRole('radio', { name: /Leave those out/ }).check();
  const { bytes } = await takeFile(page);
  const text = bytes.toString('utf8');
  const listed = (/### Left out at the publication gate \(\d+\)\n\n(?:- .*\n?)+/.exec(text)?.[0] ?? '').replaceAll('\\', '');
  expect(listed.match(/^- /gm)).toHaveLength(refused.length);
  // An accusation that may not be printed is not printed there either: its two ends, the kind of claim, and why.
  for (const label of refused) expect(text.replaceAll('\\', '')).not.toContain(label);
  expect(text).toMatch(/\[\^1\]:/);
});

test('an override is written only with its reason, which is printed in the file', async ({ page }) => {
  const { asked } = await refusedExport(page);
  await asked.getByRole('radio', { name: /Override/ }).check();
  await asked.getByLabel(/Reason, printed/).fill('The page was found in an archive');
  const { bytes } = await takeFile(page);
  expect(bytes.toString('utf8')).toMatch(/Published against the publication gate: The page was found in an archive\. It had refused [1-9]/);
});

test('exported own JSON is imported again, and every record is unchanged', async ({ page }) => {
  await askForTheWay(page);
  const asked = await openExport(page);
  await asked.getByRole('radio', { name: /^Own JSON/ }).check();
  const files = unzip((await takeFile(page)).bytes);
  expect(files.get('printed-lines.txt')).toContain('later outcomes not searched');
  expect(files.has('manifest.json')).toBe(true);
  const own = [...files].filter(([name]) => name.endsWith('.json'));
  const claims = own.flatMap(([, text]) => (JSON.parse(text) as { format: string; claims?: { id: string; citations: unknown[] }[] }).claims ?? []);
  expect(claims.map((claim) => claim.id)).toEqual(expect.arrayContaining(['amirov-carried-out-plot-alinejad', 'plot-aimed-at-alinejad']));
  for (const claim of claims) expect(claim.citations.length).toBeGreaterThan(0);

  const report = await page.evaluate(async (parts) => {
    const form = new FormData();
    for (const [name, text] of parts) form.append('file', new Blob([text], { type: 'application/json' }), name);
    const answer = await fetch('/api/imports?dryRun=true&wait=true', { method: 'POST', body: form });
    return ((await answer.json()) as { report: { problems: unknown[]; records: Record<string, number> } }).report;
  }, own);
  expect(report.problems).toEqual([]);
  expect(report.records).toMatchObject({ new: 0, changed: 0, refused: 0 });
  expect(report.records.unchanged).toBeGreaterThan(10);
});

test('the CSV set is one archive of tables, every edge with its standing and its citations', async ({ page }) => {
  await askForTheWay(page);
  const asked = await openExport(page);
  await asked.getByRole('radio', { name: /^CSV set/ }).check();
  const { name, bytes } = await takeFile(page);
  expect(name).toMatch(/\.zip$/);
  const files = unzip(bytes);
  expect([...files.keys()]).toEqual(expect.arrayContaining(['citations.csv', 'edges.csv', 'nodes.csv', 'sources.csv']));
  expect(files.get('edges.csv')).toMatch(/amirov-carried-out-plot-alinejad,.*,charged,/);
  expect(files.get('citations.csv')!.match(/,amirov-carried-out-plot-alinejad,/g)).toHaveLength(2);
  expect([...files.values()].join('\n')).toContain('later outcomes not searched');
});

test('the picture is a PNG of whole A4 pages and not blank', async ({ page }) => {
  await askForTheWay(page);
  await drawn(page, 'rafat-amirov');
  const asked = await openExport(page);
  await asked.getByRole('radio', { name: /^What is drawn/ }).check();
  await asked.getByRole('radio', { name: /^Picture \(PNG\)/ }).check();
  await expect(dialog(page).getByText('The publication gate lets this pass.')).toBeVisible({ timeout: SLOW });
  const { name, bytes } = await takeFile(page);
  expect(name).toMatch(/^attest-.*\.png$/);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(bytes.readUInt32BE(16)).toBe(3508);
  expect([2480, 2481, 2 * 2480, 2 * 2480 + 1]).toContain(bytes.readUInt32BE(20));
  const colours = await page.evaluate(async (base64) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]), { resizeWidth: 400 });
    const surface = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    surface.drawImage(picture, 0, 0);
    const { data } = surface.getImageData(0, 0, picture.width, picture.height);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join())).size;
  }, bytes.toString('base64'));
  expect(colours).toBeGreaterThan(20);
});

/** A view whose only claim, of article 004, is dimmed by a filter, and an entity beside it. */
const DIMMED = {
  v: 1,
  e: [
    ['shahram-poursafi', 0, 0],
    ['plot-bolton', 300, 0],
    ['masih-alinejad', 600, 0],
  ],
  c: ['poursafi-planned-plot-bolton'],
  f: { uninvolvedAtLeast: 3, manner: 'dim' },
};

test('a claim that the filters only dim is in no file, and in no picture (fault 27)', async ({ page }) => {
  const asked: string[][] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/exports/check')) asked.push((request.postDataJSON() as { claims: string[] }).claims);
  });
  await page.goto(`/#${Buffer.from(JSON.stringify(DIMMED)).toString('base64url')}`);
  await drawn(page, 'poursafi-planned-plot-bolton#0');
  const open = await openExport(page);
  await expect(open.getByText('What is drawn: 3 entities, 0 claims')).toBeVisible();
  await open.getByRole('radio', { name: /^Picture as vector/ }).check();
  await expect(open.getByText('What is drawn: 3 entities, 0 claims')).toBeVisible();
  const { bytes } = await takeFile(page);
  expect(asked).toEqual([[]]);
  const svg = bytes.toString('utf8');
  expect(svg).toContain('Masih Alinejad, person');
  expect(svg).not.toContain('poursafi-planned-plot-bolton');
});
