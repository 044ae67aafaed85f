/** The notebook: a note on a claim, a question weighed by its claims, a search that found nothing; two people at one entry. */
import { expect, type Page, test } from '@playwright/test';
import { words } from '../../i18n/messages.ts';
import { expectClean, expectNoWider, FOUR_WAYS, newPage } from '../axe-checks.ts';
import { openStart, panel, runAct, SLOW, told } from '../steps.ts';

const t = words.notebook;
const QUESTION = 'Who paid for the attempt?';

interface Kept {
  id: string;
  version: number;
  entry: { kind: string };
}
async function entries(baseURL: string | undefined): Promise<Kept[]> {
  return ((await (await fetch(new URL('/api/notebook?limit=500', baseURL))).json()) as { entries: Kept[] }).entries;
}
async function emptied(baseURL: string | undefined): Promise<void> {
  for (const { id, version } of await entries(baseURL)) await fetch(new URL(`/api/notebook/${id}?version=${version}`, baseURL), { method: 'DELETE' });
}
const put = async (baseURL: string | undefined, id: string, entry: object, version = 0, who = 'Jonas Weil'): Promise<void> => {
  const answer = await fetch(new URL(`/api/notebook/${id}`, baseURL), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ who, version, entry }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
};
/** Opens a panel by its link. */
const openPanel = async (page: Page, of: object, query = ''): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`/${query}#${Buffer.from(JSON.stringify({ v: 1, panel: of })).toString('base64url')}`);
};
/** Two claims of the case. */
async function twoClaims(baseURL: string | undefined): Promise<[string, string]> {
  const answer = await fetch(new URL('/api/claims/query', baseURL), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"limit":2}' });
  const { claims } = (await answer.json()) as { claims: { id: string }[] };
  return [claims[0]!.id, claims[1]!.id];
}

test.beforeEach(({ baseURL }) => emptied(baseURL));
test.afterEach(({ baseURL }) => emptied(baseURL));

test('a note is written on a claim, signed once, changed, and found in the notebook', async ({ page, baseURL }) => {
  const [claim] = await twoClaims(baseURL);
  await openPanel(page, { kind: 'claim', id: claim });
  await panel(page).getByRole('button', { name: t.addNote }).click({ timeout: SLOW });
  const field = panel(page).getByRole('textbox', { name: t.noteField });
  await field.fill('Ask the court\nfor the file.');
  // What is typed survives a reload, and stands where it was typed.
  await page.reload();
  await expect(field).toHaveValue('Ask the court\nfor the file.', { timeout: SLOW });
  await panel(page).getByRole('button', { name: t.writeNote }).click();
  await expect(panel(page).getByRole('textbox', { name: t.name })).toHaveAttribute('aria-invalid', 'true');
  await panel(page).getByRole('textbox', { name: t.name }).fill('Анна');
  await field.press('Control+Enter');
  const card = panel(page).locator('.note-card');
  await expect(card).toContainText('Ask the court', { timeout: SLOW });
  await expect(card).toContainText(/Анна, today/);
  await card.getByRole('button', { name: t.editNote }).click();
  await field.fill('Asked on Monday.');
  await expect(panel(page).getByText(t.signedAs('Анна'))).toBeVisible();
  await panel(page).getByRole('button', { name: t.save, exact: true }).click();
  await expect(card).toContainText('Asked on Monday.', { timeout: SLOW });
  await runAct(page, t.open);
  await panel(page)
    .getByRole('button', { name: t.tabOf(t.tabs.note, 1) })
    .click({ timeout: SLOW });
  await expect(panel(page).locator('.note-card')).toContainText('Asked on Monday.');
  await panel(page).locator('.note-card').getByRole('button', { name: t.delete }).click();
  await panel(page).getByRole('button', { name: t.deleteSure }).click();
  await expect(told(page, t.deleted)).toBeVisible({ timeout: SLOW });
  await expect(panel(page).getByText(t.none.note)).toBeVisible({ timeout: SLOW });
});

