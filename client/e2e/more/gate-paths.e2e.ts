/** The publication gate speaks before the export: a refused path has its mark and its reason, and leads to one that can be printed. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectClean, newPage } from '../axe-checks.ts';
import { ask, dialog, openExport, panel, SLOW, takeFile } from '../steps.ts';

const ASKED = 'By what chain is Assadollah Assadi said to be tied to Iran';
const MARK = 'Cannot be printed as it stands';
const list = (page: Page): Locator => page.getByRole('list', { name: 'Paths' });
const write = (page: Page): Locator => dialog(page).getByRole('button', { name: 'Write the file' });

/** Asks the question whose third path rests on a page without an address, and chooses that path. */
async function refusedPath(page: Page): Promise<void> {
  await ask(page, new RegExp(ASKED));
  const marked = list(page).getByRole('listitem').filter({ hasText: MARK });
  await expect(marked).toHaveCount(1, { timeout: SLOW });
  await marked.getByRole('button').click();
}

/** A view whose every path from one end to the other is refused. */
const NONE_PASSES = {
  v: 1,
  e: [
    ['shahram-poursafi', 0, 0],
    ['plot-bolton', 300, 0],
  ],
  c: ['poursafi-planned-plot-bolton'],
  trace: { from: { ids: ['shahram-poursafi'] }, to: { ids: ['plot-bolton'] } },
  tab: 'trace',
  panel: { kind: 'prose' },
};

test('a refused path is marked with its reason, and the next one that passes is written as a dossier with what was asked', async ({ page }) => {
  const judged: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/exports/check-paths')) judged.push((request.postDataJSON() as { paths: unknown[] }).paths.length);
  });
  await refusedPath(page);
  await expect(page.getByText('5 of 6 can be printed as they stand.')).toBeVisible();
  await expect(list(page)).toContainText('1 claim: no address of the source noted');
  await expect(panel(page).getByText(MARK)).toBeVisible();
  await expectClean(page, 'paths with a mark');

  const asked = await openExport(page);
  await expect(asked.getByRole('alert')).toContainText('The publication gate refuses 1 record.');
  await expect(asked.getByText('Leaves 1 of 2 claims; the path cannot be told without the rest.')).toBeVisible();
  await expect(write(page)).toBeDisabled();
  await expectClean(page, 'export of a refused path');
  await asked.getByRole('button', { name: /^Take the next path that passes: / }).click();
  await expect(asked.getByText('The publication gate lets this pass.')).toBeVisible({ timeout: SLOW });
  const { bytes } = await takeFile(page);
  const text = bytes.toString('utf8').replaceAll('\\', '');
  expect(text).toContain(`## What was asked\n\n- ${ASKED}`);
  expect(text).toContain('- 1 path asked for, 1 told.');
  expect(text).toMatch(/asked.*By what chain is Assadollah Assadi/);
  expect(text).not.toContain('What was left out, and why');
  // All of the paths were judged at once, and no other time.
  expect(judged).toEqual([6]);
});

test('on a phone one Escape closes the list of paths, and the path chosen there stays to be exported', async ({ browser, baseURL }) => {
  const page = await newPage(browser, baseURL, { viewport: { width: 390, height: 844 } });
  await ask(page, new RegExp(ASKED));
  await page.getByRole('button', { name: 'Filters, trace and contents' }).click();
  await list(page).getByRole('listitem').filter({ hasText: MARK }).getByRole('button').click({ timeout: SLOW });
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(panel(page).getByText(MARK)).toHaveCount(1);
  const asked = await openExport(page);
  await expect(asked.getByRole('button', { name: /^Take the next path that passes: / })).toBeVisible();
  await page.context().close();
});

test('where leaving out would leave nothing and no path passes, the dialog says both, and writes only against a printed reason', async ({ page }) => {
  await page.goto(`/#${Buffer.from(JSON.stringify(NONE_PASSES)).toString('base64url')}`);
  await expect(list(page).getByRole('listitem').first()).toContainText(MARK, { timeout: SLOW });
  await expect(page.getByText(/^(None of them can|It cannot) be printed/)).toBeVisible();
  // Nobody has chosen a path: the first is read, and exported.
  await expect(panel(page).getByText(MARK)).toBeVisible();
  const asked = await openExport(page);
  await expect(asked.getByRole('radio', { name: /Leave those out/ })).toBeDisabled();
  await expect(asked.getByText(/^Nothing would be left/)).toBeVisible();
  await expect(asked.getByText('No other path of this trace passes the gate either.')).toBeVisible();
  await asked.getByRole('radio', { name: /Override/ }).check();
  await asked.getByLabel(/Reason, printed/).fill('The page was found in an archive');
  const { bytes } = await takeFile(page);
  const text = bytes.toString('utf8');
  expect(text).toMatch(/### Refused, and published all the same \([1-9]/);
  expect(text).toContain('- Reason: The page was found in an archive.');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
  [390, 480],
] as const)
  test(`the buttons of the dialog stay in view at ${width} × ${height}, however much is refused`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await ask(page, /have no origin known to be uninvolved/);
    const asked = await openExport(page);
    await expect(write(page)).toBeInViewport({ ratio: 1 });
    await asked.getByRole('list', { name: 'Printed in every format' }).getByRole('listitem').last().scrollIntoViewIfNeeded();
    await expect(write(page)).toBeInViewport({ ratio: 1 });
    await expect(asked.getByRole('button', { name: 'Close' }).last()).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

test('an entity alone makes no dossier, and the dialog says what to do', async ({ page }) => {
  const alone = { v: 1, e: [['masih-alinejad', 0, 0]] };
  await page.goto(`/#${Buffer.from(JSON.stringify(alone)).toString('base64url')}`);
  const asked = await openExport(page);
  await expect(asked.getByRole('alert')).toContainText('A dossier tells claims, and this holds none.');
  await expect(write(page)).toBeDisabled();
  const answer = await page.request.post('/api/exports', { data: { format: 'markdown-dossier', entities: ['masih-alinejad'], claims: [] } });
  expect(answer.status()).toBe(422);
  expect(await answer.json()).toMatchObject({ code: 'refused', problems: [{ code: 'empty-dossier' }] });
  await asked.getByRole('radio', { name: /^Own JSON/ }).check();
  await expect(write(page)).toBeEnabled();
});
