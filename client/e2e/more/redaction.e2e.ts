/** A person is redacted in the window: what goes is said first, a wrong number is refused, and afterwards nothing names the person. */
import { expect, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { dataset, importing } from '../made-up.ts';
import { form, runAct, searchField, SLOW } from '../steps.ts';
import { sayIn } from '../axe-views.ts';

const CASE = { name: 'to-redact', title: 'A case with somebody to redact', until: '2024-09' };
const NAME = 'Quirin Zwolfnagel';
const t = words.redaction;

/** Opens the panel of an entity by its address, and from there the form of a redaction. */
async function openRedaction(page: Page, id: string, query = '', say = (text: string) => text): Promise<void> {
  await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, panel: { kind: 'entity', id } })).toString('base64url')}`);
  await page
    .getByRole('button', { name: new RegExp(`^${say(words.forms.edit)}`) })
    .first()
    .click({ timeout: SLOW });
  await form(page)
    .getByRole('button', { name: say(t.open) })
    .click({ timeout: SLOW });
  await expect(form(page).getByRole('region', { name: say(t.goesTitle) })).toBeVisible({ timeout: SLOW });
}

test('a person is redacted once the number of records is typed, and is named nowhere afterwards', async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  await importing(baseURL!, dataset([NAME, 'Another Somebody'], [[0, 1]], CASE));
  await openRedaction(page, 'to-redact-0');
  await expect(form(page).getByRole('region', { name: t.namesTitle })).toContainText(NAME);
  const number = form(page).getByRole('textbox', { name: /To redact, type the number/ });
  const records =
    /: ([\d,]+)/.exec(
      (await form(page)
        .getByText(/To redact, type the number/)
        .textContent()) ?? '',
    )?.[1] ?? '';
  await number.fill('99999');
  await form(page).getByRole('textbox', { name: t.why }).fill('asked for by the person');
  await form(page).getByRole('textbox', { name: words.addText.who }).fill('Ada');
  await form(page).getByRole('button', { name: t.act }).click();
  await expect(form(page).getByText(t.needs.number)).toBeVisible();
  await number.fill(records);
  await form(page).getByRole('button', { name: t.act }).click();
  await expect(form(page)).toHaveCount(0, { timeout: 60_000 });
  await searchField(page).fill(NAME);
  await expect(page.getByRole('option', { name: NAME })).toHaveCount(0);
  await searchField(page).fill('name redacted on');
  await expect(page.getByRole('option', { name: /name redacted on/ }).first()).toBeVisible({ timeout: SLOW });
  await page
    .getByRole('option', { name: /name redacted on/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: words.app.right });
  await expect(panel.getByText(/^name redacted on \d+ \w+ \d{4}/).first()).toBeVisible({ timeout: SLOW });
  await expect(panel.getByText(words.entity.unnamed)).toHaveCount(0);
  await expect(panel.getByText(words.entity.label)).toHaveCount(0);
  const exported = await (await fetch(new URL('/api/claims?limit=500&datasets=to-redact', baseURL))).text();
  expect(exported).not.toMatch(/zwolfnagel/i);
  await page.keyboard.press('Escape');
  await runAct(page, words.changes.title);
  await page.getByText(words.redactions.title, { exact: true }).click();
  await expect(page.getByText(/asked for by the person/).first()).toBeVisible({ timeout: SLOW });
});

for (const [name, options, query] of FOUR_WAYS) {
  test(`the form of a redaction is clean for axe and no wider than the screen: ${name}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    await importing(baseURL!, dataset(['Still Named Here', 'Another Somebody'], [[0, 1]], { ...CASE, name: 'still-named' }));
    const page = await newPage(browser, baseURL, options);
    await openRedaction(page, 'still-named-0', query, sayIn(query === '' ? 'en' : 'ar-XB'));
    await expectClean(page, `the form of a redaction, ${name}`);
    await expectNoWider(page, name === 'a phone' ? 390 : 1440, 'the form of a redaction');
    await page.context().close();
  });
}