test('a question is asked, claims speak for and against it, and it is weighed by what they rest on', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const [one, two] = await twoClaims(baseURL);
  await openStart(page);
  await runAct(page, t.open);
  await panel(page).getByRole('textbox', { name: t.question }).fill(QUESTION);
  await panel(page).getByRole('textbox', { name: t.name }).fill('Mira Holt');
  await panel(page).getByRole('button', { name: t.ask }).click();
  // The form that asks has a field of this name, too.
  await expect(page.locator('.assessment')).toBeVisible({ timeout: SLOW });
  await expect(panel(page).getByRole('textbox', { name: t.question })).toHaveValue(QUESTION, { timeout: SLOW });
  for (const [claim, side] of [
    [one, 'for'],
    [two, 'against'],
  ] as const) {
    await openPanel(page, { kind: 'claim', id: claim });
    await panel(page).getByRole('button', { name: t.weigh }).click({ timeout: SLOW });
    await panel(page)
      .getByRole('button', { name: `${t[side]}: ${QUESTION}` })
      .click({ timeout: SLOW });
    await expect(told(page, t.speaksFurther(side, QUESTION))).toBeVisible({ timeout: SLOW });
    await expect(panel(page).getByText(side === 'for' ? t.isFor : t.isAgainst)).toBeVisible({ timeout: SLOW });
  }
  await panel(page).getByRole('button', { name: QUESTION }).click();
  await expect(panel(page).getByRole('region', { name: t.speaksFor }).locator('.claim-row')).toHaveCount(1, { timeout: SLOW });
  await expect(panel(page).getByRole('region', { name: t.speaksAgainst }).locator('.claim-row')).toHaveCount(1);
  // The figures beside it are those of the API.
  const [kept] = await entries(baseURL);
  const { weighed } = (await (await fetch(new URL(`/api/notebook/${kept!.id}`, baseURL))).json()) as {
    weighed: Record<'for' | 'against', { origins: number; originsOpen: boolean }>;
  };
  const said = ({ origins, originsOpen }: { origins: number; originsOpen: boolean }) => `${origins}${originsOpen ? '+?' : ''}`;
  await expect(panel(page).locator('.weighed > div').first()).toContainText(t.both(said(weighed.for), said(weighed.against)));
  await panel(page).getByRole('textbox', { name: t.inMyWords }).fill('Not on what we have.');
  await panel(page).getByRole('textbox', { name: t.deciding }).fill('The register of the hotel');
  await panel(page).getByRole('textbox', { name: t.deciding }).press('Enter');
  await expect(panel(page).getByText(t.unsaved)).toBeVisible();
  await panel(page).getByRole('textbox', { name: t.inMyWords }).press('Control+Enter');
  await expect(told(page, t.saved)).toBeVisible({ timeout: SLOW });
  await expect(panel(page).getByText(t.unsaved)).toHaveCount(0);
  await panel(page).getByRole('button', { name: t.newSearch }).click();
  await panel(page).getByRole('textbox', { name: t.where }).fill('Register of companies');
  await panel(page).getByRole('textbox', { name: t.sought, exact: true }).fill('the agency');
  await panel(page).getByRole('button', { name: t.writeSearch }).click();
  await expect(panel(page).locator('.search-line')).toContainText(t.found.nothing, { timeout: SLOW });
});

test('who saves over what a colleague wrote meanwhile is told, and chooses', async ({ page, baseURL }) => {
  const assessment = { kind: 'assessment', question: QUESTION };
  await put(baseURL, 'both', { ...assessment, words: 'Nothing yet.' });
  await openPanel(page, { kind: 'assessment', id: 'both' });
  await panel(page).getByRole('textbox', { name: t.inMyWords }).fill('Mine.', { timeout: SLOW });
  await panel(page).getByRole('textbox', { name: t.name }).fill('Mira Holt');
  await put(baseURL, 'both', { ...assessment, words: 'Theirs.' }, 1);
  await panel(page).getByRole('button', { name: t.save }).first().click();
  const alert = panel(page).getByRole('alert').filter({ hasText: 'Jonas Weil' });
  await expect(alert).toContainText('Theirs.', { timeout: SLOW });
  await expect(panel(page).getByRole('textbox', { name: t.inMyWords })).toHaveValue('Mine.');
  await alert.getByRole('button', { name: t.mine }).click();
  await expect(told(page, t.saved)).toBeVisible({ timeout: SLOW });
  const answer = (await (await fetch(new URL('/api/notebook/both', baseURL))).json()) as { version: number; entry: { words: string } };
  expect(answer).toMatchObject({ version: 3, entry: { words: 'Mine.' } });
});

test('axe finds nothing on the notebook, in light and dark, mirrored and on a phone', async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const [one, two] = await twoClaims(baseURL);
  await put(baseURL, 'weighed', {
    kind: 'assessment',
    question: QUESTION,
    words: 'Not yet.',
    for: [one],
    against: [two],
    wouldDecide: [{ text: 'The register' }],
  });
  await put(baseURL, 'a-note', { kind: 'note', about: { kind: 'claim', id: one }, text: 'هل سألنا المحكمة؟' });
  await put(baseURL, 'a-search', {
    kind: 'search',
    where: 'Register of companies',
    sought: 'the agency',
    found: 'nothing',
    on: '2026-11-30',
    assessment: 'weighed',
  });
  for (const [name, options, query] of FOUR_WAYS) {
    const page = await newPage(browser, baseURL, options);
    const check = async (view: string, of: object, waitFor: string): Promise<void> => {
      await openPanel(page, of, query);
      await expect(page.locator(waitFor).first()).toBeVisible({ timeout: SLOW });
      await expectClean(page, `${view}, ${name}`);
      await expectNoWider(page, name === 'a phone' ? 390 : 1440, view);
    };
    await check('notebook', { kind: 'notebook' }, '.change-row');
    await check('assessment', { kind: 'assessment', id: 'weighed' }, '.assessment .claim-row');
    await check('claim with a note', { kind: 'claim', id: one }, '.note-card');
    await page.context().close();
  }
});
