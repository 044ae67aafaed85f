/** An import in the window: files are planned, chosen from, and written; what is refused says why at its line and stays out. */
import { expect, type Page, test } from '@playwright/test';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { dataset, replacing } from '../made-up.ts';
import { applyAgain, applyImport, dialog, expectImported, SLOW } from '../steps.ts';

const CASE = { name: 'window-import', title: 'A case out of files', until: '2024-09' };
const NAMES = ['Ada Alder', 'Bert Birch', 'Cleo Cedar', 'Dan Dogwood', 'Eve Elm'];
/** Four claims: the second of a level there is not, the fourth about somebody without a type of the model. */
function faulty(): string {
  const file = JSON.parse(
    dataset(
      NAMES,
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      CASE,
    ),
  ) as { claims: { citations: { standing: unknown }[] }[]; entities: { type: string }[] };
  file.claims[1]!.citations[0]!.standing = { level: 'rumoured' };
  file.entities[4]!.type = 'Human';
  return JSON.stringify(file, null, 1);
}
const file = (text: string, name = 'case.json') => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function openImport(page: Page, query = ''): Promise<void> {
  await page.goto(`/${query}`);
  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  await page.getByRole('button', { name: 'Import files…' }).click();
  await expect(dialog(page).getByText('Drop files or a folder here')).toBeVisible();
}
const choose = (page: Page, ...files: ReturnType<typeof file>[]) => dialog(page).locator('input[type=file]:not([webkitdirectory])').setInputFiles(files);

/** Other tests find no case of ours. */
test.afterAll(async ({ baseURL }) => {
  const { records } = (await (await fetch(new URL(`/api/cases/${CASE.name}/size`, baseURL))).json()) as { records: number };
  const body = JSON.stringify({ records, who: 'test', why: 'made up', operation: crypto.randomUUID() });
  const headers = { 'content-type': 'application/json' };
  await fetch(new URL(`/api/cases/${CASE.name}/remove`, baseURL), { method: 'POST', headers, body });
});

test('what is at fault is told at its line and stays out, what is unticked too, and the rest is written as it was shown', async ({ page }) => {
  await openImport(page);
  await choose(page, file(faulty()));
  const rows = dialog(page).getByRole('region', { name: 'The plan' });
  await expect(rows.getByRole('checkbox', { name: /^Import: Ada Alder .*Bert Birch/ })).toBeChecked({ timeout: SLOW });
  await expect(dialog(page).getByText('A case out of files').or(dialog(page).getByText('case.json')).first()).toBeVisible();

  // Three records are refused: two at fault, one that rests on one of these.
  const refused = rows.getByRole('region', { name: 'Refused' }).getByRole('listitem');
  await expect(refused).toHaveCount(3);
  await expect(refused.filter({ hasText: 'rests on what is left out' })).toHaveCount(1);
  const right = dialog(page).getByRole('complementary');
  await expect(right).toContainText('Problem 1 of 3');
  await refused
    .filter({ hasText: 'rumoured' })
    .or(refused.filter({ hasText: 'window-import-1' }))
    .first()
    .getByRole('button')
    .click();
  await expect(right.locator('.import-lines .at')).toContainText('rumoured');
  await expect(right.getByText('What to do:')).toBeVisible();
  await page.keyboard.press('.');
  await expect(right).toContainText(/Problem [123] of 3/);

  // Ada's claim is left out by the reader.
  await rows.getByRole('checkbox', { name: /^Import: Ada Alder .*Bert Birch/ }).uncheck();
  const apply = dialog(page).getByRole('button', { name: /^Apply / });
  await expect(apply).toHaveText(/^Apply \d+ of \d+$/);
  await expect(dialog(page).getByText('3 refused and 1 unticked stay out, and are listed in the outcome.')).toBeVisible();
  await dialog(page).getByLabel('Your name').fill('Mira Holt');
  await apply.click();
  await expectImported(page);
  await expect(dialog(page).getByText('What stayed out')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'See the change set' }).click();
  await expect(page.getByText('Mira Holt').first()).toBeVisible({ timeout: SLOW });
});

test('leaving out somebody asks before the claims about him stay out, too; the same files again change nothing', async ({ page, baseURL }) => {
  await replacing(baseURL!, dataset([], [], CASE));
  const whole = file(
    dataset(
      NAMES,
      [
        [0, 1],
        [2, 3],
      ],
      CASE,
    ),
  );
  await openImport(page);
  await choose(page, whole);
  const dan = dialog(page).getByRole('checkbox', { name: 'Import: Dan Dogwood' });
  await expect(dan).toBeChecked({ timeout: SLOW });
  await dan.uncheck();
  await applyImport(page);
  await expect(dialog(page).getByRole('alert')).toContainText('refers to what you left out', { timeout: SLOW });
  await dialog(page).getByRole('button', { name: 'Back to the choice' }).click();
  await dialog(page).getByRole('checkbox', { name: 'All of: Other records' }).check();
  await applyAgain(page);
  await expectImported(page);
  await dialog(page).getByRole('button', { name: 'Import other files' }).click();
  await choose(page, whole);
  await expect(dialog(page).getByText(/^All \d+ are as they were\. Nothing is to be written\.$/)).toBeVisible({ timeout: SLOW });
});

test('taking away what the files leave out shows each record and asks for their number; what is no file of the format is refused whole', async ({
  page,
  baseURL,
}) => {
  await replacing(
    baseURL!,
    dataset(
      NAMES,
      [
        [0, 1],
        [2, 3],
      ],
      CASE,
    ),
  );
  await openImport(page);
  await choose(page, file('{ "what": 1 }', 'other.json'));
  await expect(dialog(page).getByText('Nothing can be written as the files stand.')).toBeVisible({ timeout: SLOW });
  await expect(dialog(page)).toContainText('this is no curated file');
  await dialog(page).getByRole('button', { name: 'Without other.json' }).click();
  await choose(page, file(dataset(NAMES.slice(0, 2), [[0, 1]], CASE)));
  const prune = dialog(page).getByRole('checkbox', { name: 'Take away what they leave out' });
  await expect(prune).toBeEnabled({ timeout: SLOW });
  await expect(dialog(page).getByText(/^Off: \d+ records of these cases/)).toBeVisible();
  await prune.check();
  const gone = dialog(page).getByRole('region', { name: 'Taken away' });
  await expect(gone.getByRole('listitem').first()).toBeVisible({ timeout: SLOW });
  const apply = dialog(page).getByRole('button', { name: /^Apply / });
  await expect(apply).toBeDisabled();
  const said = await dialog(page)
    .getByText(/will be taken away\. Type the number/)
    .textContent();
  await dialog(page)
    .getByLabel('Number of records to take away')
    .fill(/\d+/.exec(said ?? '')![0]);
  await dialog(page).getByLabel('Your name').fill('Mira Holt');
  await apply.click();
  await expectImported(page);
});

test('axe finds nothing in an import with refused records: light, dark, mirrored, and on a phone', async ({ browser, baseURL }) => {
  test.slow();
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    await openPlanned(page, query);
    await expectClean(page, `import, ${name}`);
    await expectNoWider(page, name === 'a phone' ? 390 : 1440, 'import');
    await page.context().close();
  }
});

async function openPlanned(page: Page, query: string): Promise<void> {
  await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, desk: {} })).toString('base64url')}`);
  await page.locator('.desk-left .open-import').click({ timeout: SLOW });
  await choose(page, file(faulty()));
  await expect(page.locator('.import-row').first()).toBeVisible({ timeout: SLOW });
}
