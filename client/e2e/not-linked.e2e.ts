/** "Not linked" is exported as any other answer: through the publication gate, as a dossier with its footnotes, from the top bar or by keyboard. */
import { expect, type Page, test } from '@playwright/test';
import { expectClean } from './axe-checks.ts';
import { dialog, openExport, openStart, panel, SLOW, takeFile, unzip } from './steps.ts';

const ASKED = 'Does the case tie Hadi Matar to the Islamic Revolutionary Guard Corps?';
const NO_PATH = 'No path of up to six hops was found from Hadi Matar to the Islamic Revolutionary Guard Corps.';
const TITLE = 'Hadi Matar to the Islamic Revolutionary Guard Corps: not linked';
const write = (page: Page) => dialog(page).getByRole('button', { name: 'Write the file' });

/** Opens the ready question and waits for its answer. */
async function askNotLinked(page: Page): Promise<void> {
  await openStart(page);
  await page.getByRole('button', { name: /Hadi Matar to the Islamic Revolutionary Guard/ }).click();
  await expect(panel(page).getByText(NO_PATH)).toBeVisible({ timeout: SLOW });
}

test('a ready question that is answered "not linked" is exported as a dossier of that answer with its footnotes', async ({ page }) => {
  await askNotLinked(page);
  const asked = await openExport(page);
  await expect(asked.getByRole('radio', { name: `The answer: ${NO_PATH}` })).toBeChecked();
  await expect(asked.getByRole('radio', { name: /^Dossier \(Markdown\)/ })).toBeChecked();
  for (const picture of await asked.getByRole('radio', { name: /^Picture/ }).all()) await expect(picture).toBeDisabled();
  await expect(asked.getByLabel('Title')).toHaveAttribute('placeholder', TITLE);
  await expect(asked.getByLabel('What was asked, printed first')).toHaveAttribute('placeholder', ASKED);
  await expectClean(page, 'export of an answer without a path');
  const { name, bytes } = await takeFile(page);
  expect(name).toMatch(/^attest-hadi-matar-to-the-islamic-revolutionary-guard-corps-not-link.*\.md$/);
  const text = bytes.toString('utf8');
  expect(text).toMatch(new RegExp(`^# ${TITLE}\n`));
  expect(text).toContain(`## What was asked\n\n- ${ASKED}\n- No path joins the two sides. Searched paths from Hadi Matar`);
  const [, answer = ''] = /\n## Answer\n([^]*?)\n## /.exec(text) ?? [];
  expect(answer).toContain(NO_PATH);
  const marks = [...answer.matchAll(/\[\^(\d+)\]/g)].map(([, n]) => n);
  expect(marks.length).toBeGreaterThan(0);
  for (const n of marks) expect(text).toMatch(new RegExp(`\n\\[\\^${n}\\]: \\S`));
});

test('by keyboard alone the trace tab leads to it, a typed title is taken, and other formats hold the same piece', async ({ page }) => {
  await askNotLinked(page);
  const take = page.getByRole('tabpanel', { name: 'Trace' }).getByRole('button', { name: 'Export this answer' });
  await take.focus();
  await page.keyboard.press('Enter');
  const chosen = dialog(page).getByRole('radio', { name: /^The answer: / });
  await expect(chosen).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(take).toBeFocused();
  await page.keyboard.press('Enter');
  await chosen.focus();
  // What is drawn, and back.
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: /^What is drawn/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toBeChecked();
  await dialog(page)
    .getByRole('radio', { name: /^Dossier \(Markdown\)/ })
    .focus();
  // Past the two other forms of the dossier.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: /^Own JSON/ })).toBeChecked();
  await dialog(page).getByLabel('Title').fill('Matar و الحرس');
  await expect(write(page)).toBeEnabled({ timeout: SLOW });
  const { name, bytes } = await takeFile(page);
  expect(name).toMatch(/\.zip$/);
  const files = [...unzip(bytes)];
  const manifest = JSON.parse(files.find(([file]) => file.includes('manifest'))?.[1] ?? '{}') as { title: string; query: { asked: string } };
  expect(manifest).toMatchObject({ title: 'Matar و الحرس', query: { asked: ASKED } });
  expect(files.some(([, text]) => text.includes('matar-no-established-link-irgc'))).toBe(true);
});
